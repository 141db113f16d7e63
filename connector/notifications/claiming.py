"""Who sends a message: whoever takes it from the outbox first.

Invariant: taking, handing over and settling are single conditional updates of the message's row, committed before the
next step. Whoever stopped before handing over left a message that surely did not go: it waits again. Whoever stopped
after that left one of which the carrier is asked; where none can tell, it is never sent again, and staff see the doubt.
"""

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Final

from django.db.models import QuerySet
from django.utils import timezone

from connector.notifications.deciding import Answer, Next, Outcome, after
from connector.notifications.models import Message

HELD: Final = timedelta(minutes=5)
"""Longer than any carrier takes: its time-outs are seconds."""
BROKEN_OFF: Final = "We stopped while it was being sent. It may have gone."
State = Message.State


def claim(*, now: datetime, quiet: bool) -> Message | None:
    """The next message that is due, taken; None where there is none. While it is `quiet`, only what is urgent."""
    waiting = Message.objects.filter(state=State.WAITING, due_at__lte=now).order_by("-urgent", "due_at", "pk")
    if quiet:
        waiting = waiting.filter(urgent=True)
    for key in waiting.values_list("pk", flat=True)[:20]:
        holder = f"{os.getpid()}/{token_hex(8)}"
        taken = Message.objects.filter(pk=key, state=State.WAITING).update(
            state=State.SENDING, holder=holder, held_until=now + HELD, handed_at=None
        )
        if taken:
            return Message.objects.get(pk=key)
    return None


def hand_over(message: Message) -> bool:
    """From here on it may have gone. False where somebody took it away meanwhile: then leave it."""
    now = timezone.now()
    message.attempts += 1
    rows = _held(message).update(handed_at=now, held_until=now + HELD, attempts=message.attempts)
    return bool(rows)


def settle(message: Message, outcome: Outcome) -> None:
    """Write down what became of one that was handed over."""
    _write(Message.objects.filter(pk=message.pk, holder=message.holder), message.attempts, outcome)


def drop(message: Message, state: str, reason: str) -> None:
    """Write down that one is not sent after all, before it was handed over."""
    _held(message).update(state=state, reason=reason, settled_at=timezone.now(), holder="", held_until=None)


def put_back(message: Message, reason: str) -> None:
    """It could not be made, and waits for another try."""
    message.attempts += 1
    _write(_held(message), message.attempts, Outcome(Answer.LATER, reason))


def settle_lost(*, now: datetime, became: Callable[[str, str], Outcome | None]) -> int:
    """Settle what somebody took and never settled. `became(channel, reference)`: what the carrier knows. How many."""
    lost = list(Message.objects.filter(state=State.SENDING, held_until__lt=now))
    for message in lost:
        # Whoever wakes up meanwhile and hands it over moves `held_until`, and then it is not lost.
        rows = _held(message).filter(held_until__lt=now)
        if message.handed_at is None:
            rows.update(state=State.WAITING, holder="", held_until=None)
            continue
        told = became(message.channel, str(message.reference))
        _write(rows, message.attempts, told or Outcome(Answer.UNKNOWN, BROKEN_OFF))
    return len(lost)


def _held(message: Message) -> QuerySet[Message]:
    return Message.objects.filter(pk=message.pk, holder=message.holder, state=State.SENDING)


def _write(rows: QuerySet[Message], attempts: int, outcome: Outcome) -> None:
    found: Next = after(outcome.answer, attempts)
    now = timezone.now()
    fields = {
        "state": found.state,
        "attempts": attempts,
        "reason": outcome.words,
        "doubtful": found.doubtful,
        "held_until": None,
        "settled_at": None if found.after else now,
    }
    if found.after:
        fields |= {"due_at": now + found.after, "handed_at": None, "holder": ""}
    rows.update(**fields)
