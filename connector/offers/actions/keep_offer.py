"""Whoever offers says through their link, or to a connector: still true, or stop; an answer; or its time is over.

Invariant: what is stopped is out of everybody's sight with the same commit; a second press changes nothing.
"""

from django.utils import timezone

from cms.actions import confirm_current, withdraw_asset
from connector.accounts.models import User
from connector.offers.actions.changing import changing
from connector.offers.actions.look_at_offer import WHO
from connector.offers.models import Offer
from connector.offers.times import times

State = Offer.State


def keep_offer(*, offer: Offer, by: User | None = None) -> bool:
    """Still true: it runs anew from today. `by`: a connector who was told so."""
    with changing(offer, "keep") as row:
        if row is None:
            return False
        row.ends_on = timezone.localdate() + times().runs
        row.save(update_fields=["ends_on"])
        if row.asset is not None and row.asset.live:
            confirm_current(asset=row.asset, by=by, who=WHO, how="by telephone" if by else "by a link")
    return True


def answer_offer(*, offer: Offer, words: str) -> bool:
    """What a connector asked is answered: it is the connector's turn again. Nothing without words."""
    with changing(offer, "answer") as row:
        if row is None or not words.strip():
            return False
        row.state, row.answer = State.WAITING, words.strip()[:500]
        row.save(update_fields=["state", "answer"])
    return True


def withdraw_offer(*, offer: Offer, by: User | None = None) -> bool:
    """Its person stops it, themselves or through a connector."""
    return _close(offer, "withdraw", State.WITHDRAWN, "Whoever offered it stopped it.", by)


def end_offer(*, offer: Offer) -> bool:
    """Its time is over, and nobody said that it is still true."""
    return _close(offer, "end", State.ENDED, "Its time was over.", None)


def _close(offer: Offer, act: str, state: str, reason: str, by: User | None) -> bool:
    with changing(offer, act) as row:
        if row is None:
            return False
        row.state, row.closed_on = state, timezone.localdate()
        row.save(update_fields=["state", "closed_on"])
        if row.asset is not None:
            withdraw_asset(asset=row.asset, by=by, reason=reason)
    return True
