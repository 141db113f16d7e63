from django.apps import AppConfig


class ClaimingConfig(AppConfig):
    name = "connector.claiming"
    label = "claiming"

    def ready(self) -> None:
        from cms.page_parts import show_on
        from connector.claiming import daily, letters
        from connector.claiming.link_page import PURPOSE
        from connector.claiming.on_listing import on_listing
        from connector.links.purposes import register

        letters.connect()
        daily.connect()
        register(PURPOSE)
        show_on("Asset", on_listing)
