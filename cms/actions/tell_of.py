"""A worker tells of something that is not in the catalogue yet."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from cms.actions.publish_asset import publish_asset
from cms.geo.answers import Found
from cms.models import Asset, AssetInterest, AssetPlace, Interest, Place


@transaction.atomic
def tell_of(
    *, name: str, where: str, when: str, place: Found | None, interests: tuple[str, ...], by: AbstractBaseUser
) -> Asset:
    """A listing that workers see at once and nobody else does, until a connector has asked the group.

    `where` and `when` as typed. `place`: what `where` stands for, if that is known; kept as somewhere about there.
    `interests`: codes that its name points to, suggested and not confirmed.
    """
    asset = Asset(name=name, opening_words=when, unasked=True, met=False)
    asset.asset_places.add(AssetPlace(place=_place(where, place)))
    known = Interest.objects.filter(code__in=interests, live=True).order_by("pk")
    asset.asset_interests.add(
        *[AssetInterest(interest=each, state=AssetInterest.State.SUGGESTED, words=name[:200]) for each in known]
    )
    publish_asset(asset=asset, by=by)
    return Asset.objects.get(uuid=asset.uuid)


def _place(where: str, found: Found | None) -> Place:
    """The one place in the catalogue of that name, or a new one."""
    named = list(Place.objects.filter(name__iexact=where, live=True)[:2])
    if len(named) == 1:
        return named[0]
    lat, lon = (found.lat, found.lon) if found else (None, None)
    return Place.objects.create(name=where[:160], lat=lat, lon=lon, precision=Place.Precision.SECTOR)
