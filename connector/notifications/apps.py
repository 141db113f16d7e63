from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "connector.notifications"
    label = "notifications"

    def ready(self) -> None:
        from cms.page_parts import show_on
        from connector.notifications import daily, joined, stopping
        from connector.notifications.on_health_page import on_health_page
        from search.health.parts import HEALTH_PAGE

        daily.connect()
        stopping.connect()
        joined.connect()
        show_on(HEALTH_PAGE, on_health_page)
