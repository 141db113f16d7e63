"""Somebody without an account has told what they would share, and agreed to how it is kept."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.models import Area
from connector.offers.letters import PROVE, tell
from connector.offers.models import Offer
from connector.offers.wording import title_of

State = Offer.State


@transaction.atomic
def send_offer(*, mark: str, answers: Mapping[str, Any], agreed_words: str) -> Offer:
    """Keep it, once for each `mark`, and write to its address; without one a connector rings first.

    `answers`: of `connector.offers.questions`, all of them. Who did it has no account: there is no `by`.
    """
    what, heard, where, when, you = (answers[each] for each in ("what", "heard", "where", "when", "you"))
    fields = {
        "state": State.UNPROVEN if you["email"] else State.TO_RING,
        "title": title_of(what["words"]),
        "words": what["words"],
        "heard": heard["codes"],
        "area": Area.objects.filter(code=where["code"]).first() if where["code"] else None,
        "sector": where["sector"],
        "agreed_words": agreed_words,
        "sent_at": timezone.now(),
        **{name: when[name] for name in ("when", "often", "condition")},
        **{name: you[name] for name in ("first_name", "email", "phone")},
    }
    offer, made = Offer.objects.get_or_create(uuid=mark, defaults=fields)
    if made and offer.email:
        tell(offer, PROVE)
    return offer


@transaction.atomic
def prove_offer(*, offer: Offer) -> bool:
    """The address is theirs: it waits for a connector. A second press changes nothing."""
    rows = Offer.objects.filter(pk=offer.pk, state=State.UNPROVEN)
    return bool(rows.update(state=State.WAITING, proved_at=timezone.now()))
