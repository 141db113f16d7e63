"""Places, organisations and sources that drafts name: found if the catalogue has them, else made, in bulk.

Invariant: one place for one postcode (or sector), address and point, or name where there is no address; one
organisation for one name. What is found is
used as it stands.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import zip_longest

from cms.imports.drafts import AssetDraft, PlaceDraft
from cms.models import Area, Organisation, Place, Source

# A place, and its name where no address tells it from another hall of the same postcode.
Spot = tuple[PlaceDraft, str]


def spot(place: PlaceDraft, name: str) -> Spot:
    """What stands for one place."""
    told = place.address or place.precision == "sector" or place.precision == "exact"
    return place, "" if told else name.casefold()


class Places:
    """Finds and makes the places of a batch. Wards are looked up among the areas that the council has loaded."""

    def __init__(self) -> None:
        self._wards = dict(Area.objects.filter(kind="ward").values_list("code", "pk"))

    def of(self, drafts: Iterable[AssetDraft], now: datetime) -> dict[Spot, int]:
        """Every place that the drafts name -> its key."""
        wanted: dict[Spot, tuple[str, str]] = {}
        for draft in drafts:
            names, wards = (draft.place_name, *draft.more_place_names), (draft.ward_code, *draft.more_wards)
            for place, name, ward in zip_longest(draft.content.places, names, wards, fillvalue=""):
                if isinstance(place, PlaceDraft):
                    wanted.setdefault(spot(place, name), (name, ward))
        found = self._found(wanted)
        missing = [(each, *told) for each, told in wanted.items() if each not in found]
        made = Place.objects.bulk_create([self._new(place, name, ward, now) for (place, _), name, ward in missing])
        return found | {each: row.pk for (each, _, _), row in zip(missing, made, strict=True)}

    def _found(self, wanted: Mapping[Spot, object]) -> dict[Spot, int]:
        drafts = [place for place, _ in wanted]
        postcodes = {place.postcode for place in drafts if place.postcode}
        rows = list(Place.objects.filter(postcode__in=postcodes).order_by("-pk"))
        lats = [place.lat for place in drafts if not place.postcode and place.lat is not None]
        addresses = [place.address for place in drafts if not place.postcode and place.address]
        rows += Place.objects.filter(postcode="", lat__in=lats).order_by("-pk")
        rows += Place.objects.filter(postcode="", address__in=addresses).order_by("-pk")
        found: dict[Spot, int] = {}
        for row in rows:
            said = _said(row)
            for each in {spot(said, row.name), (said, "")} & wanted.keys():
                found[each] = row.pk
        return found

    def _new(self, place: PlaceDraft, name: str, ward: str, now: datetime) -> Place:
        return Place(
            name=name if place.precision != "sector" else "",
            address=place.address,
            postcode=place.postcode,
            lat=place.lat,
            lon=place.lon,
            precision=place.precision,
            ward_id=self._wards.get(ward),
            first_published_at=now,
            last_published_at=now,
        )


def organisations_of(drafts: Iterable[AssetDraft], now: datetime) -> dict[str, int]:
    """Every organisation that the drafts name -> its key."""
    names = {draft.content.organisation for draft in drafts} - {""}
    found = dict(Organisation.objects.filter(name__in=names).order_by("-pk").values_list("name", "pk"))
    new = [
        Organisation(name=name, first_published_at=now, last_published_at=now) for name in sorted(names - set(found))
    ]
    return found | {row.name: row.pk for row in Organisation.objects.bulk_create(new)}


def sources_of(drafts: Sequence[AssetDraft], credits: Mapping[str, tuple[str, str]]) -> dict[str, int]:
    """Every source of the drafts -> its key. `credits`: attribution and address of a source, by its name.

    A source of which one row had to be cut to its sector is marked so for good.
    """
    cut = {draft.source for draft in drafts if draft.cut_to_sector}
    licences = {draft.source: draft.licence for draft in reversed(drafts)}
    found = {row.name: row for row in Source.objects.filter(name__in=licences)}
    for name in sorted(set(licences) - set(found)):
        attribution, url = credits.get(name, ("", ""))
        found[name] = Source.objects.create(
            name=name, licence=licences[name], attribution=attribution, url=url, cut_to_sector=name in cut
        )
    for name in cut:
        if not found[name].cut_to_sector:
            found[name].cut_to_sector = True
            found[name].save(update_fields=["cut_to_sector"])
    return {name: row.pk for name, row in found.items()}


def _said(place: Place) -> PlaceDraft:
    return PlaceDraft(place.address, place.postcode, place.lat, place.lon, place.precision)
