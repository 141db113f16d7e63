"""Reads of the catalogue what its counts stand on.

Invariant: seven queries, however many listings there are; asks for no name, word or contact of any of them.
"""

from collections import defaultdict
from collections.abc import Set
from datetime import date, time, timedelta
from typing import Any, TypeVar

from django.db.models import Q, QuerySet

from cms.access import KNOWN
from cms.freshness import Facts, freshness
from cms.models import Area, Asset, AssetAccess, AssetArea, AssetPlace, PlaceAccess, Session
from cms.models.welcome import Room
from cms.schedule.rhythm import Rhythm, RhythmProblem
from cms.schedule.slots import weekly_slots
from cms.visibility import WORKERS_ONLY_KINDS
from connector.insight.facts import Catalogue, Listing, Ward

_Item = TypeVar("_Item")
# What a session's place in the week depends on: kind, days, weeks of the month, weekday of the first, start, end.
_Shape = tuple[str, tuple[str, ...], tuple[int, ...], int, time, time | None]


def catalogue(today: date) -> Catalogue:
    """All that is live, on that day."""
    wards = {
        pk: Ward(code, name)
        for pk, code, name in Area.objects.filter(kind="ward").order_by("name", "pk").values_list("pk", "code", "name")
    }
    places = _places()
    inside = _wards_of(places, wards)
    rows = Asset.objects.published().values_list("pk", "kind", "confirmed_on", "ran_on", "met")
    listings = {
        pk: Listing(
            kind,
            freshness(Facts(confirmed_on=confirmed, ran_on=ran, met=met), today).age,
            frozenset(inside.get(pk, ())),
            placed=pk in places,
        )
        for pk, kind, confirmed, ran, met in rows
    }
    return Catalogue(listings, wards, _answered(places), _slots(inside, wards, today))


def _places() -> dict[int, dict[int, int | None]]:
    """Id of a listing -> its places, each with its ward."""
    found: dict[int, dict[int, int | None]] = defaultdict(dict)
    for asset, place, ward in AssetPlace.objects.values_list("asset_id", "place_id", "place__ward_id"):
        found[asset][place] = ward
    return found


def _wards_of(places: dict[int, dict[int, int | None]], wards: dict[int, Ward]) -> dict[int, set[int]]:
    """Id of a listing -> the wards that it stands in or serves."""
    found: dict[int, set[int]] = defaultdict(set)
    for asset, its in places.items():
        found[asset].update(ward for ward in its.values() if ward in wards)
    for asset, area in AssetArea.objects.filter(area__kind="ward").values_list("asset_id", "area_id"):
        found[asset].add(area)
    return found


def _answered(places: dict[int, dict[int, int | None]]) -> dict[str, Set[int]]:
    at: dict[int, list[int]] = defaultdict(list)
    for asset, its in places.items():
        for place in its:
            at[place].append(asset)
    found: dict[str, set[int]] = defaultdict(set)
    for place, subject in PlaceAccess.objects.filter(state__in=KNOWN).values_list("place_id", "subject"):
        found[subject].update(at.get(place, ()))
    for asset, subject in AssetAccess.objects.filter(state__in=KNOWN).values_list("asset_id", "subject"):
        found[subject].add(asset)
    return dict(found)


def _slots(inside: dict[int, set[int]], wards: dict[int, Ward], today: date) -> dict[int, Set[str]]:
    """Which parts of the week something fills, ward by ward."""
    found: dict[int, set[str]] = defaultdict(set)
    known: dict[_Shape, frozenset[str]] = {}
    fields = ("asset_id", "place_id", "place__ward_id", "rhythm", "days", "weeks_of_month", "first", "start", "end")
    for asset, place, ward, rhythm, days, weeks, first, start, end in _going(today).values_list(*fields).iterator():
        shape = (rhythm, _plain(days, str), _plain(weeks, int), first.weekday(), start, end)
        if shape not in known:
            known[shape] = _filled(shape, today)
        # A session that names no place is wherever its listing is.
        for each in inside.get(asset, ()) if place is None else (ward,):
            if each in wards:
                found[each] |= known[shape]
    return dict(found)


def _going(today: date) -> QuerySet[Session]:
    """What comes again and again. What is for workers alone or not running just now is nothing to go to."""
    sessions = Session.objects.filter(Q(until__isnull=True) | Q(until__gte=today), asset__live=True)
    sessions = sessions.exclude(rhythm=Session.Rhythm.ONCE).exclude(asset__room=Room.PAUSED)
    return sessions.exclude(asset__kind__in=WORKERS_ONLY_KINDS).filter(asset__unasked=False).order_by()


def _plain(kept: Any, kind: type[_Item]) -> tuple[_Item, ...]:
    """What of a kept list is of the kind that it should be."""
    return tuple(each for each in kept if isinstance(each, kind)) if isinstance(kept, list) else ()


def _filled(shape: _Shape, today: date) -> frozenset[str]:
    """Nothing for what makes no rhythm: it has no dates on its page either."""
    kind, days, weeks, weekday, start, end = shape
    first = today + timedelta(days=weekday - today.weekday())
    kept: Any = {"kind": kind, "days": days, "weeks_of_month": weeks, "first": first, "start": start, "end": end}
    try:
        return weekly_slots(Rhythm(until=None, **kept))
    except RhythmProblem:
        return frozenset()
