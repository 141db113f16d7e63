"""Where a group is, from what somebody typed: places that people see already, and what the gazetteer knows.

Invariant: a home is never kept finer than its postcode sector, not even for a moment; a place of a listing that the
public does not see is never offered; a pin lies near what was found.
"""

import re
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from cms.geo.answers import Found, NotFound
from cms.geo.distance import metres_between
from cms.geo.geocode import get_geocoder
from cms.models import Asset, Place
from cms.visibility import PUBLIC

MOST: Final = 6
FARTHEST_METRES: Final = 1_500
STEP_METRES: Final = 25
_DEGREE_METRES: Final = 111_320
_POSTCODE: Final = re.compile(r"\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b", re.IGNORECASE)
_NOT_KNOWN: Final = "Add its postcode, or the street or town that it is in."


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that was meant, perhaps. `key`: "place:UUID" or "found:label", to be looked up again."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found. `choices`: the likeliest first; `problem`: why there is none, and what to do."""

    choices: tuple[Choice, ...] = ()
    problem: str = ""


def look(text: str) -> Looked:
    """Places that people see already by name or postcode, then what the gazetteer says of the postcode or the whole."""
    name, postcode = split(text)
    rows = _known(name, postcode)
    known = tuple(Choice(f"place:{place.uuid}", _words(place)) for place in rows)
    if len(rows) == 1 and rows[0].name.casefold() == name.casefold() and postcode in ("", rows[0].postcode):
        return Looked(known)
    found = _find(postcode or text)
    if isinstance(found, NotFound):
        suggested = tuple(Choice(f"found:{label}", label) for label in found.suggestions[:MOST])
        problem = "" if known else f"{found.reason} {_NOT_KNOWN}"
        return Looked((*known, *suggested), problem)
    labels = dict.fromkeys((found.label, *found.alternatives[: MOST - 1]))
    own = [Choice(f"found:{label}", f"{name}, {label}" if name and name != label else label) for label in labels]
    return Looked((*known, *own))


def split(text: str) -> tuple[str, str]:
    """The words without a postcode, and the postcode. Either may be empty."""
    match = _POSTCODE.search(text)
    if match is None:
        return text.strip(), ""
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return " ".join(rest.replace(" ,", ",").split()).strip(" ,"), match[0].upper()


def chosen(key: str, text: str) -> dict[str, Any] | None:
    """What is kept of a choice; None where it is not there any more. `text`: as it was typed, for its name."""
    kind, _, value = key.partition(":")
    if kind == "place":
        place = _by_uuid(value)
        return {"how": "place", "place": str(place.uuid), "words": _words(place)} if place else None
    found = _find(value)
    if kind != "found" or isinstance(found, NotFound):
        return None
    name, _ = split(text)
    named = name if name.casefold() not in (found.label.casefold(), value.casefold()) else ""
    return {"how": "place", "name": named[:160], **_point(found)}


def home(text: str) -> dict[str, Any] | None:
    """What may be kept of a home: about where it is, and no more. None where that is not known."""
    _, postcode = split(text)
    found = _find(postcode or text)
    if isinstance(found, NotFound):
        return None
    return {"how": "home", **_point(get_geocoder().coarse(found)), "words": "", "precision": "sector"}


def moved(where: dict[str, Any], lat: float, lon: float) -> dict[str, Any] | None:
    """With the pin put there; None where that is far from what was found."""
    if where.get("how") != "place" or "found_at" not in where:
        return None
    if metres_between(tuple(where["found_at"]), (lat, lon)) > FARTHEST_METRES:
        return None
    return {**where, "lat": round(lat, 6), "lon": round(lon, 6), "precision": "exact"}


def stepped(where: dict[str, Any], to: str) -> tuple[float, float]:
    """The pin a few steps to the north, south, east or west."""
    north, east = {"north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1)}.get(to, (0, 0))
    by = STEP_METRES / _DEGREE_METRES
    return where["lat"] + north * by, where["lon"] + east * by * 1.7


def _point(found: Found) -> dict[str, Any]:
    precision = "postcode" if found.precision == "unit" else "sector"
    return {
        "label": found.label,
        "lat": found.lat,
        "lon": found.lon,
        "found_at": [found.lat, found.lon],
        "ward": found.ward_code,
        "ward_name": found.ward_name,
        "precision": precision,
    }


def _find(text: str) -> Found | NotFound:
    return get_geocoder().find(text)


def _seen() -> Any:
    """The places where something is on that everybody may see, and whose place is no secret."""
    seen = Asset.objects.visible_to(PUBLIC).whereabouts_told().filter(reach=Asset.Reach.PLACES)
    rough = Place.Precision.SECTOR
    return Place.objects.filter(live=True, asset_places__asset__in=seen).exclude(precision=rough).exclude(name="")


def _known(name: str, postcode: str) -> list[Place]:
    rows = _seen()
    if len(name) >= 4:
        rows = rows.filter(name__icontains=name)
    elif postcode:
        rows = rows.filter(postcode__iexact=postcode)
    else:
        return []
    return list(rows.distinct().order_by("name", "pk")[:MOST])


def _by_uuid(text: str) -> Place | None:
    try:
        return _seen().filter(uuid=UUID(text)).first()
    except ValueError:
        return None


def _words(place: Place) -> str:
    return ", ".join(filter(None, [place.name, place.address, place.postcode]))
