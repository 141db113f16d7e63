from django.apps import AppConfig


class ReachConfig(AppConfig):
    name = "connector.reach"
    label = "reach"

    def ready(self) -> None:
        from cms.page_parts import MY_LISTING, show_on
        from connector.reach.on_my_listing import on_my_listing

        show_on(MY_LISTING, on_my_listing)
