"""From dates of a calendar to the times of a listing: a rhythm where there is one, else the single dates.

Invariant: pure; the times that come out fall on just the dates that went in, within the months that were read. A rhythm
is taken only where what a plain question could have asked says the same as the calendar's rule.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from itertools import takewhile
from typing import Any, Final

from cms.schedule.dates import dates
from cms.schedule.rhythm import Rhythm
from cms.schedule.rrule import from_rrule
from connector.feeds.dates import EventDate, Read

WHY_OFF: Final = "Called off in the group’s calendar"
MOST_CLOSED: Final = 60


@dataclass(frozen=True, slots=True)
class Fitted:
    """One time of a listing, as `cms.models.Session` keeps it."""

    rhythm: str
    days: tuple[str, ...]
    weeks_of_month: tuple[int, ...]
    first: date
    until: date | None
    start: time
    end: time | None
    closed: tuple[date, ...] = ()
    extra: tuple[date, ...] = ()
    cancelled: tuple[date, ...] = ()

    def plain(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return {
            "rhythm": self.rhythm,
            "days": list(self.days),
            "weeks_of_month": list(self.weeks_of_month),
            "first": self.first.isoformat(),
            "until": self.until.isoformat() if self.until else None,
            "start": self.start.isoformat("minutes"),
            "end": self.end.isoformat("minutes") if self.end else None,
            "closed": [day.isoformat() for day in self.closed],
            "extra": [day.isoformat() for day in self.extra],
            "cancelled": {day.isoformat(): WHY_OFF for day in self.cancelled},
        }


def fit(read: Read, since: date, until: date) -> tuple[Fitted, ...]:
    """The times, first the rhythms. `since`, `until`: the days that were read."""
    by_event: dict[str, list[EventDate]] = defaultdict(list)
    for each in read.dates:
        if since <= each.day <= until:
            by_event[each.uid].append(each)
    fitted: list[Fitted] = []
    single: list[EventDate] = []
    for uid, found in by_event.items():
        rule = read.rules.get(uid)
        rhythm = from_rrule(rule.rrule, rule.start, rule.end) if rule else None
        taken = _regular(rhythm, found, since, until) if rhythm and rhythm.kind != "once" else None
        if taken is None:
            single += found
        else:
            fitted.append(taken[0])
            single += taken[1]
    order = sorted(set(fitted), key=lambda each: (each.first, each.start, each.days))
    return (*order, *_singles(single))


def _regular(rhythm: Rhythm, found: list[EventDate], since: date, until: date) -> tuple[Fitted, list[EventDate]] | None:
    """The rhythm with its exceptions, and the dates that are not of it; None where it does not fit."""
    expected = set(takewhile(lambda day: day <= until, dates(rhythm, since)))
    times = (rhythm.start, rhythm.end)
    mine = {each.day: each for each in found if each.day in expected and each.times == times}
    closed = expected - set(mine)
    if not mine or len(closed) > MOST_CLOSED or len(closed) > len(mine) + 20:
        return None
    taken = {each.key for each in mine.values()}
    fitted = Fitted(
        rhythm=rhythm.kind,
        days=rhythm.days,
        weeks_of_month=rhythm.weeks_of_month,
        first=rhythm.first,
        until=rhythm.until,
        start=rhythm.start,
        end=rhythm.end,
        closed=tuple(sorted(closed)),
        cancelled=tuple(sorted(day for day, each in mine.items() if each.off)),
    )
    return fitted, [each for each in found if each.key not in taken]


def _singles(found: Iterable[EventDate]) -> list[Fitted]:
    """Dates that begin and end at the same times are one time, with a list of days."""
    groups: dict[tuple[time, time | None], dict[date, bool]] = defaultdict(dict)
    for each in found:
        # Two at the same time on one day: it is on if one of them is.
        groups[each.times][each.day] = each.off and groups[each.times].get(each.day, True)
    fitted = []
    for (start, end), days in groups.items():
        first, *others = sorted(days)
        off = tuple(sorted(day for day, is_off in days.items() if is_off))
        fitted.append(Fitted("once", (), (), first, None, start, end, extra=tuple(others), cancelled=off))
    return sorted(fitted, key=lambda each: (each.first, each.start))
