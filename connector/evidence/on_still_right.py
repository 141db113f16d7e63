"""On the page on which somebody says that a listing is still right: ask me after sessions too, in one tap."""

from cms.models import Asset
from connector.evidence.actions.ask_after import switch_off, switch_on
from connector.evidence.people import asked_after, by_text
from connector.notifications.recipients import addressee

ON = "Ask me after sessions if it ran"
OFF = "Don’t ask me after sessions any more"


def beside(recipient: str, asset: Asset) -> str:
    """The button's words; none for what has no times of its own, which nothing could be asked after, nor for whom no
    message reaches: a telephone at home takes none."""
    if asked_after(recipient, asset):
        return OFF
    reached = (to := addressee(recipient)) is not None and bool(to.email or by_text(recipient, asset))
    return ON if reached and asset.live and asset.sessions.exists() else ""


def press(recipient: str, asset: Asset) -> None:
    """The other way round."""
    if asked_after(recipient, asset):
        switch_off(recipient=recipient, asset=asset)
    else:
        switch_on(recipient=recipient, asset=asset)
