"""The five facts that somebody is asked about: what, when, where, for whom and at what cost, whom to ask.

Invariant: what the public sees, and nothing more; what is not known is said so, since that is worth knowing too.
"""

from datetime import datetime
from typing import NamedTuple

from cms.cards import DateLabel
from cms.listing_page import listed, listing
from cms.models import Asset
from cms.visibility import PUBLIC

NOT_SAID = "We do not know. Tell us?"


class Facts(NamedTuple):
    """`rows`: name and words of each. `dates`: the next ones, as labels."""

    rows: tuple[tuple[str, str], ...]
    dates: tuple[DateLabel, ...]


def facts_of(asset_ids: list[int], now: datetime) -> dict[int, Facts]:
    """By asset id, in a number of queries that does not grow with them."""
    return {asset.pk: _facts(asset, now) for asset in listed(Asset.objects.filter(pk__in=asset_ids))}


def _facts(asset: Asset, now: datetime) -> Facts:
    shown = listing(asset, viewer=PUBLIC, now=now)
    places = [", ".join(filter(None, (each.name, each.address))) for each in shown.places]
    contact = shown.card.ask_for
    asked = (contact.name, contact.role, contact.phone, contact.email) if contact else ()
    rows = (
        ("What", shown.card.what),
        ("When", "; ".join(shown.rhythms or shown.opening)),
        ("Where", shown.reach or "; ".join(places) or shown.card.place),
        ("Cost, for whom", ". ".join(filter(None, (shown.cost or "; ".join(shown.prices), *shown.who_for)))),
        ("Ask", ", ".join(filter(None, asked))),
    )
    return Facts(tuple((name, words or NOT_SAID) for name, words in rows), shown.card.dates)
