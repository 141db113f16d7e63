"""A connector rang somebody, or went there, and writes down what they said; or that nobody answered.

Invariant: it moves the row that a link would, once: what was answered meanwhile, by whatever way, stays.
"""

from collections.abc import Sequence
from datetime import date
from enum import Enum, auto

from django.db import transaction

from cms.models import Asset
from connector.accounts.models import User
from connector.asking.actions.dont_know import dont_know
from connector.asking.actions.write_down_answer import write_down_answer
from connector.asking.waiting import waiting_of
from connector.stewardship.actions.answer import Answering, have_stopped, something_changed, still_right
from connector.stewardship.deciding import AGAIN_AFTER
from connector.stewardship.models import Asked, Asking, Enquiry
from connector.stewardship.people import persons_of, public_name
from connector.stewardship.ways import how_confirmed

Answer = Asked.Answer


class Told(Enum):
    """What became of what somebody said about what people need to know."""

    WRITTEN = auto()
    UNSURE = auto()
    ANSWERED = auto()
    NOT_KEPT = auto()
    NOT_LIVE = auto()


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
def told_what_was_unknown(
    *, enquiry: Enquiry, asset: Asset, subject: str, state: str, by: User, today: date, words: str = ""
) -> Told:
    """Write down yes, no, partly or unsure, or `words` where it is answered in words. A connector is who would look at
    such a change, so people see it at once, with who said so and how. Nothing is written down where it is
    answered by now, whether people read that or it waits for a look, or where whoever was rung keeps the listing no
    longer, or it is out no more. Raises Locked,
    and ValidationError where the listing does not hold together as it is, as an imported one may."""
    row = Asset.objects.select_for_update().get(pk=asset.pk)
    if not row.live:
        return Told.NOT_LIVE
    if enquiry.person not in persons_of([row.pk])[row.pk]:
        return Told.NOT_KEPT
    if not _may_be_said(row, subject, state):
        return Told.ANSWERED
    if state == "unsure":
        dont_know(asset=row, subject=subject, on=today)
        return Told.UNSURE
    who, how = public_name(enquiry.recipient), how_confirmed(enquiry.way)
    write_down_answer(asset=row, subject=subject, state=state, by=by, who=who, how=how, words=words)
    return Told.WRITTEN


def _may_be_said(asset: Asset, subject: str, state: str) -> bool:
    """Whether it is not answered. Who did not know it may find out; who knows it does not un-know it."""
    over = ("",) if state == "unsure" else ("", "unsure")
    return any(each.subject == subject and each.said in over for each in waiting_of([asset.pk]).get(asset.pk, ()))


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
