"""Let what is known of each group's limit follow the visits of the month.

Invariant: only what turns is written and told to the index.
"""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.db.models import Q, Sum

from cms.actions import set_at_limit
from cms.models import Asset
from connector.gaps.weeks import weeks_before
from connector.reach.deciding import WEEKS, is_at_limit
from connector.reach.models import WeekOfReach


@transaction.atomic
def settle_limits(*, on: date, asset_ids: Collection[int] | None = None) -> int:
    """Of these, or of all. How many turned. One query where none of them says a limit."""
    rows = Asset.objects.filter(Q(new_a_month__isnull=False) | Q(introductions__at_limit=True)).order_by("pk")
    if asset_ids is not None:
        rows = rows.filter(pk__in=asset_ids)
    known = list(rows.values_list("pk", "new_a_month", "introductions__at_limit"))
    if not known:
        return 0
    weeks = WeekOfReach.objects.filter(week__gt=weeks_before(on, WEEKS), asset__in=[pk for pk, _most, _now in known])
    sums = dict(weeks.order_by().values_list("asset").annotate(many=Sum("interested")))
    turned: dict[bool, list[int]] = {True: [], False: []}
    for pk, most, now in known:
        wanted = is_at_limit(sums.get(pk, 0), most)
        if wanted is not bool(now):
            turned[wanted].append(pk)
    for wanted, ids in turned.items():
        set_at_limit(asset_ids=ids, at_limit=wanted)
    return sum(map(len, turned.values()))


def settle_all(today: date) -> int:
    """The same, of all, once a day: weeks go by, and groups change their minds."""
    return settle_limits(on=today)
