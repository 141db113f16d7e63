"""The log of changes: appended in the transaction of the change, read from a position, pruned below the slowest.

Invariant: nobody moves past a change that may still be committed. SQLite has one writer at a time, so ids follow
commits. PostgreSQL gives ids before commit; there rows are read in the order of their transactions and only below the
oldest one still running (PostgreSQL manual, "Transaction ID and Snapshot Information Functions").
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import BigIntegerField, Count, Max, Min, Q
from django.db.models.expressions import RawSQL
from django.db.transaction import TransactionManagementError

from search import conf
from search.models import IndexChange, IndexPosition

# Rows are dropped a thousand at a time, so that not every drain writes once more.
PRUNE_FROM = 1_000
_THIS_XACT = "pg_current_xact_id()::text::bigint"
OLDEST_RUNNING = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
_NEXT_TO_BE_GIVEN = "pg_snapshot_xmax(pg_current_snapshot())::text::bigint"


class Mark(NamedTuple):
    """A place in the log: the transaction (0 on SQLite) and the change."""

    xact: int = 0
    change: int = 0


class Waiting(NamedTuple):
    """How many assets have a change that waits, and when the oldest of those was made."""

    assets: int = 0
    oldest: datetime | None = None


class Change(NamedTuple):
    mark: Mark
    asset_id: int


def append(asset_ids: Iterable[int]) -> None:
    """Log these assets as changed. Raises TransactionManagementError outside of the change's transaction."""
    if not connection.in_atomic_block:
        raise TransactionManagementError("A change is logged in the transaction that makes it.")
    xact = RawSQL(_THIS_XACT, (), output_field=BigIntegerField()) if _postgres() else 0  # noqa: S611
    IndexChange.objects.bulk_create([IndexChange(asset_id=pk, xact=xact) for pk in asset_ids], batch_size=1_000)


def changes_after(mark: Mark, limit: int) -> list[Change]:
    """The next changes that are safe to read, in order."""
    rows = _readable().filter(_after(mark)).order_by("xact", "id")
    return [
        Change(Mark(xact, pk), asset_id) for xact, pk, asset_id in rows.values_list("xact", "id", "asset_id")[:limit]
    ]


def waits_after(mark: Mark) -> bool:
    """Whether there is anything to read."""
    return _readable().filter(_after(mark)).exists()


def waiting_after(mark: Mark) -> Waiting:
    """What waits after a mark, readable yet or not."""
    rows = IndexChange.objects.filter(_after(mark))
    return Waiting(**rows.aggregate(assets=Count("asset_id", distinct=True), oldest=Min("made_at")))


def touched_since(mark: Mark) -> set[int]:
    """The assets with a change after a mark, readable yet or not."""
    return set(IndexChange.objects.filter(_after(mark)).values_list("asset_id", flat=True))


def newest() -> Mark:
    """The newest change that this connection sees, its own included: what "up to date" means from now on."""
    found = IndexChange.objects.order_by("-xact", "-id").values_list("xact", "id").first()
    return Mark(*found) if found else Mark()


def start_of_rebuild() -> Mark:
    """A mark that every change which a reader may not see yet comes after: read it before reading the catalogue."""
    found = _readable().order_by("-xact", "-id").values_list("xact", "id").first()
    return Mark(*found) if found else Mark()


def ahead_of_time(mark: Mark) -> bool:
    """Whether a mark is from another history: later than anything this database has given out (it was restored)."""
    if _postgres():
        return mark.xact > newest().xact and mark.xact >= _number(f"SELECT {_NEXT_TO_BE_GIVEN}")
    # The highest id ever given out, of rows that were dropped too.
    return mark.change > _number("SELECT seq FROM sqlite_sequence WHERE name = 'search_indexchange'")


def prune(now: datetime) -> int:
    """Drop what every index has passed, live or being built, and say how many.

    Hosts not seen for days build anew when they return; a rebuild broken off on another day is not gone on with."""
    with transaction.atomic():
        IndexPosition.objects.filter(seen_at__lt=now - conf.HOST_FORGOTTEN).update(generation="", building="")
        IndexPosition.objects.filter(building_day__lt=now.astimezone(conf.zone()).date()).update(building="")
        slowest = _slowest()
        if slowest is None:
            return 0
        passed = IndexChange.objects.exclude(_after(slowest))
        span = passed.aggregate(low=Min("id"), high=Max("id"))
        if span["low"] is None or span["high"] - span["low"] < PRUNE_FROM:
            return 0
        return passed.delete()[0]


def _slowest() -> Mark | None:
    live = IndexPosition.objects.exclude(generation="").values_list("last_xact", "last_change")
    building = IndexPosition.objects.exclude(building="").values_list("built_xact", "built_change")
    marks = [Mark(*found) for found in (*live, *building)]
    return min(marks) if marks else None


def _after(mark: Mark) -> Q:
    return Q(xact__gt=mark.xact) | Q(xact=mark.xact, id__gt=mark.change)


def _readable():  # type: ignore[no-untyped-def]  # the queryset's own type is private to the stubs
    rows = IndexChange.objects.all()
    return rows.filter(xact__lt=RawSQL(OLDEST_RUNNING, ())) if _postgres() else rows  # noqa: S611


def _number(query: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(query)
        found = cursor.fetchone()
    return int(found[0]) if found else 0


def _postgres() -> bool:
    return connection.vendor == "postgresql"
