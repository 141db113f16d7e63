"""Which carrier takes which kind of post, by the names in the settings."""

from collections.abc import Mapping
from typing import Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from connector.notifications.channels.base import Carrier
from connector.notifications.channels.console import ConsoleCarrier
from connector.notifications.channels.mail import MailCarrier
from connector.notifications.channels.notify import NotifyCarrier
from connector.notifications.channels.null import NullCarrier

CARRIERS: Final[Mapping[str, type[Carrier]]] = {
    "mail": MailCarrier,
    "notify": NotifyCarrier,
    "console": ConsoleCarrier,
    "none": NullCarrier,
}


def carrier_for(channel: str) -> Carrier:
    """The carrier of a channel: "email", "text", "letter". Raises ImproperlyConfigured for a name that is none."""
    name = settings.CONNECTOR_CHANNELS.get(channel, "none")
    if name not in CARRIERS:
        raise ImproperlyConfigured(f"No carrier is called “{name}”. There are: {', '.join(CARRIERS)}.")
    return CARRIERS[name]()
