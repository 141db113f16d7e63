"""What is picked to be compared, fetched and laid side by side.

Invariant: reads only, and only what this viewer may see; the place that distances are measured from is in no address.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from cms import access
from cms.cards import Card
from cms.geo.effort import Way
from cms.listing_page import listed, listing
from cms.models import Asset
from cms.presenting import cards
from cms.visibility import Viewer
from cms.whereabouts import Near, access_of, nearest_place
from connector.matching.comparing import LEAST, MOST, Beside, Comparison, compare
from connector.matching.shortlist import is_id
from connector.matching.takehome import kept_assets


def comparison(
    picked: Sequence[str],
    *,
    viewer: Viewer,
    now: datetime,
    kept: Collection[str],
    near: Near | None,
    way: Way,
    wished: Collection[str] = (),
    retold: Callable[[Card], Card] = lambda card: card,
) -> Comparison | None:
    """The first three of those picked that are there to see; None where fewer than two are. `wished`: access subjects
    that somebody asked for, which are always answered. `retold`: adds to a card what was told of it before."""
    assets = kept_assets(list(dict.fromkeys(filter(is_id, picked))), viewer, listed)[:MOST]
    if len(assets) < LEAST:
        return None
    places = [nearest_place(asset, near, way)[0] for asset in assets]
    people = [access_of(asset, place) for asset, place in zip(assets, places, strict=True)]
    facts = [
        known if place or asset.reach == Asset.Reach.PLACES else None
        for asset, place, known in zip(assets, places, people, strict=True)
    ]
    always = {*access.ALWAYS_SAID, *wished}
    getting_in = access.beside(facts, access.GETTING_IN, always)
    staying = access.beside(people, access.ABOUT_PEOPLE, set(wished))
    shown = map(retold, cards(assets, viewer=viewer, now=now, near=near, way=way, kept=kept))
    return compare(
        [
            Beside(card, listing(asset, viewer=viewer, now=now), inside, stay)
            for asset, card, inside, stay in zip(assets, shown, getting_in, staying, strict=True)
        ]
    )
