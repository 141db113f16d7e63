"""How sending is doing, in words for staff: what waits, what failed, the oldest, and duties that went wrong."""

from datetime import datetime

from django.db.models import Count, Min, Q

from connector.notifications.models import Duty, Message
from connector.notifications.sending import quiet_at

State = Message.State


def standing(now: datetime) -> list[str]:
    """Sentences; the first is always there."""
    open_ones = Q(state__in=(State.WAITING, State.SENDING))
    found = Message.objects.aggregate(
        waiting=Count("pk", filter=open_ones),
        failed=Count("pk", filter=Q(state=State.FAILED)),
        doubtful=Count("pk", filter=Q(doubtful=True)),
        bounced=Count("pk", filter=Q(state=State.BOUNCED)),
        oldest=Min("due_at", filter=open_ones & Q(due_at__lte=now)),
    )
    return say(now=now, quiet=quiet_at(now), **found) + [
        f"“{name}” went wrong ({kind}). It is tried again tomorrow."
        for name, kind in Duty.objects.exclude(trouble="").values_list("name", "trouble")
    ]


def say(
    *, now: datetime, quiet: bool, waiting: int, failed: int, doubtful: int, bounced: int, oldest: datetime | None
) -> list[str]:
    """The same from numbers. `oldest`: since when the oldest that is due waits."""
    told = [f"{_messages(waiting)} wait{'s' if waiting == 1 else ''}." if waiting else "No message waits."]
    if oldest is not None:
        minutes = max(0, int((now - oldest).total_seconds() // 60))
        told.append(f"The oldest has been due for {minutes:,} minute{'' if minutes == 1 else 's'}.")
        if quiet:
            told.append("It is quiet just now: only what is urgent goes.")
    if failed:
        told.append(f"{_messages(failed)} failed." + (f" {doubtful:,} of them may have gone." if doubtful else ""))
    if bounced:
        told.append(f"{_messages(bounced)} came back.")
    return told


def _messages(count: int) -> str:
    return "1 message" if count == 1 else f"{count:,} messages"
