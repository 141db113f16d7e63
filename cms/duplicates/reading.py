"""From assets in the database to the facts that are compared.

Invariant: reads only, and a fixed number of queries however many assets are asked for.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from cms.likeness.facts import Facts, phones_in, sector_of, website_in, whole_postcode
from cms.models import Asset, AssetPlace, Contact, Place, Session

_FIELDS = ("pk", "name", "kind", "summary", "description", "organisation_id", "url")


def facts_of(pks: Collection[int]) -> dict[int, Facts]:
    """The facts of these assets (as people see them, not of drafts) by key. Four queries."""
    places: defaultdict[int, list[Any]] = defaultdict(list)
    rows = AssetPlace.objects.filter(asset__in=pks)
    for asset, *place in rows.values_list(
        "asset_id", "place__postcode", "place__lat", "place__lon", "place__precision"
    ):
        places[asset].append(place)
    phones: defaultdict[int, set[str]] = defaultdict(set)
    for asset, phone in Contact.objects.filter(asset__in=pks).exclude(phone="").values_list("asset_id", "phone"):
        phones[asset] |= phones_in(phone)
    times: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)
    for asset, days, start in Session.objects.filter(asset__in=pks).values_list("asset_id", "days", "start"):
        times[asset] |= times_of(days, start)
    return {
        pk: facts(
            pk=pk,
            name=name,
            kind=kind,
            words=f"{summary} {description}",
            organisation=organisation,
            url=url,
            places=places[pk],
            phones=phones[pk],
            times=times[pk],
        )
        for pk, name, kind, summary, description, organisation, url in (
            Asset.objects.filter(pk__in=pks).values_list(*_FIELDS)
        )
    }


def facts(
    *,
    pk: int,
    name: str,
    kind: str,
    words: str,
    organisation: int | None,
    url: str,
    places: Iterable[Any],
    phones: Iterable[str],
    times: Iterable[tuple[str, str]] = (),
) -> Facts:
    """Made fit to compare. `places`: postcode, latitude, longitude and precision of each."""
    rows = list(places)
    website = website_in(url)
    return Facts(
        pk=pk,
        name=name,
        kind=kind,
        words=" ".join(words.casefold().split()),
        organisation=organisation,
        postcodes=frozenset(filter(None, (whole_postcode(row[0]) for row in rows))),
        sectors=frozenset(filter(None, (sector_of(row[0]) for row in rows))),
        points=tuple((row[1], row[2]) for row in rows if row[1] is not None and row[3] != Place.Precision.SECTOR),
        phones=frozenset(phones),
        websites=frozenset({website} if website else ()),
        times=frozenset(times),
    )


def times_of(days: Iterable[str], start: Any) -> set[tuple[str, str]]:
    """The days and the start of a session, to be found in another's."""
    return {(str(day), f"{start:%H:%M}") for day in days if start is not None}
