"""The accounts' app. Invariant: importing it touches no database; what `migrate` leaves hangs on its signal."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save, pre_save


class AccountsConfig(AppConfig):
    name = "connector.accounts"
    label = "accounts"

    def ready(self) -> None:
        from connector.accounts.addresses import forget_old_addresses
        from connector.accounts.role_groups import make_groups
        from connector.accounts.shared_cache import make_table

        post_migrate.connect(make_groups, sender=self, dispatch_uid="connector.accounts.role_groups")
        post_migrate.connect(make_table, sender=self, dispatch_uid="connector.accounts.shared_cache")
        post_save.connect(
            forget_old_addresses, sender=self.get_model("User"), dispatch_uid="connector.accounts.addresses"
        )
        self._listen_to_allauth()

    def _listen_to_allauth(self) -> None:
        from allauth.account.signals import user_logged_in
        from allauth.mfa.signals import authentication_failed
        from allauth.usersessions.models import UserSession

        from connector.accounts.lockout import forgive
        from connector.accounts.second_step import count_wrong_code
        from connector.accounts.sessions import forget_ended, keep_little

        pre_save.connect(keep_little, sender=UserSession, dispatch_uid="connector.accounts.sessions")
        user_logged_in.connect(forget_ended, dispatch_uid="connector.accounts.forget_ended")
        user_logged_in.connect(forgive, dispatch_uid="connector.accounts.forgive")
        authentication_failed.connect(count_wrong_code, dispatch_uid="connector.accounts.wrong_code")
