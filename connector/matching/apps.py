from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "connector.matching"
    label = "matching"

    def ready(self) -> None:
        from cms.page_parts import show_on
        from connector.matching.on_listing import on_listing

        show_on("Asset", on_listing)
