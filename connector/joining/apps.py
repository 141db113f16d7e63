from django.apps import AppConfig


class JoiningConfig(AppConfig):
    name = "connector.joining"
    label = "joining"

    def ready(self) -> None:
        from cms.page_parts import EDIT_PAGE, show_on
        from connector.joining import receivers
        from connector.joining.on_edit_page import on_edit_page

        receivers.connect()
        show_on(EDIT_PAGE, on_edit_page)
