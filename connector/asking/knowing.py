"""What is known of getting in and staying, by the reckoning of search (places together, the listing's own word first),
and of the first time.

Invariant: reads what is published, however many listings there are in as many queries.
"""

from collections.abc import Iterable

from django.db.models import Prefetch

from cms.first_time import known
from cms.models import Asset, Session
from cms.whereabouts import places_of
from search.access import merged_access


def known_subjects(asset_ids: Iterable[int]) -> dict[int, frozenset[str]]:
    """Asset id -> the subjects that are yes, no or partly, or that its page tells in words."""
    rows = Asset.objects.filter(pk__in=list(asset_ids)).prefetch_related(
        "access_facts",
        "asset_places__place__access_facts",
        Prefetch("sessions", Session.objects.select_related("place")),
        "sessions__place__access_facts",
    )
    return {asset.pk: _known(asset) for asset in rows}


def _known(asset: Asset) -> frozenset[str]:
    places = [{fact.subject: fact.state for fact in place.access_facts.all()} for place in places_of(asset)]
    getting_in = merged_access(places, {fact.subject: fact.state for fact in asset.access_facts.all()})
    return known(asset) | getting_in.keys()
