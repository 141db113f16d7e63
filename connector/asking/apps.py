from django.apps import AppConfig


class AskingConfig(AppConfig):
    name = "connector.asking"
    label = "asking"

    def ready(self) -> None:
        from cms.page_parts import EDIT_PAGE, show_on
        from connector.asking import receivers
        from connector.asking.on_edit_page import on_edit_page
        from connector.asking.on_listing import on_listing

        receivers.connect()
        show_on(EDIT_PAGE, on_edit_page)
        show_on("Asset", on_listing)
