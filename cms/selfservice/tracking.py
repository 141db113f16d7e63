"""Where the changes of a listing are, for the group: live since when, being looked at, sent back with which words.

Invariant: says what was decided and why, never who decided it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils import timezone

from cms.models import Asset, ChangeNote, GroupChange
from cms.selfservice.words import say_change

SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One change. `where`: where it is, in words; `lines`: of what, how it was, how it is."""

    where: str
    lines: tuple[tuple[str, str, str], ...]


def changes_of(asset: Asset, today: date) -> list[Line]:
    """The latest, newest first."""
    rows = GroupChange.objects.filter(asset=asset).exclude(state=GroupChange.State.ENDED).order_by("-sent_at", "-pk")
    return [_line(row, today) for row in rows[:SHOWN]]


def question_of(asset: Asset) -> str:
    """What a connector asked last and nobody has answered; empty for nothing."""
    last = ChangeNote.objects.filter(change__asset=asset).order_by("-pk").first()
    return last.words if last is not None and not last.from_group else ""


def _line(row: GroupChange, today: date) -> Line:
    answered = timezone.localdate(row.looked_at) if row.looked_at else None
    where = say_change(row.state, timezone.localdate(row.sent_at), answered, row.reason, row.why, today)
    return Line(where, tuple((label, was, now) for label, was, now in row.told))
