"""The catalogue's app. Invariant: importing it touches no database; what `migrate` leaves hangs on its signal."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CmsConfig(AppConfig):
    name = "cms"
    label = "cms"
    verbose_name = "Catalogue"

    def ready(self) -> None:
        from cms import checks, receivers  # noqa: F401  (a check is registered by being imported)
        from cms.approval import make_workflow
        from cms.duplicates import watching
        from cms.first_pages import make_pages
        from cms.grants import give_grants
        from cms.live_list import PARTS as LIVE
        from cms.page_context import PARTS
        from cms.page_parts import show_on
        from cms.vocabulary_sync import put_vocabulary_in

        receivers.connect()
        watching.connect()
        for page_type, part in (PARTS | LIVE).items():
            show_on(page_type, part)
        # In this order: the workflow names groups, and the pages name both.
        post_migrate.connect(give_grants, sender=self, dispatch_uid="cms.grants")
        post_migrate.connect(make_workflow, sender=self, dispatch_uid="cms.approval")
        post_migrate.connect(make_pages, sender=self, dispatch_uid="cms.first_pages")
        post_migrate.connect(put_vocabulary_in, sender=self, dispatch_uid="cms.vocabulary_sync")
