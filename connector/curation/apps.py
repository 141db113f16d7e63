"""Curation: pages of Wagtail's admin that ask search. Invariant: it keeps nothing and has no tables."""

from django.apps import AppConfig


class CurationConfig(AppConfig):
    name = "connector.curation"
    label = "curation"

    def ready(self) -> None:
        from cms.page_parts import show_on
        from connector.curation.box import try_it_box

        show_on("Interest", try_it_box)
