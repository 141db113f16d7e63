"""Whether two assets look like one: a score, what agrees, and what speaks against it.

Invariant: pure and the same both ways round. A name is never enough: something firm has to agree as well. Two groups
that share a hall, a telephone or a website are not one for it: without the name, all else has to agree that is known.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from cms.geo.layers import metres_apart
from cms.likeness.facts import Facts
from cms.likeness.names import is_short_for, is_slip_of, name_likeness

LIKELY: Final = 67
"""From this score on a person is asked. Read on pairs of real registers."""
LEAST_NAME: Final = 0.66
NAME: Final = 50
NEAR_METRES: Final = 120.0
FAR_METRES: Final = 1_500.0
LONG_WORDS: Final = 60
MOST_LETTERS: Final = 600
SAME_WORDS: Final = 90.0
SAME_THING: Final = 85.0

# What agrees -> its weight. The first four are firm.
FOR: Final[Mapping[str, int]] = {
    "phone": 30,
    "website": 28,
    "words": 24,
    "times": 16,
    "postcode": 22,
    "near": 20,
    "sector": 17,
    "organisation": 14,
}
AGAINST: Final[Mapping[str, int]] = {
    "kind": 12,
    "times": 26,
    "website": 8,
    "far": 24,
    "elsewhere": 14,
    "words": 6,
    "what": 14,
}
OWN: Final = frozenset({"phone", "website", "words"})
"""What a group has of its own, wherever it is."""
MOVED: Final = 10
SLIPPED: Final = 0.8
_SPOTS: Final = ("postcode", "near", "sector")


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score` 0 to 100; `agrees` and `differs` are keys of `FOR` ("name" besides) and `AGAINST`."""

    score: int
    agrees: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()

    @property
    def likely(self) -> bool:
        return self.score >= LIKELY


NONE: Final = Likeness(0)


def likeness(one: Facts, other: Facts, common: Mapping[str, int] | None = None) -> Likeness:
    """How likely two assets are the same. `common`: how many assets have a word of their names (round about), their
    telephone number, their page."""
    agrees = _agrees(one, other)
    if not agrees:
        return NONE
    alone = _alone(one, other, common or {})
    name = _name(one, other, agrees, common)
    differs = _differs(one, other, agrees)
    if not name:
        renamed = alone and not set(agrees).isdisjoint(_SPOTS) and set(differs) <= {"words"}
        # Another name in the same place, and nothing against it: who is there may have a new name. That another
        # register tells of it in other words is not against it.
        return Likeness(LIKELY, agrees, differs) if renamed else NONE
    told = sum(FOR[each] for each in agrees) - sum(_against(each, alone) for each in differs)
    score = round(NAME * name + min(100 - NAME, told))
    return Likeness(max(0, min(100, score)), ("name", *agrees), differs)


def _alone(one: Facts, other: Facts, common: Mapping[str, int]) -> bool:
    """Whether they have a telephone number or a page that nobody else has."""
    own = (one.phones & other.phones) | (one.websites & other.websites)
    return any(common.get(each, 2) <= 2 for each in own)


def _name(one: Facts, other: Facts, agrees: tuple[str, ...], common: Mapping[str, int] | None) -> float:
    """How alike the names are; nothing for another name. Initials and slips that leave no word whole count only beside
    a telephone number, a page or a text that are the same."""
    alike = name_likeness(one.name, other.name, common)
    if alike >= LEAST_NAME:
        return alike
    if OWN.isdisjoint(agrees):
        return 0.0
    return SLIPPED if is_slip_of(one.name, other.name) or is_short_for(one.name, other.name) else 0.0


def _against(fact: str, alone: bool) -> int:
    """Who is far away now, with a telephone number or a page that nobody else has, may have moved."""
    return MOVED if alone and fact in ("far", "elsewhere") else AGAINST[fact]


def _agrees(one: Facts, other: Facts) -> tuple[str, ...]:
    facts = {
        "phone": bool(one.phones & other.phones),
        "website": bool(one.websites & other.websites),
        "words": _same_words(one, other),
        "times": bool(one.times & other.times),
        "postcode": bool(one.postcodes & other.postcodes),
        "near": _apart(one, other, 1e9) <= NEAR_METRES,
        "sector": bool(one.sectors & other.sectors) and not _elsewhere(one, other),
        "organisation": one.organisation is not None and one.organisation == other.organisation,
    }
    # Of where it is, only the closest that is known counts: a postcode is in its sector.
    spot = next((each for each in _SPOTS if facts[each]), "")
    return tuple(each for each in FOR if facts[each] and (each not in _SPOTS or each == spot))


def _differs(one: Facts, other: Facts, agrees: tuple[str, ...]) -> tuple[str, ...]:
    facts = {
        "kind": "place" in {one.kind, other.kind} and one.kind != other.kind,
        "times": bool(one.times and other.times) and "times" not in agrees,
        "website": bool(one.websites and other.websites) and "website" not in agrees,
        "far": _far(one, other),
        "elsewhere": _elsewhere(one, other) and not _far(one, other),
        "words": min(len(one.words), len(other.words)) >= LONG_WORDS and "words" not in agrees,
        "what": _another_thing(one, other),
    }
    return tuple(each for each in AGAINST if facts[each])


def _same_words(one: Facts, other: Facts) -> bool:
    """Whether they say the same of themselves, at some length."""
    if min(len(one.words), len(other.words)) < LONG_WORDS:
        return False
    return fuzz.ratio(one.words[:MOST_LETTERS], other.words[:MOST_LETTERS], score_cutoff=SAME_WORDS) > 0


def _another_thing(one: Facts, other: Facts) -> bool:
    """Whether both say in a few words what they are, and those differ: the pool and the gym of one sports centre."""
    if not one.words or not other.words or max(len(one.words), len(other.words)) >= LONG_WORDS:
        return False
    return fuzz.ratio(one.words, other.words) < SAME_THING


def _apart(one: Facts, other: Facts, unknown: float) -> float:
    return min((metres_apart(a, b) for a in one.points for b in other.points), default=unknown)


def _elsewhere(one: Facts, other: Facts) -> bool:
    """Whether both are known to the street, and it is another street."""
    known = bool(one.postcodes and other.postcodes) and not one.postcodes & other.postcodes
    return known and _apart(one, other, 1e9) > NEAR_METRES


def _far(one: Facts, other: Facts) -> bool:
    if one.points and other.points:
        return _apart(one, other, 0.0) > FAR_METRES
    return bool(one.districts and other.districts) and not one.districts & other.districts
