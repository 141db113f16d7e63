"""Staff send a message again that failed, knowing what they know."""

from django.utils import timezone

from connector.notifications.models import Message
from connector.notifications.nudge import nudge

AGAIN = (Message.State.FAILED, Message.State.BOUNCED)


def try_again(*, message: Message) -> bool:
    """Whether it waits again. One that may have gone is sent a second time by this, and by nothing else."""
    now = timezone.now()
    rows = Message.objects.filter(pk=message.pk, state__in=AGAIN)
    done = rows.update(
        state=Message.State.WAITING,
        due_at=now,
        attempts=0,
        doubtful=False,
        reason="",
        holder="",
        handed_at=None,
        settled_at=None,
    )
    nudge()
    return bool(done)
