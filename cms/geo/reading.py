"""Decide what typed text stands for, by asking layers of postcodes and names in turn.

Invariant: every text gets an answer: the first layer that knows it wins, and what nobody knows comes back with a
sentence and suggestions that can be looked up.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from cms.geo.answers import Found, NotFound
from cms.geo.names import fold, name_and_qualifier, strip_near
from cms.geo.postcode import Postcode, PostcodeProblem, look_alikes, parse_postcode

Point = tuple[float, float]

_CODE = re.compile(r"[EWSN]\d{8}")
_POSTCODE_INSIDE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]{1,2}\d[A-Z\d]?(?: \d)?(?=[\s,.]*$)", re.I)
_KINDS = ("ward", "street", "city", "town", "village", "suburban area", "hamlet", "other settlement")
_MOST_ALTERNATIVES = 9
_MOST_SUGGESTIONS = 3
# Places of one name within this distance of `near`, or of the place that qualifies them, come first.
_NEARBY_METRES = 40_000.0
_METRES_A_DEGREE = 111_195.0
_LONGEST = 120


class Layer(Protocol):
    """What a table of postcodes and names can be asked. `folded` is a name as `names.fold` gives it."""

    def postcode(self, postcode: Postcode) -> Found | None: ...

    def has_area(self, letters: str) -> bool: ...

    def code(self, code: str) -> Found | None: ...

    def named(self, folded: str) -> Sequence[Found]: ...

    def similar(self, folded: str) -> Sequence[Found]: ...

    def nearest(self, lat: float, lon: float) -> Found | None: ...


def read(text: str, layers: Sequence[Layer], near: Point | None = None) -> Found | NotFound:
    """What the text stands for. `near` ranks places of one name that are within 40 km of it before the others."""
    asked = strip_near(" ".join(text[: 4 * _LONGEST].split()))[:_LONGEST]
    if not asked:
        return NotFound("Type a postcode, such as M33 7, or the name of a place.")
    postcode = parse_postcode(asked)
    if isinstance(postcode, Postcode):
        return find_postcode(postcode, layers) or _unknown_postcode(postcode, layers)
    if _CODE.fullmatch(asked.upper()):
        code = asked.upper()
        found = next((found for layer in layers if (found := layer.code(code))), None)
        return found or NotFound(f"We don't know a ward or district with the code {code}.")
    return _read_name(asked, layers, near) or _read_inside(asked, layers) or _unknown(asked, postcode, layers)


def find_postcode(postcode: Postcode, layers: Sequence[Layer]) -> Found | None:
    """The postcode in the first layer that knows it."""
    return next((found for layer in layers if (found := layer.postcode(postcode))), None)


def coarse(found: Found, layers: Sequence[Layer]) -> Found:
    """The same place, never finer than a postcode sector: for a home.

    A unit becomes its sector; a street, a hamlet or a lone house the sector of the nearest postcode.
    """
    if found.precision == "unit":
        postcode = parse_postcode(found.label)
        if isinstance(postcode, Postcode) and postcode.digit is not None:
            sector = find_postcode(Postcode(postcode.outward, postcode.digit), layers)
            if sector is not None:
                return sector
    elif found.precision != "street" and found.kind not in ("hamlet", "other settlement"):
        return found
    return nearest(found.lat, found.lon, layers) or _rounded(found)


def nearest(lat: float, lon: float, layers: Iterable[Layer]) -> Found | None:
    """The nearest sector that any layer knows."""
    answers = [found for layer in layers if (found := layer.nearest(lat, lon))]
    return min(answers, key=lambda found: metres_apart((lat, lon), (found.lat, found.lon)), default=None)


def metres_apart(one: Point, other: Point) -> float:
    """Roughly how far apart two points of Britain are; good enough to rank by. `distance` has the exact ones."""
    shrink = math.cos(math.radians((one[0] + other[0]) / 2))
    return math.hypot(one[0] - other[0], (one[1] - other[1]) * shrink) * _METRES_A_DEGREE


def _rounded(found: Found) -> Found:
    lat, lon = round(found.lat, 2), round(found.lon, 2)
    return Found(f"{lat:.2f}, {lon:.2f}", lat, lon, "sector", found.ward_code, found.district_code)


def _read_name(asked: str, layers: Sequence[Layer], near: Point | None) -> Found | None:
    name, qualifier = name_and_qualifier(asked)
    places = _named(name, layers)
    if qualifier:
        return _choose(_qualified(places, qualifier, layers), near)
    if places:
        return _choose(places, near)
    words = asked.split()
    for cut in range(len(words) - 1, 0, -1):
        matching = _of_authority(_named(" ".join(words[:cut]), layers), " ".join(words[cut:]))
        if matching:
            return _choose(matching, near)
    return None


def _named(name: str, layers: Sequence[Layer]) -> list[Found]:
    folded = fold(name)
    return [found for layer in layers for found in layer.named(folded)] if folded else []


def _choose(places: list[Found], near: Point | None) -> Found | None:
    """The likeliest of several places of one name; the labels of the others become its alternatives."""
    if not places:
        return None
    if near is not None:
        places = sorted(places, key=lambda place: metres_apart(near, (place.lat, place.lon)) > _NEARBY_METRES)
    first, *others = places
    labels = dict.fromkeys(other.label for other in others if other.label != first.label)
    return replace(first, alternatives=tuple(labels)[:_MOST_ALTERNATIVES])


def _qualified(places: list[Found], qualifier: str, layers: Sequence[Layer]) -> list[Found]:
    """The places that the words after the comma point to; when only one has the name, whatever they are."""
    if of_authority := _of_authority(places, qualifier):
        return of_authority
    postcode = parse_postcode(qualifier)
    if isinstance(postcode, Postcode):
        around = find_postcode(postcode, layers)
    else:
        around = next(iter(_named(qualifier, layers)), None)
    if around is not None:
        middle = around.lat, around.lon
        by_distance = sorted((metres_apart(middle, (place.lat, place.lon)), at) for at, place in enumerate(places))
        return [places[at] for away, at in by_distance if away < _NEARBY_METRES]
    return places if len(places) == 1 else []


def _of_authority(places: list[Found], qualifier: str) -> list[Found]:
    words = set(fold(qualifier).split())
    return [place for place in places if words and any(words <= set(fold(known).split()) for known in place.known_as)]


def _read_inside(asked: str, layers: Sequence[Layer]) -> Found | None:
    """A postcode among other words, as in an address."""
    for match in _POSTCODE_INSIDE.finditer(asked):
        postcode = parse_postcode(match[0])
        if isinstance(postcode, Postcode) and (found := find_postcode(postcode, layers)):
            return found
    return None


def _unknown_postcode(postcode: Postcode, layers: Sequence[Layer]) -> NotFound:
    meant = _in_use(look_alikes(str(postcode).replace(" ", "")), layers)
    if meant:
        return NotFound(f"We don't know {postcode}.", meant)
    around = [Postcode(postcode.outward, postcode.digit)] if postcode.inward is not None else []
    around += [Postcode(postcode.outward)] if postcode.digit is not None else []
    if known := _in_use(around, layers):
        return NotFound(f"We don't know {postcode}, but we know the area around it.", known[:1])
    if any(layer.has_area(postcode.area) for layer in layers):
        return NotFound(f"We don't know {postcode}. Check the number after {postcode.area}.")
    return NotFound(f"We don't know {postcode}. No postcode starts with {postcode.area}. Check the letters.")


def _unknown(asked: str, problem: PostcodeProblem, layers: Sequence[Layer]) -> NotFound:
    if problem.kind == "area_only":
        return NotFound(problem.reason)
    if problem.kind == "slip":
        meant = _in_use(look_alikes("".join(asked.upper().split())), layers)
        return NotFound(f"We don't know {asked}." if meant else f"We don't know {asked}. Check each letter.", meant)
    if problem.kind == "unfinished":
        return NotFound(problem.reason, (problem.suggestion,))
    name, qualifier = name_and_qualifier(asked)
    if qualifier and (places := _named(name, layers)):
        labels = tuple(dict.fromkeys(place.label for place in places))
        return NotFound(f"We know {name}, but not near {qualifier}.", labels[:_MOST_SUGGESTIONS])
    folded = fold(name)
    similar = [found.label for layer in layers for found in layer.similar(folded)] if folded else []
    return NotFound(f"We don't know {asked}.", tuple(dict.fromkeys(similar))[:_MOST_SUGGESTIONS])


def _in_use(postcodes: Iterable[Postcode], layers: Sequence[Layer]) -> tuple[str, ...]:
    known = (str(postcode) for postcode in postcodes if find_postcode(postcode, layers))
    return tuple(dict.fromkeys(known))[:_MOST_SUGGESTIONS]
