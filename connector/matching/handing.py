"""Handing a phone over and taking it back: what is written in the session and beside it.

Invariant: the session gets a new key both ways, so that a page that was loading before cannot write the lock away, and
tries are counted in the database, one at a time, so that many at once are not more than one after the other.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction

from connector.accounts.sessions import new_key
from connector.matching.models import HandOver
from connector.matching.tries import is_closed, pause_after, tries_left

KEY = "handed_over"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`opened`: it is the worker's again. `gone`: nothing is known of the hand-over. `closed_until`: tries are not
    looked at before then. `left`: tries before the next pause."""

    opened: bool = False
    gone: bool = False
    closed_until: datetime | None = None
    left: int = 0


def is_handed_over(session: SessionBase) -> bool:
    return KEY in session


def hand_over(session: SessionBase, *, pin: str, back: str, now: datetime) -> None:
    """From now on the session opens nothing but what was kept. `pin`: digits that open it, or nothing: then the
    password does. `back`: name of the route to come back to."""
    HandOver.objects.filter(started_at__lt=now - 2 * timedelta(seconds=settings.SESSION_COOKIE_AGE)).delete()
    made = HandOver.objects.create(pin=make_password(pin) if pin else "")
    session[KEY] = {"id": made.pk, "back": back}
    new_key(session)


def take_back(session: SessionBase, *, typed: str, is_password: Callable[[str], bool], now: datetime) -> Outcome:
    """Open it with the digits or the password. `is_password` says whether that is the password of who is signed in."""
    outcome = _tried(session[KEY]["id"], typed, is_password, now)
    if outcome.opened:
        del session[KEY]
        new_key(session)
    return outcome


def way_back(session: SessionBase) -> str:
    """Name of the route where the worker was."""
    kept: dict[str, Any] = session.get(KEY, {})
    return str(kept.get("back", "shortlist"))


def _tried(pk: int, typed: str, is_password: Callable[[str], bool], now: datetime) -> Outcome:
    with transaction.atomic():
        row = HandOver.objects.select_for_update().filter(pk=pk).first()
        if row is None:
            return Outcome(gone=True)
        if is_closed(row.closed_until, now):
            return Outcome(closed_until=row.closed_until)
        if typed and ((row.pin and check_password(typed, row.pin)) or is_password(typed)):
            row.delete()
            return Outcome(opened=True)
        row.failures += 1
        pause = pause_after(row.failures)
        row.closed_until = now + pause if pause else None
        row.save(update_fields=["failures", "closed_until"])
        return Outcome(closed_until=row.closed_until, left=tries_left(row.failures))
