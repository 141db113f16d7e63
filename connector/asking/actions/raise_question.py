"""Write down that a match, or a first visit, hangs on something that nobody knows of this listing."""

from datetime import date, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F, Q

from connector.asking.knowing import known_subjects
from connector.asking.models import AccessQuestion

State = AccessQuestion.State
RESTS: Final = timedelta(days=90)
"""So long nobody asks a group again that does not know it either: it may have found out by then."""


def rests(row: AccessQuestion, today: date) -> bool:
    """Whether the group said a short while ago that it does not know."""
    return row.state == State.UNSURE and row.unsure_on is not None and row.unsure_on > today - RESTS


@transaction.atomic
def raise_question(*, asset_id: int, subject: str, on: date) -> bool:
    """Once more for this listing and subject; False, and nothing, where it is known by now. One that was answered, and
    is not known any more, is to be asked again, and after a while one that they did not know either; one that waits
    for its answer goes on waiting. Who needs to know is nobody's business: there is no `by`."""
    if subject in known_subjects([asset_id]).get(asset_id, frozenset({subject})):
        return False
    row, made = AccessQuestion.objects.get_or_create(
        asset_id=asset_id, subject=subject, defaults={"first_asked": on, "last_asked": on}
    )
    if not made:
        AccessQuestion.objects.filter(pk=row.pk).update(times=F("times") + 1, last_asked=max(on, row.last_asked))
        rested = Q(state=State.UNSURE, unsure_on__lte=on - RESTS)
        again = AccessQuestion.objects.filter(Q(state=State.ANSWERED) | rested, pk=row.pk)
        again.update(state=State.OPEN, unsure_on=None)
    return True
