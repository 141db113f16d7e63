"""A connector rang somebody, or went there, and writes down what they said; or that nobody answered.

Invariant: it moves the row that a link would, once: what was answered meanwhile, by whatever way, stays.
"""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from cms.models import Asset
from connector.accounts.models import User
from connector.asking.actions.dont_know import dont_know
from connector.asking.actions.write_down_answer import write_down_answer
from connector.stewardship.actions.answer import Answering, have_stopped, something_changed, still_right
from connector.stewardship.deciding import AGAIN_AFTER
from connector.stewardship.models import Asked, Asking, Enquiry
from connector.stewardship.people import persons_of, public_name
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
def told_what_was_unknown(*, enquiry: Enquiry, asset: Asset, subject: str, state: str, by: User, today: date) -> bool:
    """Write down yes, no, partly or unsure. A connector is who would look at such a change, so people see it at once,
    with who said so and how. False where whoever was rung keeps the listing no longer, or it is out no more. Raises
    Locked."""
    if enquiry.person not in persons_of([asset.pk])[asset.pk] or not Asset.objects.filter(pk=asset.pk, live=True):
        return False
    if state == "unsure":
        return dont_know(asset=asset, subject=subject, on=today)
    who, how = public_name(enquiry.recipient), how_confirmed(enquiry.way)
    write_down_answer(asset=asset, subject=subject, state=state, by=by, who=who, how=how)
    return True


@transaction.atomic
def nobody_answered(*, rung: Sequence[Asking | Enquiry], by: User, today: date) -> bool:
    """Try again another day. Whether it counted: twice on a day is the same as once. `rung`: what they were rung for,
    all that stands on their line."""
    counted = [_tried(each, today) for each in rung]
    return any(counted)


def _tried(rung: Asking | Enquiry, today: date) -> bool:
    row = type(rung)._default_manager.select_for_update().get(pk=rung.pk)
    if row.closed_on is not None or (row.try_from is not None and row.try_from > today):
        return False
    row.tries, row.try_from = row.tries + 1, today + AGAIN_AFTER
    row.save(update_fields=["tries", "try_from"])
    return True
