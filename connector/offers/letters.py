"""The messages about an offer, and whom a reference to one names.

Invariant: the address is read from the offer each time, and each message has a link of its own, made when it goes; one
that its offer's state has made needless does not go.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from cms.schedule.names import full_date
from connector.links.actions.make_link import make_link
from connector.notifications.actions.enqueue import enqueue
from connector.notifications.kinds import Kind, register
from connector.notifications.models import Message
from connector.notifications.recipients import Addressee, register_reference
from connector.offers.models import Offer
from connector.offers.times import times
from connector.offers.wording import months

ABOUT: Final = "offers.offer"
PROVE, ASKED, OUT, ENDS, RETURNED = "offer_prove", "offer_asked", "offer_out", "offer_ends", "offer_returned"
OWN: Final = "your own offer"
LASTS: Final = timedelta(days=400)
"""A link must stop an offer for as long as somebody may still find the message."""
State = Offer.State
WHEN: Final = {
    PROVE: State.UNPROVEN,
    ASKED: State.ASKED,
    OUT: State.OUT,
    ENDS: State.OUT,
    RETURNED: State.RETURNED,
}
"""The state in which each is still needed."""
_FOLDERS: Final = Path(__file__).parent / "messages"


def tell(offer: Offer, kind: str, once: str = "") -> bool:
    """Put a message about it into the outbox, one of its kind for each `once`. Whether it is new."""
    key = f"{kind}:{offer.pk}:{sha256(once.encode()).hexdigest()[:16] if once else ''}"
    about = (ABOUT, str(offer.pk))
    return enqueue(kind=kind, to=f"{ABOUT}:{offer.pk}", key=key, about=about, now=timezone.now())


def addressed(key: int) -> Addressee | None:
    """Whose an offer is, while we know it."""
    offer = Offer.objects.filter(pk=key).exclude(email="").first()
    return Addressee(f"{ABOUT}:{key}", offer.first_name, offer.email, offer.phone) if offer else None


def _fill(state: str, message: Message, to: Addressee, now: datetime) -> Mapping[str, Any] | None:
    offer = Offer.objects.filter(pk=int(message.about_id), state=state).first()
    if offer is None:
        return None
    return {
        "first_name": to.first_name,
        "offer": offer.title,
        "link": make_link(purpose=OWN, about=(ABOUT, str(offer.pk)), to=message.recipient, now=now),
        "again": f"{settings.CONNECTOR_BASE_URL}{reverse('offering')}",
        "ends": full_date(offer.ends_on) if offer.ends_on else "",
        "runs": months(times().runs),
        "question": offer.question,
        "reason": offer.reason,
    }


BECAUSE: Final = "you told us what you could share"
# Made once: a kind that is registered again has to be the same.
_KINDS: Final = tuple(
    Kind(
        name,
        "what you offer to share",
        _FOLDERS / name,
        partial(_fill, str(state)),
        urgent=name == PROVE,
        because=BECAUSE,
    )
    for name, state in WHEN.items()
)


def connect() -> None:
    """Let them be sent, once a process."""
    register_reference(ABOUT, addressed)
    for kind in _KINDS:
        register(kind)
