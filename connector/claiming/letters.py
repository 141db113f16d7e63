"""What is written about keeping a listing, to whoever asks and to whoever can say yes.

Invariant: nobody's address is told to anybody but the one who is asked to vouch for it.
"""

from typing import Any

from django.conf import settings
from django.urls import reverse

from cms.models import Asset
from connector.accounts.letters import write


def tell(to: str, letter: str, *, asset: Asset, **shown: Any) -> bool:
    """As `write`: it goes when the change is kept."""
    home = f"{settings.CONNECTOR_BASE_URL}{reverse('my_listings')}"
    return write(to, letter, listing=asset.name, home=home, **shown)
