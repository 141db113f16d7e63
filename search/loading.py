"""What of the catalogue documents are made from, read for a batch of assets at once.

Invariant: the number of queries does not grow with the batch. Contacts are not read at all; unpublished places and
interests are drafts and are left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from cms.lineage import above
from cms.models import AssetAccess, AssetArea, AssetInterest, AssetPlace, Place, PlaceAccess, Session
from cms.querysets import AssetQuerySet


class Tag(NamedTuple):
    """An interest of an asset."""

    code: str
    label: str


class AssetRead(NamedTuple):
    """What is read of an asset itself. A model's instance of it would take ten times as long to make."""

    pk: int
    uuid: UUID
    live: bool
    kind: str
    unasked: bool
    name: str
    summary: str
    description: str
    organisation__name: str | None
    organisation__live: bool | None
    reach: str
    cost: str
    cost_pence: int | None
    tags: list[Any]
    audience: list[Any]
    who_for: str
    only_for: str
    min_age: int | None
    max_age: int | None
    room: str
    greeter_name: str
    greeter_words: str
    help_wanted: str
    usual_least: int | None
    usual_most: int | None
    met: bool
    confirmed_on: date | None
    introductions__state: str | None
    introductions__at_limit: bool | None
    ran_on: date | None


class PlaceRead(NamedTuple):
    """What is read of a place. `ward__code` is None where its ward is not known."""

    pk: int
    lat: float | None
    lon: float | None
    precision: str
    ward__code: str | None


@dataclass(slots=True)
class Parts:
    """What belongs to one asset. `place_access`: one map of subject -> state for each place. `broader`: codes of every
    concept above its interests. `areas`: codes of those that it serves as a whole."""

    places: dict[int, PlaceRead] = field(default_factory=dict)
    sessions: list[Session] = field(default_factory=list)
    confirmed: list[Tag] = field(default_factory=list)
    suggested: list[Tag] = field(default_factory=list)
    broader: set[str] = field(default_factory=set)
    areas: list[str] = field(default_factory=list)
    access: dict[str, str] = field(default_factory=dict)
    place_access: list[dict[str, str]] = field(default_factory=list)


def loaded(assets: AssetQuerySet, size: int) -> Iterator[tuple[AssetRead, Parts]]:
    """Each asset with its parts, by id, read in batches of `size`."""
    ordered, last = assets.order_by("pk").values_list(*AssetRead._fields), 0
    while batch := list(map(AssetRead._make, ordered.filter(pk__gt=last)[:size])):
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
    """Its own places first, then those of its sessions, each once; none of a listing whose place is secret."""
    told = AssetPlace.objects.filter(asset__in=ids, asset__secret=False)
    own = list(told.order_by("place_id").values_list("asset_id", "place_id"))
    sessions = Session.objects.filter(asset__in=ids).select_related("authority", "asset").order_by("pk")
    meets = []
    for session in sessions.prefetch_related("authority__terms"):
        parts[session.asset_id].sessions.append(session)
        if session.place_id is not None and not session.asset.secret:
            meets.append((session.asset_id, session.place_id))
    places = _places({place for _asset, place in (*own, *meets)})
    for asset, place in (*own, *meets):
        if place in places:
            parts[asset].places.setdefault(place, places[place])
    access = _access_of(places)
    for each in parts.values():
        each.place_access = [access[place] for place in each.places]


def _places(ids: Iterable[int]) -> dict[int, PlaceRead]:
    """Those that are live, by id."""
    rows = Place.objects.filter(pk__in=sorted(ids), live=True).order_by()
    return {row[0]: PlaceRead._make(row) for row in rows.values_list(*PlaceRead._fields)}


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
