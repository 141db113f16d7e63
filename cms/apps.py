"""The catalogue's app. Invariant: importing it touches no database; what `migrate` leaves hangs on its signal."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CmsConfig(AppConfig):
    name = "cms"
    label = "cms"
    verbose_name = "Catalogue"

    def ready(self) -> None:
        from cms import receivers
        from cms.vocabulary_sync import put_vocabulary_in

        receivers.connect()
        post_migrate.connect(put_vocabulary_in, sender=self, dispatch_uid="cms.vocabulary_sync")
