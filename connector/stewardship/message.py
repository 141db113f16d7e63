"""What the message "is it still right?" shows, made when it goes."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from connector.links.actions.make_link import make_link
from connector.notifications.kinds import Kind, register
from connector.notifications.models import Message
from connector.notifications.recipients import Addressee
from connector.stewardship.asking import ABOUT, KIND, left
from connector.stewardship.facts import facts_of
from connector.stewardship.models import Asking
from connector.stewardship.people import keeps

PURPOSE: Final = "confirm listings"
LASTS: Final = timedelta(weeks=16)
"""Longer than all reminders, so that the first message still works when the last has come."""
FOLDER: Final = Path(__file__).parent / "messages" / KIND


def fill(message: Message, to: Addressee, now: datetime) -> dict[str, Any] | None:
    """Names of listings and a link, on paper the five facts too; None once all are answered for, or whoever it is keeps
    none of them any more."""
    asking = Asking.objects.filter(pk=int(message.about_id), closed_on=None).first()
    if asking is None:
        return None
    assets = [row.asset for row in left(asking).select_related("asset") if keeps(message.recipient, row.asset)]
    if not assets:
        return None
    link = make_link(purpose=PURPOSE, about=(ABOUT, str(asking.pk)), to=message.recipient, now=now)
    letter = message.channel == Message.Channel.LETTER
    facts = facts_of([asset.pk for asset in assets], now) if letter else {}
    return {
        "first_name": to.first_name,
        "names": [asset.name for asset in assets],
        "told": [(asset.name, facts[asset.pk].rows) for asset in assets if asset.pk in facts],
        "link": link,
        "reminder": asking.step > 1,
    }


def connect() -> None:
    """Let it be sent, once a process."""
    register(Kind(KIND, "whether your listing is still right", FOLDER, fill))
