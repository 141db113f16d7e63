"""Decide what typed text stands for, by asking layers of postcodes and names in turn.

Invariant: every text gets an answer; what nobody knows comes back with a sentence and with suggestions that can be
looked up.
"""

import re
from collections.abc import Iterable, Sequence

from cms.geo.answers import Found, NotFound
from cms.geo.layers import Layer, Point, find_postcode
from cms.geo.names import fold, name_and_qualifier, strip_near
from cms.geo.postcode import Postcode, PostcodeProblem, look_alikes, parse_postcode
from cms.geo.qualifiers import choose, named, of_authority, qualified

_CODE = re.compile(r"[EWSN]\d{8}")
_POSTCODE_INSIDE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]{1,2}\d[A-Z\d]?(?: \d)?(?=[\s,.]*$)", re.I)
_LIKE_A_POSTCODE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)(\d)[A-Z\d]{1,3}")
_MOST_SUGGESTIONS = 3
_LONGEST = 120
# The most words of a name that is followed by its district without a comma.
_MOST_WORDS = 8


def read(text: str, layers: Sequence[Layer], near: Point | None = None) -> Found | NotFound:
    """What the text stands for. `near` ranks places of one name that are within 40 km of it before the others."""
    whole = " ".join(text[: 4 * _LONGEST].split())[:_LONGEST]
    asked = strip_near(whole)
    if asked != whole and named(whole, layers):
        asked = whole  # a few places are called Near something
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


def exact(text: str, layers: Sequence[Layer], near: Point | None = None) -> Found | None:
    """The postcode or the name that the text is, with nothing before or behind it; None for anything else. Quick: it
    looks for no slips of the finger."""
    asked = " ".join(text.split())[:_LONGEST]
    postcode = parse_postcode(asked)
    if isinstance(postcode, Postcode):
        return find_postcode(postcode, layers)
    return _read_name(asked, layers, near) if asked else None


def _read_name(asked: str, layers: Sequence[Layer], near: Point | None) -> Found | None:
    name, qualifier = name_and_qualifier(asked)
    places = named(name, layers)
    if qualifier:
        return choose(qualified(places, qualifier, layers), near)
    if places:
        return choose(places, near)
    words = asked.split()[:_MOST_WORDS]
    for cut in range(len(words) - 1, 0, -1):
        matching = of_authority(named(" ".join(words[:cut]), layers), " ".join(words[cut:]))
        if matching:
            return choose(matching, near)
    return None


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
        return NotFound(problem.reason, _in_use([Postcode(*problem.suggestion.split())], layers))
    if around := _around(asked, layers):
        return NotFound(f"{asked.upper()} is not a postcode, but we know the area around it.", around[:1])
    name, qualifier = name_and_qualifier(asked)
    if qualifier and (places := named(name, layers)):
        return NotFound(f"We know {name}, but not near {qualifier}.", _labels(places))
    folded = fold(name)
    similar = [found for layer in layers for found in layer.similar(folded)] if folded else []
    return NotFound(
        f"We don't know {asked}." if similar else f"We don't know {asked}. Try a postcode.", _labels(similar)
    )


def _around(asked: str, layers: Sequence[Layer]) -> tuple[str, ...]:
    """The sector or the outward code that the text starts with, if it can be nothing but a postcode gone wrong."""
    start = _LIKE_A_POSTCODE.fullmatch("".join(asked.upper().split()))
    if start is None:
        return ()
    return _in_use([Postcode(start[1], start[2]), Postcode(start[1])], layers)


def _labels(places: Iterable[Found]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.label for place in places))[:_MOST_SUGGESTIONS]


def _in_use(postcodes: Iterable[Postcode], layers: Sequence[Layer]) -> tuple[str, ...]:
    """As many as are worth offering; QT4 is not, once QT4 4 has been."""
    known: list[str] = []
    for postcode in postcodes:
        if not any(one.startswith(str(postcode)) for one in known) and find_postcode(postcode, layers):
            known.append(str(postcode))
    return tuple(known[:_MOST_SUGGESTIONS])
