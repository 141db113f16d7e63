from django.apps import AppConfig


class ElsewhereConfig(AppConfig):
    name = "connector.elsewhere"
    label = "elsewhere"

    def ready(self) -> None:
        from cms.page_parts import show_on
        from connector.elsewhere.on_pages import on_home, on_place, on_topic

        show_on("HomePage", on_home)
        show_on("TopicPage", on_topic)
        show_on("Place", on_place)
