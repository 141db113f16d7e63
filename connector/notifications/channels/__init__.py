"""Ways of sending, behind one protocol. Which one carries what is said in the settings."""

from connector.notifications.channels.base import Carrier, Outgoing
from connector.notifications.channels.choosing import carrier_for

__all__ = ["Carrier", "Outgoing", "carrier_for"]
