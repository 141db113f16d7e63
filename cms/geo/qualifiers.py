"""Tell places of one name apart by the words that come with it: a district, a town, a postcode, a county or a nation.

Invariant: a word that points nowhere chooses nothing, unless only one place has the name.
"""

import csv
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cms.geo.answers import Found
from cms.geo.layers import Layer, Point, find_postcode, metres_apart
from cms.geo.names import fold
from cms.geo.postcode import Postcode, parse_postcode

COUNTIES = Path(__file__).parent / "data" / "counties.csv"

_NATIONS = {"england": "E", "scotland": "S", "wales": "W"}
_LARGE_KINDS = ("city", "town", "village", "ward", "district")
_MOST_ALTERNATIVES = 9
# Places of one name within this distance of where somebody is, or of the town they name, come first.
_NEARBY_METRES = 40_000.0


class _Circle(NamedTuple):
    """A county, roughly: our own estimate of its middle and how far it reaches."""

    middle: Point
    metres: float


def named(name: str, layers: Sequence[Layer]) -> list[Found]:
    """Everything that any layer knows by this name, likeliest first."""
    folded = fold(name)
    return [found for layer in layers for found in layer.named(folded)] if folded else []


def choose(places: Sequence[Found], near: Point | None) -> Found | None:
    """The likeliest of several places of one name; the labels of the others become its alternatives."""
    if not places:
        return None
    if near is not None:
        places = sorted(places, key=lambda place: metres_apart(near, (place.lat, place.lon)) > _NEARBY_METRES)
    first, *others = places
    labels = dict.fromkeys(other.label for other in others if other.label != first.label)
    return replace(first, alternatives=tuple(labels)[:_MOST_ALTERNATIVES])


def of_authority(places: Sequence[Found], qualifier: str) -> list[Found]:
    """The places whose district, ward or nation has all the words of the qualifier."""
    folded = fold(qualifier)
    if nation := _NATIONS.get(folded):
        return [place for place in places if place.district_code.startswith(nation)]
    words = set(folded.split())
    return [place for place in places if words and any(words <= set(fold(known).split()) for known in place.known_as)]


def qualified(places: Sequence[Found], qualifier: str, layers: Sequence[Layer]) -> list[Found]:
    """The places that the words after the comma point to."""
    if matching := of_authority(places, qualifier):
        return matching
    around = _circle(qualifier, layers)
    if around is None:
        return list(places) if len(places) == 1 else []
    away = {place: metres_apart(around.middle, (place.lat, place.lon)) for place in places}
    inside = [place for place in places if away[place] < around.metres]
    return inside if fold(qualifier) in _counties() else sorted(inside, key=away.__getitem__)


def _circle(qualifier: str, layers: Sequence[Layer]) -> _Circle | None:
    postcode = parse_postcode(qualifier)
    if isinstance(postcode, Postcode):
        found = find_postcode(postcode, layers)
    elif county := _counties().get(fold(qualifier)):
        return county
    else:
        found = next((place for place in named(qualifier, layers) if place.kind in _LARGE_KINDS), None)
    return None if found is None else _Circle((found.lat, found.lon), _NEARBY_METRES)


@cache
def _counties() -> dict[str, _Circle]:
    with COUNTIES.open(encoding="utf-8", newline="") as file:
        return {
            fold(row["name"]): _Circle((float(row["lat"]), float(row["lon"])), 1000 * float(row["km"]))
            for row in csv.DictReader(file)
        }
