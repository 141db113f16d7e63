"""Whoever may look after listings or see what people told us has a second step, and can do nothing before.

Before accounts or roles are changed in the admin, whoever does it proves who they are, if they have not just done so.

Invariant: goes by what opened the session, not by which page it came through: a road into the product that knows no
second step leads no further than to the page that asks for one. Switched by `CONNECTOR_STAFF_SECOND_FACTOR`.
Order: after the account's middleware, whose pages it sends to; a lock on what a session may see belongs before it.
"""

from collections.abc import Callable
from typing import Any, Final

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect

from connector.accounts.lockout import SECOND_STEP, count_wrong
from connector.accounts.proving import has_factor, passed_with, prove_first, proved_lately

OPEN: Final = {
    *("mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "mfa_view_recovery_codes", "mfa_download_recovery_codes"),
    *("mfa_reauthenticate", "mfa_reauthenticate_webauthn", "account_reauthenticate", "account_code_again"),
    *("account_login", "account_logout", "cookies", "accessibility"),
    # A phone that was handed over shows what everybody may see, and the lock lets it go nowhere else.
    *("handed_over", "take_back"),
}
KEEPING: Final = ("/admin/users/", "/admin/groups/", "/admin/bulk/accounts/", "/admin/bulk/auth/")
LOOKING: Final = ("/admin/users/", "/admin/users/results/", "/admin/groups/", "/admin/groups/results/")
SAID: Final = "Set up a second step to sign in with first. It takes two minutes, on the page of your account."


class SecondStepMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if _changes_accounts(request) and request.user.is_authenticated and not proved_lately(request):
            return prove_first(request)
        if not settings.CONNECTOR_STAFF_SECOND_FACTOR or request.resolver_match.view_name in OPEN:  # type: ignore[union-attr]
            return None
        if not must_have_factor(request) or _passed(request):
            return None
        if request.path.startswith("/api/"):
            problem = {"type": "about:blank", "title": "Forbidden", "status": 403, "detail": SAID}
            return JsonResponse(problem, status=403, content_type="application/problem+json")
        return prove_first(request) if has_factor(request.user) else redirect("mfa_index")


def _changes_accounts(request: HttpRequest) -> bool:
    """Whether a page of the admin gives, takes or changes accounts or roles. Looking through the list does not."""
    return request.path.startswith(KEEPING) and request.path not in LOOKING


def must_have_factor(request: HttpRequest) -> bool:
    """Whether who is signed in visits people, or gets into Wagtail's admin in any way."""
    user, viewer = request.user, request.viewer  # type: ignore[attr-defined]
    if not user.is_authenticated:
        return False
    return bool(viewer.works or viewer.curates or user.has_perm("wagtailadmin.access_admin"))


def _passed(request: HttpRequest) -> bool:
    """A factor that was taken away opens nothing any more, in whatever session it was used."""
    used = passed_with(request)
    return bool(used) and Authenticator.objects.filter(user_id=request.user.pk, pk__in=used).exists()


def count_wrong_code(request: HttpRequest, user: Any, **_: Any) -> None:
    """allauth's `authentication_failed`."""
    count_wrong(request, user.email, SECOND_STEP)
