"""Keeps the real dates of sessions as rows, thirteen months of them: renewed for whatever changed, one day longer each
day, never made all over again.

Invariant: after `renew` the rows of these assets are what `cms.schedule` says of their sessions, whatever stood there
before; an asset that is not live or is not running just now has none. Nothing here opens a transaction or asks what
day it is: whoever follows the changes does both (`search.indexing.dates`).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final, NamedTuple, cast
from zoneinfo import ZoneInfo

from django.conf import settings

from cms.models import Asset, ScheduledSession, Session
from cms.schedule.exceptions import Exceptions, Nation, Terms
from cms.schedule.occurrences import planned_between
from cms.schedule.rhythm import Rhythm
from cms.schedule.slots import PARTS, part_of_day
from cms.sessions import exceptions_of, rhythm_of, terms_of

MONTHS: Final = 13
AT_ONCE: Final = 2_000
_DAY: Final = timedelta(days=1)
_COLUMNS: Final = ("asset_id", "session_id", "day", "part", "starts_at", "ends_at", "cancelled", "why")


class _Row(NamedTuple):
    """What a row says, in the order of `_COLUMNS`. Moments are in UTC: in another zone, those that an autumn night has
    twice equal nothing."""

    asset_id: int
    session_id: int
    day: date
    part: int
    starts_at: datetime
    ends_at: datetime | None
    cancelled: bool
    why: str


class _Date(NamedTuple):
    """One date of a rule, whosever it is: the columns of a row but the first two."""

    day: date
    part: int
    starts_at: datetime
    ends_at: datetime | None
    cancelled: bool
    why: str


def window(today: date) -> tuple[date, date]:
    """The first and the last day that there are rows for: yesterday, and the same day thirteen months on."""
    months = today.year * 12 + today.month - 1 + MONTHS
    year, month = divmod(months, 12)
    opening = date(year, month + 1, 1)
    length = (date(year + month // 11, (month + 1) % 12 + 1, 1) - opening).days
    return today - _DAY, opening.replace(day=min(today.day, length))


def renew(asset_ids: Collection[int], today: date) -> int:
    """Make the rows of these assets what is true now. How many were written or dropped: those that say so already
    stay."""
    sessions = _running(asset_ids)
    wanted = set(_rows(sessions, *window(today)))
    standing = ScheduledSession.objects.filter(session__in=[session.pk for session in sessions])
    stale, kept = [], set()
    for pk, *values in standing.values_list("pk", *_COLUMNS):
        row = _Row(*values)
        if row in wanted:
            kept.add(row)
        else:
            stale.append(pk)
    others = ScheduledSession.objects.filter(asset__in=asset_ids).exclude(session__in=[each.pk for each in sessions])
    dropped = others.delete()[0] + _drop(stale)
    return dropped + _insert(wanted - kept)


def append(asset_ids: Collection[int], after: date, today: date) -> int:
    """Write the days of these assets that come after `after`, which was the last of an earlier day. How many."""
    first, last = window(today)
    return _insert(_rows(_running(asset_ids), max(first, after + _DAY), last), again=True)


def drop_past(today: date) -> int:
    """Drop the days before yesterday, and say how many rows they were."""
    past, dropped = ScheduledSession.objects.filter(day__lt=window(today)[0]).order_by("day"), 0
    while pks := list(past.values_list("pk", flat=True)[:AT_ONCE]):
        dropped += _drop(pks)
    return dropped


def _running(asset_ids: Collection[int]) -> list[Session]:
    rows = Session.objects.filter(asset__in=asset_ids, asset__live=True).exclude(asset__room=Asset.Room.PAUSED)
    return list(rows.select_related("authority").prefetch_related("authority__terms").order_by("asset_id", "pk"))


def _rows(sessions: Sequence[Session], first: date, last: date) -> Iterator[_Row]:
    zone, nation = ZoneInfo(settings.TIME_ZONE), cast(Nation, settings.CONNECTOR_NATION)
    for session in sessions:
        rhythm = rhythm_of(session)
        if rhythm is None:
            continue
        rule = _as_if_new(rhythm, first)
        for each in _dates(rule, exceptions_of(session), terms_of(session), first, last, zone, nation):
            yield _Row(session.asset_id, session.pk, *each)


def _as_if_new(rhythm: Rhythm, first: date) -> Rhythm:
    """The same as if it had begun with the window, where what was before makes no difference: most of a catalogue is a
    few hundred rules, told apart only by when they began."""
    begun = rhythm.first < first and (rhythm.until is None or rhythm.until >= first)
    return replace(rhythm, first=first) if begun and rhythm.kind in ("daily", "weekly", "monthly") else rhythm


@lru_cache(maxsize=1_000)
def _dates(
    rhythm: Rhythm, exceptions: Exceptions, terms: Terms | None, first: date, last: date, zone: ZoneInfo, nation: Nation
) -> tuple[_Date, ...]:
    """The dates of one rule. Equal rules have equal dates, which take long to work out."""
    found = planned_between(rhythm, exceptions, first, last, tz=zone, terms=terms, nation=nation)
    return tuple(
        _Date(
            each.start.date(),
            PARTS.index(part_of_day(each.start.time())),
            each.start.astimezone(UTC),
            each.end.astimezone(UTC) if each.end else None,
            each.status == "cancelled",
            each.why,
        )
        for each in found
    )


def _drop(pks: Sequence[int]) -> int:
    for start in range(0, len(pks), AT_ONCE):
        ScheduledSession.objects.filter(pk__in=pks[start : start + AT_ONCE]).delete()
    return len(pks)


def _insert(rows: Collection[_Row] | Iterator[_Row], *, again: bool = False) -> int:
    """`again`: some of them may stand there already, written for a change that was followed meanwhile."""
    made = [ScheduledSession(**dict(zip(_COLUMNS, row, strict=True))) for row in sorted(rows)]
    ScheduledSession.objects.bulk_create(made, batch_size=AT_ONCE, ignore_conflicts=again)
    return len(made)
