"""When a group is on, from what somebody typed: times as a listing keeps them, and whatever has to be asked.

Invariant: the one door to whatever reads times; nothing is guessed in silence. Either there are times and no question,
or there is a question in words that the reader can answer by typing a little more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from cms.cards import DateLabel
from cms.coming import label
from cms.models import EducationAuthority, Session
from cms.schedule.dates import dates
from cms.schedule.exceptions import Exceptions
from cms.schedule.rhythm import Rhythm
from cms.schedule.spoken.as_rhythm import as_rhythm
from cms.schedule.spoken.reading import read
from cms.sessions import next_occurrences

DATES: Final = 4


@dataclass(frozen=True, slots=True)
class Heard:
    """`times`: fields of `cms.models.Session` as JSON values, one entry a session; `questions`: what is not clear, in
    the words of whoever reads it."""

    times: Sequence[Mapping[str, Any]] = ()
    questions: Sequence[str] = ()


SEASON: Final = (
    "A listing cannot keep a season or every few weeks yet. "
    "Say from which date until which date it is on: from 6 April."
)
WHOLE_DAY: Final = "Say from when till when it is on, such as 9am to 5pm. A listing cannot keep the whole day."
NO_TIMES: Final = "Say which days it is on, and from when till when. Or tick that it has no fixed times."


def hear(text: str, today: date) -> Heard:
    """Read what was typed, as somebody says it on `today`."""
    reading = read(text, today)
    if reading.questions:
        return Heard(questions=reading.questions)
    kept = [(rule, as_rhythm(rule, today)) for rule in reading.rules]
    for rule, told in kept:
        if told is None:
            return Heard(questions=(WHOLE_DAY if rule.start == rule.end else SEASON,))
    times = [_stored(*told) for _, told in kept if told]
    return Heard(times=times) if times else Heard(questions=(NO_TIMES,))


def _stored(rhythm: Rhythm, exceptions: Exceptions) -> dict[str, Any]:
    first = next(dates(rhythm, rhythm.first), rhythm.first)
    told = {
        "rhythm": rhythm.kind,
        "days": list(rhythm.days),
        "weeks_of_month": list(rhythm.weeks_of_month),
        "first": first.isoformat(),
        "until": rhythm.until.isoformat() if rhythm.until else None,
        "start": rhythm.start.isoformat(),
        "end": rhythm.end.isoformat() if rhythm.end else None,
        "term_time": exceptions.term_time,
        "on_bank_holidays": exceptions.bank_holidays == "on",
        "closed": [day.isoformat() for day in sorted(exceptions.closed)],
    }
    always = ("rhythm", "days", "first", "start", "end")
    return {name: value for name, value in told.items() if name in always or value}


def sessions_of(times: Sequence[Mapping[str, Any]]) -> list[Session]:
    """Sessions in memory, from what is kept of them. Whose school terms count is known where there is one authority."""
    rows = [Session(**{name: _python(name, value) for name, value in each.items()}) for each in times]
    if any(row.term_time for row in rows):
        known = list(EducationAuthority.objects.all()[:2])
        for row in rows:
            row.authority = known[0] if len(known) == 1 and row.term_time else None
    return rows


def next_dates(times: Sequence[Mapping[str, Any]], now: datetime, nation: Any) -> tuple[DateLabel, ...]:
    """The next four real dates."""
    today = now.date()
    return tuple(label(each, today) for each in next_occurrences(sessions_of(times), now, DATES, nation=nation))


def _python(name: str, value: Any) -> Any:
    return Session._meta.get_field(name).to_python(value)  # type: ignore[union-attr]  # no relation is kept so
