"""Carries nothing, and says so: for channels that a council has not set up."""

from connector.notifications.channels.base import Outgoing
from connector.notifications.deciding import Answer, Outcome

NOT_SET_UP = "This way of sending is not set up."


class NullCarrier:
    def send(self, outgoing: Outgoing) -> Outcome:
        return Outcome(Answer.NEVER, NOT_SET_UP)

    def became(self, reference: str) -> Outcome | None:
        return None
