"""Write down what somebody near here looked for in vain."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import F

from connector.gaps.deciding import Unmet
from connector.gaps.models import Gap
from connector.gaps.weeks import week_of

MOST = 5


@transaction.atomic
def note_gaps(
    *, gaps: Sequence[Unmet], labels: Sequence[str], area_code: str, area: str, subject: str, on: date
) -> None:
    """Each gap once more for this area and week. `labels`: of their interests, in the same order. `subject`: the one
    access subject that was asked for, kept where getting in stands in the way. Who asked is nobody's business: there is
    no `by`."""
    for gap, label in list(zip(gaps, labels, strict=True))[:MOST]:
        row, made = Gap.objects.get_or_create(
            interest=gap.interest,
            area_code=area_code,
            obstacle=gap.obstacle,
            subject=subject if gap.obstacle == Gap.Obstacle.ACCESS else "",
            week=week_of(on),
            defaults={"label": label, "area": area},
        )
        if not made:
            Gap.objects.filter(pk=row.pk).update(times=F("times") + 1)
