"""When a group is on, from what somebody typed: times as a listing keeps them, and whatever has to be asked.

Invariant: the one door to whatever reads times; nothing is guessed in silence. Either there are times and no question,
or there is a question in words that the reader can answer by typing a little more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from cms.cards import DateLabel
from cms.coming import label
from cms.models import EducationAuthority, Session
from cms.panels.written import Unreadable, read_time
from cms.schedule.names import DAY_NAMES
from cms.schedule.rhythm import WEEKDAYS
from cms.sessions import next_occurrences

DATES: Final = 4
Times = list[dict[str, Any]]
"""Fields of `cms.models.Session` as JSON values, one entry a session."""


@dataclass(frozen=True, slots=True)
class Heard:
    """`times`: what was understood; `questions`: what is not clear, in the words of whoever reads it."""

    times: Sequence[Mapping[str, Any]] = ()
    questions: Sequence[str] = ()


_CLOCK: Final = r"[\d.:]+ ?(?:am|pm)?|noon"
_EVERY: Final = re.compile(
    r"(?:every )?(?P<other>other |second )?(?P<days>(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?:,? and |, ?)?)+)"
    rf",? ?(?:at |from )?(?P<start>{_CLOCK})(?: ?(?:to|till|until|-|–) ?(?P<end>{_CLOCK}))?"
)


def hear(text: str, today: date) -> Heard:
    """Read what was typed, as somebody says it on `today`."""
    plain = " ".join(text.casefold().split()).strip(" .")
    match = _EVERY.fullmatch(plain)
    if match is None:
        return Heard(
            questions=("Which day is it on, and from when till when? Like this: every Tuesday, 1.30 to 3.30pm.",)
        )
    days = [code for code, name in zip(WEEKDAYS, DAY_NAMES, strict=True) if name.casefold() in match["days"]]
    first = next(day for ahead in range(7) if WEEKDAYS[(day := today + timedelta(days=ahead)).weekday()] in days)
    try:
        start, end = read_time(match["start"]), read_time(match["end"]) if match["end"] else None
    except Unreadable:
        return Heard(questions=("Morning or afternoon? Write am or pm behind the time: 1.30 to 3.30pm.",))
    if match["other"]:
        return Heard(questions=(f"Every other week: which date is it next on? Like this: {first.day} {first:%B}.",))
    return Heard(times=[_stored(days, first, start, end)])


def _stored(days: list[str], first: date, start: time, end: time | None) -> dict[str, Any]:
    return {
        "rhythm": "weekly",
        "days": days,
        "first": first.isoformat(),
        "start": start.isoformat(),
        "end": end.isoformat() if end else None,
    }


def sessions_of(times: Sequence[Mapping[str, Any]]) -> list[Session]:
    """Sessions in memory, from what is kept of them. Whose school terms count is known where there is one authority."""
    rows = [Session(**{name: _READ.get(name, _same)(value) for name, value in each.items()}) for each in times]
    if any(row.term_time for row in rows):
        known = list(EducationAuthority.objects.all()[:2])
        for row in rows:
            row.authority = known[0] if len(known) == 1 and row.term_time else None
    return rows


def next_dates(times: Sequence[Mapping[str, Any]], now: datetime, nation: Any) -> tuple[DateLabel, ...]:
    """The next four real dates."""
    today = now.date()
    return tuple(label(each, today) for each in next_occurrences(sessions_of(times), now, DATES, nation=nation))


def _same(value: Any) -> Any:
    return value


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


_READ: Final = {"first": _date, "until": _date, "start": _time, "end": _time}
