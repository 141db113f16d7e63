"""The next real dates of an asset, as labels and as one line.

Invariant: the zone of the site says which day it is; an asset that is not running just now has no dates to offer.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

from cms.cards import DateLabel
from cms.models import Asset, Session
from cms.schedule.names import DAY_NAMES, MONTH_NAMES
from cms.schedule.occurrences import Occurrence
from cms.schedule.say import say_day, say_days, say_relative, say_span
from cms.sessions import next_occurrences


def coming_dates(
    asset: Asset, now: datetime, limit: int, *, sessions: Iterable[Session] | None = None
) -> tuple[Occurrence, ...]:
    """Its next dates, those called off among them; none while it is paused. `sessions`: some of its own, else all."""
    if asset.room == Asset.Room.PAUSED:
        return ()
    counted = asset.sessions.all() if sessions is None else sessions
    return next_occurrences(counted, now, limit, nation=settings.CONNECTOR_NATION, include_cancelled=True)


def label(occurrence: Occurrence, today: date) -> DateLabel:
    """One date as a woven label. A caution (term dates not known) is kept in `why`."""
    start, end = _local(occurrence)
    return DateLabel(
        day=say_day(start.date(), today),
        time=say_span(start.time(), end.time() if end else None),
        relative=say_relative(start.date(), today),
        off=occurrence.status == "cancelled",
        why=occurrence.why,
        iso=start.isoformat(),
    )


def line(occurrences: Sequence[Occurrence], today: date) -> str:
    """Those that are on, in one line: "Wed 25 and Fri 27 Nov, 1.30pm"; each with its time where the times differ."""
    starts = [_local(each)[0] for each in occurrences if each.status == "on"]
    if len({start.time() for start in starts}) <= 1:
        days = say_days([start.date() for start in starts], today)
        return f"{days}, {say_span(starts[0].time())}" if starts else ""
    said = [f"{say_days([start.date()], today)} {say_span(start.time())}" for start in starts]
    return " and ".join(filter(None, [", ".join(said[:-1]), said[-1]]))


def long_line(occurrences: Sequence[Occurrence]) -> str:
    """The days that are on, in full, for paper: "Wednesday 25 or Friday 27 November", "Thursday 26 November or 3
    December". What the next or the one before says anyway is not said twice."""
    days = list(dict.fromkeys(_local(each)[0].date() for each in occurrences if each.status == "on"))
    said = []
    for before, day, after in zip([None, *days], days, [*days[1:], None], strict=False):
        name = "" if before and before.weekday() == day.weekday() else DAY_NAMES[day.weekday()]
        month = "" if after and (after.year, after.month) == (day.year, day.month) else MONTH_NAMES[day.month - 1]
        said.append(" ".join(filter(None, (name, str(day.day), month))))
    return " or ".join(said)


def _local(occurrence: Occurrence) -> tuple[datetime, datetime | None]:
    end = timezone.localtime(occurrence.end) if occurrence.end else None
    return timezone.localtime(occurrence.start), end
