"""Add to the counts of some listings.

Invariant: two statements, however many listings: one finds them, one adds. Two at once lose nothing of each other.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from django.db import connection

from cms.models import Asset
from connector.gaps.weeks import week_of
from connector.reach.deciding import Count
from connector.reach.models import WeekOfReach


def count(*, new: Iterable[tuple[str, Count]], but: Collection[int], on: date) -> dict[int, set[Count]]:
    """One more of each pair of a listing's uuid and a count. `but`: ids of those that whoever did it keeps themselves.
    What was added to, by id. Who did it is nobody's business: there is no `by`."""
    wanted: defaultdict[str, set[Count]] = defaultdict(set)
    for uuid, which in new:
        wanted[uuid].add(which)
    rows = Asset.objects.filter(uuid__in=wanted, live=True).order_by("pk").values_list("pk", "uuid")
    found = {pk: wanted[str(uuid)] for pk, uuid in rows if pk not in but}
    if found:
        _add(found, week_of(on))
    return found


def _add(found: dict[int, set[Count]], week: str) -> None:
    """SQLite and PostgreSQL read this alike. Every name in it is ours."""
    table, names = WeekOfReach._meta.db_table, [str(each) for each in Count]
    row = f"({', '.join(['%s'] * (2 + len(names)))})"
    sums = ", ".join(f"{name} = {table}.{name} + excluded.{name}" for name in names)
    values: list[int | str] = []
    for pk, which in found.items():
        values += [pk, week, *(int(Count(name) in which) for name in names)]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (asset_id, week, {', '.join(names)}) "  # noqa: S608
            f"VALUES {', '.join([row] * len(found))} ON CONFLICT (asset_id, week) DO UPDATE SET {sums}",
            values,
        )
