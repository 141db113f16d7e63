from django.apps import AppConfig


class ReachConfig(AppConfig):
    name = "connector.reach"
    label = "reach"

    def ready(self) -> None:
        from cms.page_parts import MY_LISTING, show_on
        from connector.notifications.duties import register
        from connector.reach.actions.settle_limits import settle_all
        from connector.reach.on_my_listing import on_my_listing

        register("let the limits of new people follow the month", settle_all)
        show_on(MY_LISTING, on_my_listing)
