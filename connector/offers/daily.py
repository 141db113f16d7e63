"""The day's work about offers: ask before one ends, end it, forget whose it was.

Invariant: done twice on a day it is done once, and a day that was missed is made up for. What was stopped and is live
again, by whatever slip, is taken off again.
"""

from collections import Counter
from datetime import date

from django.utils import timezone

from cms.actions import withdraw_asset
from connector.offers.actions.forget_offer import forget_offer, forget_tasks
from connector.offers.actions.keep_offer import end_offer
from connector.offers.deciding import CLOSED, Due, due
from connector.offers.letters import ENDS, tell
from connector.offers.models import Offer
from connector.offers.times import times


def see_to_offers(today: date) -> Counter[str]:
    """Do what is due today. What was done, by its name."""
    done: Counter[str] = Counter()
    for offer in Offer.objects.exclude(first_name="").select_related("asset").order_by("pk"):
        step = due(
            state=offer.state,
            today=today,
            sent_on=timezone.localdate(offer.sent_at),
            ends_on=offer.ends_on,
            closed_on=offer.closed_on,
            times=times(),
        )
        _do(step, offer)
        done[str(step)] += step is not Due.NOTHING
    forget_tasks(now=timezone.now())
    return +done


def _do(step: Due, offer: Offer) -> None:
    if step is Due.ASK and offer.email:
        tell(offer, ENDS, once=str(offer.ends_on))
    elif step is Due.END:
        end_offer(offer=offer)
    elif step is Due.FORGET:
        forget_offer(offer=offer, now=timezone.now())
    elif offer.state in CLOSED and offer.asset is not None and offer.asset.live:
        withdraw_asset(asset=offer.asset, by=None, reason="Whoever offered it does so no longer.")
