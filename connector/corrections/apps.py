from django.apps import AppConfig


class CorrectionsConfig(AppConfig):
    name = "connector.corrections"
    label = "corrections"

    def ready(self) -> None:
        from cms.page_parts import MY_LISTING, show_on
        from connector.corrections import daily, telling
        from connector.corrections.on_pages import on_listing, on_my_listing
        from connector.corrections.standing_page import PURPOSE
        from connector.links.purposes import register

        register(PURPOSE)
        daily.connect()
        telling.connect()
        show_on("Asset", on_listing)
        show_on(MY_LISTING, on_my_listing)
