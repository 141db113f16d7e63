"""Prints messages where the server runs: for somebody who tries things out on one machine."""

import sys

from connector.notifications.channels.base import Outgoing
from connector.notifications.deciding import Answer, Outcome


class ConsoleCarrier:
    def send(self, outgoing: Outgoing) -> Outcome:
        words = outgoing.words.text if outgoing.channel != "text" else outgoing.words.short
        sys.stderr.write(f"\n--- {outgoing.channel} to {outgoing.to}: {outgoing.words.subject}\n{words}\n---\n")
        return Outcome(Answer.SENT)

    def became(self, reference: str) -> Outcome | None:
        return None
