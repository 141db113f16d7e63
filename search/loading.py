"""What of the catalogue documents are made from, read for a batch of assets at once.

Invariant: the number of queries does not grow with the batch. Contacts are not read at all; unpublished places and
interests are drafts and are left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from cms.lineage import above
from cms.models import Asset, AssetAccess, AssetArea, AssetInterest, AssetPlace, Place, PlaceAccess, Session
from cms.querysets import AssetQuerySet


class Tag(NamedTuple):
    """An interest of an asset."""

    code: str
    label: str


@dataclass(slots=True)
class Parts:
    """What belongs to one asset. `place_access`: one map of subject -> state for each place. `broader`: codes of every
    concept above its interests. `areas`: codes of those that it serves as a whole."""

    places: dict[int, Place] = field(default_factory=dict)
    sessions: list[Session] = field(default_factory=list)
    confirmed: list[Tag] = field(default_factory=list)
    suggested: list[Tag] = field(default_factory=list)
    broader: set[str] = field(default_factory=set)
    areas: list[str] = field(default_factory=list)
    access: dict[str, str] = field(default_factory=dict)
    place_access: list[dict[str, str]] = field(default_factory=list)


def loaded(assets: AssetQuerySet, size: int) -> Iterator[tuple[Asset, Parts]]:
    """Each asset with its parts, by id, read in batches of `size`."""
    ordered, last = assets.select_related("organisation").order_by("pk"), 0
    while batch := list(ordered.filter(pk__gt=last)[:size]):
        parts = _parts([asset.pk for asset in batch])
        for asset in batch:
            yield asset, parts[asset.pk]
        if len(batch) < size:
            return
        last = batch[-1].pk


def _parts(ids: list[int]) -> defaultdict[int, Parts]:
    parts: defaultdict[int, Parts] = defaultdict(Parts)
    _put_places(parts, ids)
    _put_interests(parts, ids)
    _put_broader(parts)
    for asset_id, code in AssetArea.objects.filter(asset__in=ids).order_by("pk").values_list("asset_id", "area__code"):
        parts[asset_id].areas.append(code)
    for asset_id, subject, state in AssetAccess.objects.filter(asset__in=ids).values_list(
        "asset_id", "subject", "state"
    ):
        parts[asset_id].access[subject] = state
    return parts


def _put_places(parts: defaultdict[int, Parts], ids: list[int]) -> None:
    """Its own places first, then those of its sessions, each once."""
    for row in AssetPlace.objects.filter(asset__in=ids).select_related("place__ward").order_by("place_id"):
        _put_place(parts[row.asset_id], row.place)
    sessions = Session.objects.filter(asset__in=ids).select_related("place__ward", "authority").order_by("pk")
    for session in sessions.prefetch_related("authority__terms"):
        parts[session.asset_id].sessions.append(session)
        if session.place is not None:
            _put_place(parts[session.asset_id], session.place)
    access = _access_of({place for each in parts.values() for place in each.places})
    for each in parts.values():
        each.place_access = [access[place] for place in each.places]


def _put_place(parts: Parts, place: Place) -> None:
    if place.live:
        parts.places.setdefault(place.pk, place)


def _access_of(places: Iterable[int]) -> defaultdict[int, dict[str, str]]:
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    facts = PlaceAccess.objects.filter(place__in=sorted(places)).values_list("place_id", "subject", "state")
    for place_id, subject, state in facts:
        found[place_id][subject] = state
    return found


def _put_interests(parts: defaultdict[int, Parts], ids: list[int]) -> None:
    rows = AssetInterest.objects.filter(asset__in=ids, interest__live=True).order_by("interest__code")
    for asset_id, state, code, label in rows.values_list("asset_id", "state", "interest__code", "interest__label"):
        if state == AssetInterest.State.CONFIRMED:
            parts[asset_id].confirmed.append(Tag(code, label))
        elif state == AssetInterest.State.SUGGESTED:
            parts[asset_id].suggested.append(Tag(code, label))


def _put_broader(parts: defaultdict[int, Parts]) -> None:
    """Read from the rows and not from a snapshot that may be a second old: what is indexed must be what is there."""
    lines = above()
    for each in parts.values():
        own = {tag.code for tag in (*each.confirmed, *each.suggested)}
        each.broader = {code for tag in own for code in lines.get(tag, ())} - own
