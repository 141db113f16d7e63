"""Pages of the demonstration: come in as anybody, and read the messages that nobody was sent.

Invariant: outside demonstration mode none of them exists; only the demonstration's own accounts can be entered.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from cms.schedule.say import say_day, say_span
from connector.accounts.first_page import first_page
from connector.accounts.models import User
from connector.accounts.viewer import permissions_for
from connector.demo.accounts import ACCOUNTS, PASSWORD
from connector.demo.mailbox import messages

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
View = Callable[..., HttpResponse]


def in_demonstration(view: View) -> View:
    """Not found outside demonstration mode."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.CONNECTOR_DEMONSTRATION:
            raise Http404
        return view(request, *args, **kwargs)

    return inner


@in_demonstration
@never_cache
@require_GET
def demonstration(request: HttpRequest) -> HttpResponse:
    """The five kinds of people, each with a button."""
    there = set(User.objects.filter(email__in=[each.email for each in ACCOUNTS]).values_list("email", flat=True))
    shown = {
        "heading": "Who would you like to be?",
        "accounts": [each for each in ACCOUNTS if each.email in there],
        "password": PASSWORD,
    }
    return render(request, "connector/demo/demonstration.html", shown)


@in_demonstration
@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Come in as one of them, without a password."""
    known = [each.email for each in ACCOUNTS]
    user = get_object_or_404(User.objects.filter(is_active=True, email__in=known), email=request.POST.get("email", ""))
    login(request, user, backend=BACKEND)
    return redirect(first_page(permissions_for(user)))


@in_demonstration
@never_cache
@require_GET
def mailbox(request: HttpRequest) -> HttpResponse:
    """Every message that would have been sent, newest first."""
    today = timezone.localdate()
    letters = [(letter, _when(timezone.localtime(letter.sent), today)) for letter in messages()]
    return render(request, "connector/demo/mailbox.html", {"heading": "The mailbox", "letters": letters})


def _when(sent: datetime, today: date) -> str:
    """ "Today, 8.54am", "Tue 24 Nov, 8.54am"."""
    day = "Today" if sent.date() == today else say_day(sent.date(), today)
    return f"{day}, {say_span(sent.time())}"
