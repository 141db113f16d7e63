"""Shutting sign-in for a while after wrong passwords, through axes.

Invariant: what is kept of a failed try is the address, where it came from, when, and how often; no password, no
browser, nothing else that was sent. The lock is of one address from one place, so nobody can shut out somebody else,
and it ends when the page said it would, however often one tries in between.
"""

from copy import copy
from datetime import datetime
from typing import Any, Final

from allauth.account.adapter import get_adapter
from axes.handlers.database import AxesDatabaseHandler
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
