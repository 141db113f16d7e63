"""The search app. Invariant: importing it opens no index and reads no database."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    label = "search"

    def ready(self) -> None:
        from search.indexing import receivers

        receivers.connect()
