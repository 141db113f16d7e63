"""E-mail, text messages and letters through GOV.UK Notify.

Invariant: Notify is given our reference with each message, and can be asked for it: where an answer was lost, it is
asked before anything is decided. What it says is told in our words; its own may quote an address.
Source: Notify's REST API documentation (send a message, get message status, error codes).
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

import requests
from django.conf import settings
from notifications_python_client.errors import APIError, HTTPError
from notifications_python_client.notifications import NotificationsAPIClient

from connector.notifications.channels.base import Outgoing
from connector.notifications.deciding import Answer, Outcome

TIMEOUT: Final = 20
_BACK: Final = Outcome(Answer.BOUNCED, "Notify says that nobody has this address or number.")
BECAME: Final[Mapping[str, Outcome]] = {
    "permanent-failure": _BACK,
    "temporary-failure": Outcome(
        Answer.NEVER, "Notify could not bring it: their mailbox is full, or the phone is off."
    ),
    "technical-failure": Outcome(Answer.NEVER, "Notify could not bring it."),
    "validation-failed": Outcome(Answer.NEVER, "Notify cannot print it."),
    "virus-scan-failed": Outcome(Answer.NEVER, "Notify cannot print it."),
    "cancelled": Outcome(Answer.NEVER, "It was cancelled at Notify."),
}
NEVER_CAME: Final = Outcome(Answer.LATER, "Notify did not get it.")
AWAY: Final = Outcome(Answer.LATER, "Notify does not answer.")
PERHAPS: Final = Outcome(Answer.UNKNOWN, "Notify went away while it took the message.")


class NotifyCarrier:
    """`NOTIFY_API_KEY`; `NOTIFY_TEMPLATES`: the id of a template for each channel, which holds ((subject)) and
    ((body)) alone."""

    def send(self, outgoing: Outgoing) -> Outcome:
        template = settings.CONNECTOR_NOTIFY["templates"].get(outgoing.channel)
        if not settings.CONNECTOR_NOTIFY["key"] or not template:
            return Outcome(Answer.NEVER, "Notify's key, or its template for this way of sending, is not set.")
        try:
            with _client() as client:
                _hand_over(client, outgoing, template)
        except HTTPError as problem:
            return _refused(problem)
        except APIError:
            return PERHAPS
        return Outcome(Answer.SENT)

    def became(self, reference: str) -> Outcome | None:
        try:
            with _client() as client:
                found = client.get_all_notifications(reference=reference)["notifications"]
        except (APIError, KeyError, TypeError):
            return None
        return BECAME.get(found[0]["status"], Outcome(Answer.SENT)) if found else NEVER_CAME


@contextmanager
def _client() -> Iterator[NotificationsAPIClient]:
    about = settings.CONNECTOR_NOTIFY
    client = NotificationsAPIClient(about["key"], base_url=about["url"], timeout=TIMEOUT)
    try:
        yield client
    finally:
        client.request_session.close()


def _hand_over(client: NotificationsAPIClient, outgoing: Outgoing, template: str) -> None:
    words, reference = outgoing.words, outgoing.reference
    if outgoing.channel == "text":
        client.send_sms_notification(outgoing.to, template, {"body": words.short}, reference)
    elif outgoing.channel == "letter":
        lines = {f"address_line_{n}": line for n, line in enumerate(outgoing.to.splitlines(), 1)}
        told = {"subject": words.subject, "body": words.letter or words.text}
        client.send_letter_notification(template, {**lines, **told}, reference)
    else:
        shown: dict[str, Any] = {"subject": words.subject, "body": words.text}
        client.send_email_notification(outgoing.to, template, shown, reference, one_click_unsubscribe_url=words.stop)


def _refused(problem: HTTPError) -> Outcome:
    """What an answer means. Without one, the server was not reached, or it was while it took the message."""
    if problem.response is None:
        cause = problem.__cause__
        away = isinstance(cause, requests.ConnectTimeout) or "NewConnectionError" in repr(cause)
        return AWAY if away else PERHAPS
    status = problem.status_code
    if status >= 500:
        return PERHAPS
    if status in (401, 403):
        return Outcome(Answer.LATER, "Notify does not know our key.")
    if status == 429:
        return Outcome(Answer.LATER, "Notify takes no more just now.")
    return Outcome(Answer.NEVER, f"Notify did not take it (answer {status}).")
