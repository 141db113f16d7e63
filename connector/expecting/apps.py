from django.apps import AppConfig


class ExpectingConfig(AppConfig):
    name = "connector.expecting"
    label = "expecting"

    def ready(self) -> None:
        from cms.page_parts import show_on
        from connector.expecting import daily, telling
        from connector.expecting.on_listing import on_listing

        telling.connect()
        daily.connect()
        show_on("Asset", on_listing)
