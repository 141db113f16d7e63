"""What a carrier of messages promises.

Invariant: `send` is called at most once for a reference, unless the carrier said that it surely did not go. It raises
nothing: what went wrong is an outcome, whose words hold no address.
"""

from dataclasses import dataclass
from typing import Protocol

from connector.notifications.deciding import Outcome
from connector.notifications.rendering import Composed


@dataclass(frozen=True, slots=True)
class Outgoing:
    """`to`: an e-mail address, a number, or the lines of an envelope. `reference`: what the carrier knows it by."""

    channel: str
    to: str
    words: Composed
    reference: str


class Carrier(Protocol):
    """Takes messages and brings them."""

    def send(self, outgoing: Outgoing) -> Outcome:
        """Take a message."""

    def became(self, reference: str) -> Outcome | None:
        """What became of one that was handed over, or was about to be; None where this carrier cannot tell."""
