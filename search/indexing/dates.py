"""Keeps the real dates of sessions up with the catalogue: fills the rows once, follows the log, appends a day a day.

Invariant: a change and its row in the log commit together (`search.indexing.receivers`), and the position moves only
when what it passed is in the rows, so that no change is lost and no import waits. Each batch is one transaction that
begins by writing to the position: whoever lost the lease writes nothing more. Killed anywhere, the next round does the
same work again.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from importlib.metadata import version

from django.db import transaction

from cms.models import Asset
from cms.querysets import AssetQuerySet
from cms.scheduled import append, drop_past, renew, window
from search import conf
from search.indexing import outbox
from search.indexing.drain import today
from search.indexing.lease import Lease, lease_on, mark_of
from search.indexing.outbox import Mark
from search.indexing.renew import due
from search.models import IndexPosition

# Listings a transaction: a quarter of a second at most, since SQLite has one writer at a time.
BATCH = 100
# Grows whenever the rules of `cms.schedule` say other dates.
RECKONED_AS = "1"
INDEX = "dates"
# Called with how many listings are done and how many there are.
Progress = Callable[[int, int], object]


def _untold(done: int, total: int) -> None:
    """Nobody asked how far it is."""


def position() -> IndexPosition:
    """One for all hosts, since the rows lie in the database."""
    return IndexPosition.objects.get_or_create(index=INDEX, host="")[0]


def edition() -> str:
    """What the rows were reckoned with: where one of these is another, all listings are looked at again."""
    return f"{RECKONED_AS}/{conf.nation()}/{conf.zone().key}/{_bank_holidays()}"


def complete(found: IndexPosition) -> bool:
    """Whether all that was committed by the position's mark is in the rows."""
    return found.generation == edition() and not outbox.ahead_of_time(mark_of(found))


def has_passed(target: Mark, day: date) -> bool:
    """Whether all changes up to `target` are in the rows, for the window of this day."""
    found = position()
    return complete(found) and mark_of(found) >= target and not due(found, day)


def follow(progress: Progress = _untold) -> bool:
    """Do what there is to do, once: fill, drain, append. False when there was nothing, or somebody else is at it."""
    found, day = position(), today()
    if complete(found) and not outbox.waits_after(mark_of(found)) and not due(found, day):
        return False
    with lease_on(found) as lease:
        if lease is None:
            return False
        if not complete(lease.position):
            _fill(lease, day, progress)
        _drain(lease, day)
        if due(lease.position, day):
            _append(lease, day)
    return True


def _fill(lease: Lease, day: date, progress: Progress) -> None:
    """Look at every listing with sessions; one that was broken off today goes on where it was. What stands there
    already and is right stays."""
    _take_up(lease, day)
    done, total = _upto(lease.position.built_to), _timed().count()
    while ids := _next_ids(lease.position.built_to):
        with transaction.atomic():
            lease.set(built_to=ids[-1])
            renew(ids, day)
        done += len(ids)
        progress(done, max(done, total))
    drop_past(day)
    kept = lease.position
    lease.set(
        generation=edition(),
        renewed_on=day,
        last_xact=kept.built_xact,
        last_change=kept.built_change,
        building="",
        building_day=None,
    )


def _take_up(lease: Lease, day: date) -> None:
    found = lease.position
    begun = Mark(found.built_xact, found.built_change)
    if found.building == edition() and found.building_day == day and not outbox.ahead_of_time(begun):
        return
    mark = outbox.start_of_rebuild()
    lease.set(building=edition(), building_day=day, built_to=0, built_xact=mark.xact, built_change=mark.change)


def _drain(lease: Lease, day: date) -> None:
    while changes := outbox.changes_after(lease.mark, conf.READ_AHEAD):
        ids = list(dict.fromkeys(change.asset_id for change in changes))
        for start in range(0, len(ids), BATCH):
            with transaction.atomic():
                lease.renew()
                renew(ids[start : start + BATCH], day)
        lease.move(changes[-1].mark)


def _append(lease: Lease, day: date) -> None:
    """The days that came into the window since it was last moved; those that left it go. A change that comes meanwhile
    is followed between two batches, for the new window."""
    renewed_on = lease.position.renewed_on
    after, last = window(renewed_on or day)[1], 0
    while ids := _next_ids(last):
        with transaction.atomic():
            lease.renew()
            append(ids, after, day)
        _drain(lease, day)
        last = ids[-1]
    with transaction.atomic():
        lease.renew()
        drop_past(day)
    lease.set(renewed_on=day)


def _timed() -> AssetQuerySet:
    return Asset.objects.filter(sessions__isnull=False).distinct()


def _upto(pk: int) -> int:
    return int(_timed().filter(pk__lte=pk).count()) if pk else 0


def _next_ids(last: int) -> Sequence[int]:
    return list(_timed().filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH])


@cache
def _bank_holidays() -> str:
    return version("holidays")
