"""The council's own app. Invariant: importing it touches no database; what `migrate` leaves hangs on its signal."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save


class CouncilConfig(AppConfig):
    name = "connector.council"
    label = "council"

    def ready(self) -> None:
        from cms.geo.sources import forget_tables, register_middle
        from connector.council.middle import middle
        from connector.council.role import give_settings

        register_middle(middle)
        post_migrate.connect(give_settings, sender=self, dispatch_uid="connector.council.role")
        post_save.connect(
            lambda **_: forget_tables(), sender=self.get_model("Council"), weak=False, dispatch_uid="connector.council"
        )
