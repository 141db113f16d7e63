"""The search app. Invariant: importing it opens no index and reads no database."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    label = "search"

    def ready(self) -> None:
        from cms.page_parts import show_on
        from search.front_page import on_front_page
        from search.indexing import receivers

        receivers.connect()
        show_on("HomePage", on_front_page)
