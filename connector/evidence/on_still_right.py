"""On the page on which somebody says that a listing is still right: ask me after sessions too, in one tap."""

from cms.models import Asset
from connector.evidence.actions.ask_after import switch_off, switch_on
from connector.evidence.people import asked_after

ON = "Ask me after sessions if it ran"
OFF = "Don’t ask me after sessions any more"


def beside(recipient: str, asset: Asset) -> str:
    """The button's words; none for what has no times of its own, which nothing could be asked after."""
    if asked_after(recipient, asset):
        return OFF
    return ON if asset.live and asset.sessions.exists() else ""


def press(recipient: str, asset: Asset) -> None:
    """The other way round."""
    if asked_after(recipient, asset):
        switch_off(recipient=recipient, asset=asset)
    else:
        switch_on(recipient=recipient, asset=asset)
