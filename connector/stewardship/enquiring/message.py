"""What the message "people need to know" shows, made when it goes: all that is left to ask of their listings."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from cms.models import Asset
from connector.asking.waiting import Waiting, left_of
from connector.links.actions.make_link import make_link
from connector.notifications.kinds import Kind, register
from connector.notifications.models import Message
from connector.notifications.recipients import Addressee
from connector.stewardship.enquiring.asking import ABOUT, KIND
from connector.stewardship.models import Enquiry
from connector.stewardship.people import kept_of

PURPOSE: Final = "say what people need to know"
LASTS: Final = timedelta(weeks=8)
FOLDER: Final = Path(__file__).parents[1] / "messages" / KIND


def left_for(recipient: str) -> list[tuple[Asset, list[Waiting]]]:
    """The listings that this reference keeps of which something is left to ask, by name."""
    left = left_of()
    assets = Asset.objects.filter(pk__in=kept_of(recipient, list(left))).order_by("name", "pk")
    return [(asset, left[asset.pk]) for asset in assets]


def fill(message: Message, to: Addressee, now: datetime) -> dict[str, Any] | None:
    """Names of listings, what is not known of each, and a link; None once nothing is left, or they keep none of them
    any more."""
    enquiry = Enquiry.objects.filter(pk=int(message.about_id), closed_on=None).first()
    told = left_for(message.recipient) if enquiry else []
    if not told or enquiry is None:
        return None
    link = make_link(purpose=PURPOSE, about=(ABOUT, str(enquiry.pk)), to=message.recipient, now=now)
    asked = [(asset.name, [each.name for each in rows]) for asset, rows in told]
    return {"first_name": to.first_name, "asked": asked, "count": sum(len(rows) for _, rows in told), "link": link}


def connect() -> None:
    """Let it be sent, once a process."""
    register(Kind(KIND, "what people need to know about your listing", FOLDER, fill))
