from django.apps import AppConfig


class FeedsConfig(AppConfig):
    name = "connector.feeds"
    label = "feeds"

    def ready(self) -> None:
        from cms.page_parts import MY_LISTING, show_on
        from connector.feeds import telling
        from connector.feeds.following import follow_due
        from connector.feeds.on_my_listing import on_my_listing
        from connector.notifications.duties import register

        telling.connect()
        show_on(MY_LISTING, on_my_listing)
        register("read the calendars of groups", follow_due, outside=True)
