"""What belongs in an index at all: the rule as a predicate, and its twin in SQL. A test proves them equal.

Invariant: whoever may see a listing is decided later, for each viewer, by `visible_to`. Offers are in the index too
(their documents say that they are for workers); drafts, withdrawn listings and ones without a name are not.
"""

from typing import Protocol

from cms.models import Asset
from cms.querysets import AssetQuerySet


class Kept(Protocol):
    """The facts that the rule reads."""

    live: bool
    name: str


def belongs(asset: Kept) -> bool:
    """Whether this asset is to be found by anybody."""
    return asset.live and asset.name != ""


def eligible() -> AssetQuerySet:
    """All assets that belong in an index. Twin of `belongs`."""
    return Asset.objects.published().exclude(name="")
