"""The dates that the page shows and counts, in few queries, however large the catalogue is.

Invariant: what is shown and what is counted are of the same listings. Nothing is read that is not shown: a day is read
in the order of its index and no further than its page; how much there is on each day is counted from indexes.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from cms.models import Asset, ScheduledSession
from cms.occurring import occurring
from cms.querysets import AssetQuerySet
from cms.schedule.slots import PARTS
from cms.visibility import Viewer
from cms.whats_on.asked import Asked
from cms.whats_on.narrowing import narrowed

# Fewer dates in a week than this are read at once, from their listings; of more, each day from its own beginning.
FEW: Final = 300
Rows = QuerySet[ScheduledSession]


class Dates:
    """What there is of what was asked, for one viewer at one moment."""

    def __init__(self, asked: Asked, *, viewer: Viewer, now: datetime) -> None:
        self._asked, self._now = asked, now
        self._visible: AssetQuerySet = Asset.objects.visible_to(viewer)
        self._meant = narrowed(self._visible, asked)

    def counts(self, first: date, last: date) -> dict[date, int]:
        """How many dates there are on each day, those called off and those over by now among them."""
        if self._meant is not self._visible:
            return _by_day(self._fitting(occurring(self._meant, first, last)))
        # Of nearly everything, nearly every row counts: those that this viewer may not see are fewer.
        hidden = Asset.objects.exclude(pk__in=self._visible.order_by().values("pk"))
        every = _by_day(self._fitting(ScheduledSession.objects.filter(day__range=(first, last))))
        unseen = _by_day(self._fitting(occurring(hidden, first, last)))
        return {day: count - unseen.get(day, 0) for day, count in every.items() if count > unseen.get(day, 0)}

    def of_day(self, day: date, start: int, most: int) -> list[ScheduledSession]:
        """So many of one day from the `start`th on, that are not over."""
        meant = self._meant.filter(pk=OuterRef("asset_id")).order_by()
        rows = self._left(self._fitting(ScheduledSession.objects.filter(day=day))).filter(Exists(meant))
        return list(_in_order(rows)[start : start + most])

    def of_days(self, days: Sequence[date], counts: dict[date, int], most: int) -> dict[date, list[ScheduledSession]]:
        """The first of each of these days."""
        if sum(counts.get(day, 0) for day in days) > FEW:
            return {day: self.of_day(day, 0, most) if counts.get(day) else [] for day in days}
        found: dict[date, list[ScheduledSession]] = {day: [] for day in days}
        rows = self._left(self._fitting(occurring(self._meant, days[0], days[-1])))
        for row in _in_order(rows.select_related(None)):
            if len(found.get(row.day, ())) < most and row.day in found:
                found[row.day].append(row)
        return found

    def _fitting(self, rows: Rows) -> Rows:
        """Of the time of day that is asked for, and at a place in the ward where the session has one of its own."""
        if self._asked.parts:
            rows = rows.filter(part__in=[PARTS.index(part) for part in self._asked.parts])
        if self._asked.ward:
            rows = rows.filter(Q(session__place=None) | Q(session__place__ward__code=self._asked.ward))
        return rows

    def _left(self, rows: Rows) -> Rows:
        """Not over by now; without a known end, not begun."""
        return rows.filter(Q(ends_at__gt=self._now) | Q(ends_at=None, starts_at__gte=self._now))


def _by_day(rows: Rows) -> dict[date, int]:
    told = rows.select_related(None).order_by().values_list("day").annotate(n=Count("pk"))
    return dict(told)


def _in_order(rows: Rows) -> Rows:
    return rows.order_by("day", "part", "starts_at", "pk")


def days_from(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
