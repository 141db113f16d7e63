"""How often others looked for the same near here and found nothing that was right, from the gap notebook.

Invariant: nothing under `FEWEST` is told, of a ward or of the whole directory, so that nobody is counted out of it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import QuerySet, Sum

from connector.gaps.models import Gap
from connector.gaps.weeks import weeks_before

FEWEST: Final = 5
WEEKS: Final = 26


@dataclass(frozen=True, slots=True)
class Others:
    """So many times in half a year. `where`: the name of the ward, or nothing for the whole directory."""

    times: int
    where: str = ""


def others(codes: Collection[str], *, ward: str, ward_name: str, today: date) -> Others | None:
    """Of these interests in this ward (its code), else anywhere; None where that is too few to tell."""
    if not codes:
        return None
    rows = Gap.objects.filter(interest__in=codes, week__gte=weeks_before(today, WEEKS))
    here = _times(rows.filter(area_code=ward)) if ward else 0
    if here >= FEWEST:
        return Others(here, ward_name)
    everywhere = _times(rows)
    return Others(everywhere) if everywhere >= FEWEST else None


def _times(rows: QuerySet[Gap]) -> int:
    return rows.aggregate(sum=Sum("times"))["sum"] or 0
