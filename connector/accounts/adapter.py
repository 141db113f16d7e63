"""How allauth behaves here: nobody opens an account by themselves, and everybody comes out on their own first page.

Invariant: after signing in nobody is sent to another host. Messages go to the address of the account and to no other
that allauth keeps.
"""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ReauthenticationRequired
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from connector.accounts.first_page import first_page
from connector.accounts.letters import tell
from connector.accounts.proving import proved_lately, ways_to_prove
from connector.accounts.viewer import permissions_for


class AccountAdapter(DefaultAccountAdapter):
    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "That address and password do not fit together. Check both, or ask for a code.",
        "incorrect_code": "That is not the code that we sent. Look at the newest message, and type its eight digits.",
        "enter_current_password": "That is not your password just now. Check it, and try again.",
        "too_many_login_attempts": "That was too many tries. Wait a few minutes, then ask for a new code.",
        "incorrect_password": "That is not your password. Check it, and try again.",
        "rate_limited": "That was too many tries. Wait a minute, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return resolve_url(first_page(permissions_for(request.user)))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return self.get_login_redirect_url(request)

    def is_safe_url(self, url: str) -> bool:
        """Only a page of the host that is being asked. allauth would allow every host in the settings."""
        request = context.request
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        )

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """allauth takes an account without password or second step as proved for ever; ours proves it by a code."""
        if not super().is_reauthentication_required(app=app, **kwargs) or proved_lately(context.request):
            return False
        raise ReauthenticationRequired

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, str]]:
        return ways_to_prove(user) if user.is_authenticated else []

    def reauthenticate(self, user: Any, password: str) -> bool:
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        tell(user, template_prefix, **(context or {}))
