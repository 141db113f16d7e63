"""What is done once a day, beside sending: whoever has such a duty registers it once a process.

Invariant: of all workers one does it, the first that comes to it that day; it holds the duty while it does, and one
that was killed on the way loses it after `LEASE`, so that another does it that same day. One that goes wrong is named
for staff, hinders no other, and is done again the next day; so each must make up for a day that it missed, and do no
harm when it is done twice. What waits for other people's servers is done by a worker of its own, and never holds up a
message.
"""

import os
from collections.abc import Callable
from datetime import date, timedelta
from secrets import token_hex
from typing import Final

import structlog
from django.db.models import Q
from django.utils import timezone

from connector.notifications.models import Duty

LEASE: Final = timedelta(minutes=30)
"""Longer than any duty takes: those that wait for others have ten minutes."""
Do = Callable[[date], object]
_duties: dict[str, Do] = {}
_outside: set[str] = set()
_log = structlog.get_logger("connector")


def register(name: str, do: Do, *, outside: bool = False) -> None:
    """Do this once a day. `outside`: it waits for other people's servers. The same name again takes the other's
    place."""
    _duties[name] = do
    (_outside.add if outside else _outside.discard)(name)


def do_due(today: date, *, outside: bool = False) -> list[str]:
    """Do what was not done today yet, of one of the two sorts. The names of what was done."""
    done = []
    for name, do in list(_duties.items()):
        if (name in _outside) is outside and (holder := _take(name, today)):
            _do(name, do, today, holder)
            done.append(name)
    return done


def _take(name: str, today: date) -> str:
    """Who we are while we do it; empty where it is done, or somebody else does it."""
    row, _ = Duty.objects.get_or_create(name=name)
    if row.done_on is not None and row.done_on >= today:
        return ""
    holder, now = f"{os.getpid()}/{token_hex(8)}", timezone.now()
    due = Q(done_on=None) | Q(done_on__lt=today)
    free = Q(held_until=None) | Q(held_until__lt=now)
    rows = Duty.objects.filter(due, free, pk=row.pk)
    return holder if rows.update(holder=holder, held_until=now + LEASE) else ""


def _do(name: str, do: Do, today: date, holder: str) -> None:
    held, trouble = Duty.objects.filter(name=name, holder=holder), ""
    try:
        do(today)
    except Exception as problem:
        trouble = type(problem).__name__
        _log.warning("messages.duty_failed", duty=name, problem=trouble)
    except BaseException:  # told to stop: whoever comes next does it
        held.update(holder="", held_until=None)
        raise
    held.update(holder="", held_until=None, done_on=today, trouble=trouble)
