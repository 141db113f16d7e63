"""Sends what is due, one message after another.

Invariant: nothing goes to who stopped it or whose address comes back, nothing that is needed no longer, and nothing
twice (`claiming`). No line of the log holds an address or a word of a message.
"""

from datetime import datetime

import structlog
from django.conf import settings
from django.utils import timezone

from connector.links.actions.make_link import make_link
from connector.notifications import claiming
from connector.notifications.actions.not_wanted import mark_bounced, not_wanted
from connector.notifications.channels import Carrier, Outgoing, carrier_for
from connector.notifications.deciding import Answer, Outcome, is_quiet, quiet_hours
from connector.notifications.kinds import kind_named
from connector.notifications.models import Message, NotWanted
from connector.notifications.recipients import Addressee, addressee
from connector.notifications.rendering import Composed, compose

STOP = "stop messages"
"""The purpose of the links that stop messages; they are about a kind."""
KIND = "notifications.kind"
_log = structlog.get_logger("connector")
State = Message.State


def send_due(*, limit: int = 100) -> int:
    """Send what is due now, at most so many. How many were taken up."""
    claiming.settle_lost(now=timezone.now(), became=_became)
    for done in range(limit):
        now = timezone.now()
        message = claiming.claim(now=now, quiet=quiet_at(now))
        if message is None:
            return done
        deliver(message)
    return limit


def quiet_at(now: datetime) -> bool:
    """Whether people are left in peace, by the clock of the site's zone."""
    return is_quiet(timezone.localtime(now), quiet_hours(settings.CONNECTOR_QUIET_HOURS))


def deliver(message: Message) -> None:
    """Send one that was taken, or write down why not."""
    to = addressee(message.recipient)
    if to is None or not to.at(message.channel):
        claiming.drop(message, State.STOPPED, "There is nobody to send it to any more.")
        return
    refused = not_wanted(to.person, message.kind)
    if refused is not None:
        came_back = refused == NotWanted.Why.BOUNCED
        state = State.BOUNCED if came_back else State.STOPPED
        claiming.drop(message, state, "Messages to them come back." if came_back else "They asked for none of these.")
        return
    try:
        words = _words(message, to)
    except Exception as problem:
        _log.warning("messages.not_made", kind=message.kind, problem=type(problem).__name__)
        claiming.put_back(message, f"It could not be made ({type(problem).__name__}).")
        return
    if words is None:
        claiming.drop(message, State.STOPPED, "It was needed no longer.")
    elif message.channel == "text" and not words.short:
        claiming.drop(message, State.FAILED, "There are no words of it for a text message.")
    else:
        _hand_over(message, to, words)


def _hand_over(message: Message, to: Addressee, words: Composed) -> None:
    outgoing = Outgoing(message.channel, to.at(message.channel), words, str(message.reference))
    carrier = carrier_for(message.channel)
    if not claiming.hand_over(message):
        return
    outcome = _sent(carrier, outgoing)
    if outcome.answer is Answer.UNKNOWN:
        outcome = carrier.became(outgoing.reference) or outcome
    if outcome.answer is Answer.BOUNCED:
        mark_bounced(person=to.person, now=timezone.now())
    claiming.settle(message, outcome)
    _log.info("messages.sent", kind=message.kind, channel=message.channel, answer=str(outcome.answer))


def _sent(carrier: Carrier, outgoing: Outgoing) -> Outcome:
    try:
        return carrier.send(outgoing)
    except Exception as problem:
        _log.warning("messages.carrier_failed", channel=outgoing.channel, problem=type(problem).__name__)
        return Outcome(Answer.UNKNOWN, f"Something went wrong while it was sent ({type(problem).__name__}).")


def _words(message: Message, to: Addressee) -> Composed | None:
    kind = kind_named(message.kind)
    now = timezone.now()
    shown = kind.fill(message, to, now) if kind else None
    if kind is None or shown is None:
        return None
    stop = make_link(purpose=STOP, about=(KIND, message.kind), to=message.recipient, now=now)
    return compose(kind, shown, stop)


def _became(channel: str, reference: str) -> Outcome | None:
    return carrier_for(channel).became(reference)
