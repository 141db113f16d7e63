"""A connector rang somebody, or went there, and writes down what they said; or that nobody answered.

Invariant: it moves the row that a link would, once: what was answered meanwhile, by whatever way, stays.
"""

from datetime import date

from django.db import transaction

from connector.accounts.models import User
from connector.stewardship.actions.answer import Answering, have_stopped, something_changed, still_right
from connector.stewardship.deciding import AGAIN_AFTER
from connector.stewardship.models import Asked, Asking
from connector.stewardship.people import public_name
from connector.stewardship.ways import how_confirmed

Answer = Asked.Answer


@transaction.atomic
def told(*, asked: Asked, answer: str, by: User) -> bool:
    """Whether it was written down. `answer`: "right", "change" or "stopped"; False where it is answered already, or the
    listing is out no more. Raises ValueError for another answer."""
    said = Answer(answer)
    row = Asked.objects.select_for_update().select_related("asking", "asset").get(pk=asked.pk)
    if row.answer or not row.asset.live:
        return False
    asking = row.asking
    answering = Answering(public_name(asking.recipient), by, how_confirmed(asking.way), connector=True)
    if said == Answer.RIGHT:
        still_right(asked=row, by=answering)
    elif said == Answer.CHANGE:
        something_changed(asked=row, by=answering)
    else:
        have_stopped(asked=row, by=answering, words=f"They told a connector {answering.how.split(',')[0]}.")
    return True


@transaction.atomic
def nobody_answered(*, asking: Asking, by: User, today: date) -> bool:
    """Try again another day. Whether it counted: twice on a day is the same as once."""
    row = Asking.objects.select_for_update().get(pk=asking.pk)
    if row.closed_on is not None or (row.try_from is not None and row.try_from > today):
        return False
    row.tries, row.try_from = row.tries + 1, today + AGAIN_AFTER
    row.save(update_fields=["tries", "try_from"])
    return True
