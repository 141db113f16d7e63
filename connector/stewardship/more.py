"""What else the page "is it still right?" offers for a listing, beside its three answers. Whoever has something to
offer says so once a process.

Invariant: `beside` only looks; `press` does, for a listing that whoever the link went to still keeps.
"""

from collections.abc import Callable
from dataclasses import dataclass

from cms.models import Asset

Beside = Callable[[str, Asset], str]
Press = Callable[[str, Asset], None]


@dataclass(frozen=True, slots=True)
class Offer:
    """`beside`: the words of its button for a recipient and a listing, empty where there is none to show."""

    name: str
    beside: Beside
    press: Press


_offers: dict[str, Offer] = {}


def offer(name: str, beside: Beside, press: Press) -> None:
    """Show it on the page. The same name again takes the other's place."""
    _offers[name] = Offer(name, beside, press)


def offers_for(recipient: str, asset: Asset) -> list[tuple[str, str]]:
    """Name and words of each button."""
    told = ((each.name, each.beside(recipient, asset)) for each in _offers.values())
    return [(name, words) for name, words in told if words]


def take_up(name: str, recipient: str, asset: Asset) -> bool:
    """Whether there is such an offer; it was pressed."""
    found = _offers.get(name)
    if found is not None:
        found.press(recipient, asset)
    return found is not None
