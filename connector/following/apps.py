from django.apps import AppConfig


class FollowingConfig(AppConfig):
    name = "connector.following"
    label = "following"

    def ready(self) -> None:
        from connector.following import letters, link_page
        from connector.following.daily import send_weeks
        from connector.notifications.duties import register

        letters.connect()
        link_page.connect()
        register("send people what is on in their week", send_weeks)
