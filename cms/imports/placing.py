"""Places, organisations and sources that drafts name: found if the catalogue has them, else made, in bulk.

Invariant: one place for one postcode (or sector), address and point; one organisation for one name. What is found is
used as it stands.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from cms.imports.drafts import AssetDraft, PlaceDraft
from cms.models import Area, Organisation, Place, Source


class Places:
    """Finds and makes the places of a batch. Wards are looked up among the areas that the council has loaded."""

    def __init__(self) -> None:
        self._wards = dict(Area.objects.filter(kind="ward").values_list("code", "pk"))

    def of(self, drafts: Iterable[AssetDraft], now: datetime) -> dict[PlaceDraft, int]:
        """Every place that the drafts name, by what it says -> its key."""
        wanted: dict[PlaceDraft, AssetDraft] = {}
        for draft in drafts:
            if draft.content.place is not None:
                wanted.setdefault(draft.content.place, draft)
        found = self._found(wanted)
        made = [self._new(place, draft, now) for place, draft in wanted.items() if place not in found]
        for place in Place.objects.bulk_create(made):
            found[_said(place)] = place.pk
        return found

    def _found(self, wanted: Mapping[PlaceDraft, AssetDraft]) -> dict[PlaceDraft, int]:
        postcodes = {place.postcode for place in wanted if place.postcode}
        rows = list(Place.objects.filter(postcode__in=postcodes).order_by("-pk"))
        lats = [place.lat for place in wanted if not place.postcode and place.lat is not None]
        addresses = [place.address for place in wanted if not place.postcode and place.address]
        rows += Place.objects.filter(postcode="", lat__in=lats).order_by("-pk")
        rows += Place.objects.filter(postcode="", address__in=addresses).order_by("-pk")
        return {said: place.pk for place in rows if (said := _said(place)) in wanted}

    def _new(self, place: PlaceDraft, draft: AssetDraft, now: datetime) -> Place:
        return Place(
            name=draft.place_name if place.precision != "sector" else "",
            address=place.address,
            postcode=place.postcode,
            lat=place.lat,
            lon=place.lon,
            precision=place.precision,
            ward_id=self._wards.get(draft.ward_code),
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
