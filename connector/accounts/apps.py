"""The accounts' app. Invariant: importing it touches no database; what `migrate` leaves hangs on its signal."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save


class AccountsConfig(AppConfig):
    name = "connector.accounts"
    label = "accounts"

    def ready(self) -> None:
        from connector.accounts.addresses import forget_old_addresses
        from connector.accounts.role_groups import make_groups

        post_migrate.connect(make_groups, sender=self, dispatch_uid="connector.accounts.role_groups")
        post_save.connect(
            forget_old_addresses, sender=self.get_model("User"), dispatch_uid="connector.accounts.addresses"
        )
