"""How often somebody needed to know a fact: from questions to groups, and from what was looked for in vain near by.

Invariant: counts alone; there is nobody in either of the tables that are read.
"""

from collections import Counter
from collections.abc import Collection
from datetime import date
from typing import Final

from connector.asking.models import AccessQuestion
from connector.gaps.models import Gap
from connector.gaps.weeks import weeks_before

WEEKS: Final = 26


def looked_for(*, asset_id: int | None, interests: Collection[str], area: str, today: date) -> dict[str, int]:
    """Access subject -> times. `interests`: codes of what the listing is about; `area`: the code of its ward."""
    counted: Counter[str] = Counter()
    if asset_id is not None:
        rows = AccessQuestion.objects.filter(asset=asset_id).exclude(state=AccessQuestion.State.ANSWERED)
        counted.update(dict(rows.values_list("subject", "times")))
    gaps = Gap.objects.filter(interest__in=list(interests), week__gte=weeks_before(today, WEEKS), area_code=area)
    for subject, times in gaps.filter(obstacle=Gap.Obstacle.ACCESS).exclude(subject="").values_list("subject", "times"):
        counted[subject] += times
    return dict(counted)
