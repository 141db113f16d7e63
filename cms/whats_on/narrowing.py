"""Which listings somebody asks for: by ward, topic, price, way in, families and quiet.

Invariant: narrows what it is given and never widens it; what is not known is never counted as yes; a listing whose
place is secret is found by neither ward nor its place's way in.
"""

from typing import Final

from django.db.models import Exists, OuterRef, Q, TextField
from django.db.models.functions import Cast

from cms.lineage import with_narrower
from cms.models import (
    AccessFact,
    Area,
    Asset,
    AssetAccess,
    AssetArea,
    AssetInterest,
    AssetPlace,
    Interest,
    PlaceAccess,
    Session,
)
from cms.querysets import AssetQuerySet
from cms.whats_on.asked import Asked

FAMILY_WORDS: Final = ("families", "children", "babies", "toddlers", "parents")
_STEP_FREE, _YES = AccessFact.Subject.STEP_FREE, AccessFact.State.YES


def narrowed(assets: AssetQuerySet, asked: Asked) -> AssetQuerySet:
    """Those of these assets that are asked for. The time of day is a matter of dates, not of listings."""
    if asked.ward:
        assets = _in_ward(assets, asked.ward)
    if asked.topic:
        assets = _about(assets, asked.topic)
    if "free" in asked.ticks:
        assets = assets.filter(cost=Asset.Cost.FREE)
    if "quiet" in asked.ticks:
        assets = assets.filter(mood=Asset.Mood.QUIET)
    if "family" in asked.ticks:
        assets = _for_families(assets)
    return _step_free(assets) if "step_free" in asked.ticks else assets


def _in_ward(assets: AssetQuerySet, code: str) -> AssetQuerySet:
    """At a place in the ward, or serving it as a whole."""
    ward = Area.objects.filter(code=code).values("pk")
    there = (
        Q(pk__in=AssetPlace.objects.filter(place__ward__in=ward, place__live=True).values("asset"))
        | Q(pk__in=Session.objects.filter(place__ward__in=ward, place__live=True).values("asset"))
        | Q(pk__in=AssetArea.objects.filter(area__in=ward).values("asset"))
    )
    return assets.whereabouts_told().filter(there)


def _about(assets: AssetQuerySet, code: str) -> AssetQuerySet:
    """Of this interest or a narrower one, suggestions included, as search has it."""
    concerned = with_narrower(list(Interest.objects.filter(code=code, live=True).values_list("pk", flat=True)))
    met = AssetInterest.objects.filter(interest__in=concerned).exclude(state=AssetInterest.State.REMOVED)
    return assets.filter(pk__in=met.values("asset"))


def _for_families(assets: AssetQuerySet) -> AssetQuerySet:
    """Only for families, or for children or those who bring them among others."""
    told = assets.annotate(audience_words=Cast("audience", TextField()))
    meant = Q(only_for=Asset.OnlyFor.FAMILIES)
    for word in FAMILY_WORDS:
        meant |= Q(audience_words__contains=f'"{word}"')
    return told.filter(meant)


def _step_free(assets: AssetQuerySet) -> AssetQuerySet:
    """Its own word says so; without a word of its own, all of its places do."""
    own = AssetAccess.objects.filter(asset=OuterRef("pk"), subject=_STEP_FREE)
    level = Exists(PlaceAccess.objects.filter(place=OuterRef("place"), subject=_STEP_FREE, state=_YES))
    places = AssetPlace.objects.filter(asset=OuterRef("pk"), place__live=True)
    rooms = Session.objects.filter(asset=OuterRef("pk"), place__live=True)
    by_place = (
        Q(secret=False)
        & ~Exists(own.exclude(state=AccessFact.State.UNKNOWN))
        & (Exists(places.filter(level)) | Exists(rooms.filter(level)))
        & ~Exists(places.filter(~level))
        & ~Exists(rooms.filter(~level))
    )
    return assets.filter(Exists(own.filter(state=_YES)) | by_place)
