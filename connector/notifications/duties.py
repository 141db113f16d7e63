"""What is done once a day, beside sending: whoever has such a duty registers it once a process.

Invariant: of all workers one does it, the first that comes to it that day. One that goes wrong is named for staff,
hinders no other, and is done again the next day; so each must make up for a day that it missed.
"""

from collections.abc import Callable
from datetime import date

import structlog
from django.db.models import Q

from connector.notifications.models import Duty

Do = Callable[[date], object]
_duties: dict[str, Do] = {}
_log = structlog.get_logger("connector")


def register(name: str, do: Do) -> None:
    """Do this once a day. The same name again takes the other's place."""
    _duties[name] = do


def do_due(today: date) -> list[str]:
    """Do what was not done today yet. The names of what was done."""
    return [name for name, do in _duties.items() if _take(name, today) and _done(name, do, today)]


def _take(name: str, today: date) -> bool:
    row, _ = Duty.objects.get_or_create(name=name)
    if row.done_on is not None and row.done_on >= today:
        return False
    rows = Duty.objects.filter(Q(done_on=None) | Q(done_on__lt=today), pk=row.pk)
    return bool(rows.update(done_on=today))


def _done(name: str, do: Do, today: date) -> bool:
    trouble = ""
    try:
        do(today)
    except Exception as problem:
        trouble = type(problem).__name__
        _log.warning("messages.duty_failed", duty=name, problem=trouble)
    Duty.objects.filter(name=name).update(trouble=trouble)
    return True
