"""Asks carriers that can tell what became of what they took: an address that nobody has shows only later.

Invariant: asks of the last three days alone, of what was sent and of what may have been; a doubt is settled by it.
"""

from datetime import datetime, timedelta
from typing import Final

from django.db.models import Q

from connector.notifications.actions.not_wanted import mark_bounced
from connector.notifications.channels import carrier_for
from connector.notifications.channels.notify import NotifyCarrier
from connector.notifications.deciding import Answer
from connector.notifications.models import Message
from connector.notifications.recipients import addressee

LOOKED_BACK: Final = timedelta(days=3)
STATES: Final = {
    Answer.BOUNCED: Message.State.BOUNCED,
    Answer.NEVER: Message.State.FAILED,
    Answer.SENT: Message.State.SENT,
}


def look_for_receipts(*, now: datetime) -> int:
    """How many came to something else than it seemed."""
    changed = 0
    told_of = Q(state=Message.State.SENT) | Q(state=Message.State.FAILED, doubtful=True)
    rows = Message.objects.filter(told_of, settled_at__gte=now - LOOKED_BACK)
    for message in list(rows):
        carrier = carrier_for(message.channel)
        told = carrier.became(str(message.reference)) if isinstance(carrier, NotifyCarrier) else None
        if told is None or STATES.get(told.answer, message.state) == message.state:
            continue
        changed += rows.filter(pk=message.pk).update(
            state=STATES[told.answer], reason=told.words, doubtful=False, settled_at=now
        )
        to = addressee(message.recipient)
        if told.answer is Answer.BOUNCED and to is not None:
            mark_bounced(person=to.person, now=now)
    return changed
