"""Shutting sign-in for a while after wrong passwords, codes, second steps and passkeys, through axes.

Invariant: what is kept of a failed try is the address, where it came from, when, and how often; no password, no
browser, nothing else that was sent. The lock is of one address from one place, so nobody can shut out somebody else,
and it ends when the page said it would, however often one tries in between. Each way in is counted for itself, so that
a forgotten password leaves the code by e-mail open. An address that nobody has is counted like any other: the lock
tells nobody who has an account.
"""

from copy import copy
from datetime import datetime
from typing import Any, Final

from allauth.account.adapter import get_adapter
from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Max
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from cms.schedule.say import say_span

TOO_MANY: Final = 429
# The ways in that axes does not know by itself: a code by e-mail, and a second step (an app, a spare code, a passkey).
CODE: Final = "by code"
SECOND_STEP: Final = "second step"
# Whoever signs in with a passkey names nobody before it is right, so it is the place alone that is counted.
SOME_PASSKEY: Final = "somebody"


class Handler(AxesDatabaseHandler):
    """axes's own, given less to write down."""

    def user_login_failed(self, sender: Any, credentials: dict[str, Any], request: Any = None, **kwargs: Any) -> None:
        if request is None:  # a check outside of any page
            return
        bare = copy(request)
        bare.GET = bare.POST = QueryDict()
        bare.axes_user_agent = bare.axes_http_accept = ""
        super().user_login_failed(sender, credentials, bare, **kwargs)
        request.axes_locked_out = bare.axes_locked_out
        request.axes_credentials = bare.axes_credentials
        request.axes_failures_since_start = bare.axes_failures_since_start


def address_tried(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """Whom a try was for: an address in small letters, however it was typed."""
    return str((credentials or {}).get("email") or "").strip().lower()


def is_shut(request: HttpRequest, address: str, way: str) -> bool:
    """Whether this address has been tried too often from this place, in this way (`CODE`, `SECOND_STEP`). If so the
    answer becomes the page that says so."""
    credentials = _tried(address, way)
    if AxesProxyHandler.is_allowed(request, credentials):
        return False
    request.axes_locked_out, request.axes_credentials = True, credentials  # type: ignore[attr-defined]
    return True


def count_wrong(request: HttpRequest, address: str, way: str) -> None:
    """One more try that was wrong. Passwords are counted by axes itself."""
    AxesProxyHandler.user_login_failed(None, _tried(address, way), request)


def forgive(request: HttpRequest, user: Any, **_: Any) -> None:
    """Whoever has come in begins again at nought, from this place. axes does so for passwords by itself."""
    for way in (CODE, SECOND_STEP):
        tried = address_tried(request, _tried(user.email, way))
        AxesProxyHandler.reset_attempts(username=tried, ip_address=client_ip(request))


def _tried(address: str, way: str) -> dict[str, str]:
    return {"email": f"{address} ({way})"}


def client_ip(request: HttpRequest) -> str:
    """Where somebody comes from, as allauth sees it too: behind the proxies that the settings count. Empty if nobody
    knows, which is one place like any other."""
    try:
        return str(get_adapter(request).get_client_ip(request))
    except PermissionDenied:
        return ""


def locked_out(request: HttpRequest, response: Any = None, credentials: Any = None) -> HttpResponse:
    """The page instead of an answer. It says when to try again."""
    opens = _opens_at(request, credentials)
    shown = {"heading": "That was too many tries", "opens": say_span(timezone.localtime(opens).time())}
    return render(request, "errors/locked_out.html", shown, status=TOO_MANY)


def _opens_at(request: Any, credentials: Any) -> datetime:
    tries = AccessAttempt.objects.filter(
        username=get_client_username(request, credentials), ip_address=request.axes_ip_address
    )
    last = tries.aggregate(last=Max("attempt_time"))["last"] or timezone.now()
    return last + settings.AXES_COOLOFF_TIME
