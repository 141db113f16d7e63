from django.apps import AppConfig


class StewardshipConfig(AppConfig):
    name = "connector.stewardship"
    label = "stewardship"

    def ready(self) -> None:
        from connector.notifications.duties import register
        from connector.stewardship import message, page
        from connector.stewardship.asking import ask_due

        message.connect()
        page.connect()
        register("ask groups whether they are still right", ask_due)
