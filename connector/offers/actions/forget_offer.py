"""It is over long enough: nobody knows any more whose an offer was.

Invariant: what is left says that there was an offer, when, and what became of it; its asset goes with all its history.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from connector.links.actions.revoke_links import revoke_links
from connector.offers.letters import ABOUT, OWN
from connector.offers.models import BrokerTask, Offer
from connector.offers.times import times

_EMPTIED = dict.fromkeys(
    ("words", "when", "often", "condition", "sector", "first_name", "email", "phone", "question", "answer", "reason"),
    "",
)


@transaction.atomic
def forget_offer(*, offer: Offer, now: datetime) -> None:
    """One whose address nobody proved is gone as a whole."""
    revoke_links(purpose=OWN, about=(ABOUT, str(offer.pk)), now=now)
    if offer.state == Offer.State.UNPROVEN:
        offer.delete()
        return
    if offer.asset is not None:
        offer.asset.delete()
    Offer.objects.filter(pk=offer.pk).update(**_EMPTIED, title="An offer", heard=[], area=None, asset=None)


def forget_tasks(*, now: datetime) -> int:
    """Which worker asked after an offer, as long after it was done. How many."""
    done = BrokerTask.objects.filter(done_on__lt=timezone.localdate(now) - times().kept)
    return done.delete()[0]
