"""What search speaks: frozen requests and documents, shared by every engine.

Invariant: engines see only these; nothing here imports Django, the catalogue or an engine. Distances are metres,
points are degrees (WGS 84), instants are minutes since 1970 in UTC, weights are above 0 and at most 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

NOTHING: Mapping[str, Mapping[str, int]] = MappingProxyType({})


class Order(StrEnum):
    """How a page is ordered. `RELEVANCE` is the engine's choice of candidates, re-scored by `search.ranking`."""

    RELEVANCE = "relevance"
    NEAREST = "nearest"
    SOONEST = "soonest"


@dataclass(frozen=True, slots=True)
class Point:
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class WeightedTerm:
    """Stemmed words to find: one word, or several side by side (a phrase), and how much they count.

    `clause` numbers the part of the text they came from; `slips` says whether near spellings may match too.
    """

    stems: tuple[str, ...]
    weight: float = 1.0
    clause: int = 0
    concept: str = ""


@dataclass(frozen=True, slots=True)
class WantedInterest:
    """A concept that somebody wants: its code, how good a suggestion it is, the words and concept that led to it."""

    code: str
    weight: float = 1.0
    said: str = ""
    origin: str = ""
    clause: int = 0


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One question to an engine. Empty sets do not filter. A document matches when it passes every filter and, if
    there are terms or wanted interests, at least one of them. `alike`: ids of documents that count as matching though
    no word of theirs does, closest first; in the order of relevance they come before all that only words lead to.

    A filter passes what has any of its values; `access` alone asks for all of them, since whoever needs a rail and a
    loop needs both. An interest takes in everything narrower. `fresh_since`: days since 1970, that day included.
    """

    terms: tuple[WeightedTerm, ...] = ()
    wanted: tuple[WantedInterest, ...] = ()
    alike: tuple[int, ...] = ()
    near: Point | None = None
    radius_m: float | None = None
    kinds: frozenset[str] = frozenset()
    interests: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    costs: frozenset[str] = frozenset()
    access: frozenset[str] = frozenset()
    audience: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    fresh_since: int | None = None
    for_workers: bool = False
    everywhere: bool = True
    order: Order = Order.RELEVANCE

    @property
    def slots(self) -> frozenset[str]:
        """The weekly slots ("tue-afternoon") that day and part together ask for; empty when neither is asked."""
        if not self.days and not self.parts:
            return frozenset()
        return frozenset(f"{day}-{part}" for day in self.days or DAYS for part in self.parts or PARTS)

    @property
    def has_words(self) -> bool:
        return bool(self.terms or self.wanted or self.alike)


DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS = ("morning", "afternoon", "evening")


@dataclass(frozen=True, slots=True)
class AssetDocument:
    """A listing as an engine keeps it. Text is plain; stems are made by `search.stems`, once, for every engine.

    `broader`: what lies above its interests. `everywhere`: found without a point (online, comes to you, area-wide).
    `starts`: its next starts, sorted. `costs`: names of what it costs besides free (`search.facets.COSTS`); `access`:
    subjects known to be there; `areas`: codes of the areas that it is in or serves. What is not known is in none of
    them. `fresh_on`: its last sign of life, days since 1970. `digest` names the content: two documents with one digest
    are the same.
    """

    asset_id: int
    uuid: str
    kind: str
    name: str
    summary: str = ""
    description: str = ""
    organisation: str = ""
    keywords: str = ""
    interests: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    everywhere: bool = False
    free: bool = False
    costs: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()
    fresh_on: int | None = None
    for_workers: bool = False
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What an engine answers: at least `wanted` ids in its own order (fewer only when fewer match), the number of all
    that match, and the counts of `search.facets.GROUPS`. `degraded`: the spare engine answered for the other one;
    `generation`: the one they were found in, empty where the engine cannot tell."""

    ids: tuple[int, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=lambda: NOTHING)
    degraded: bool = False
    generation: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class CandidateFeatures:
    """What the ranking knows of one candidate besides its words. Access: subject -> yes, no or partly; a subject that
    is not there is not known. `fresh_on`: its last sign of life, days since 1970. `suggested`: not confirmed yet.
    `about`: of each point, whether it is known to a postcode sector only. `stages`: stages of life that it says it
    is for (`search.ages`), empty where it says nothing. `help_wanted`: what help they would like, in their words.
    `size`: how many are usually there. `minutes`: slot -> minutes of its longest session then. `no_thanks`: they would
    rather have nobody introduced; `at_limit`: as many new people this month as they can welcome.
    `takes_part`: kinds of sign that people take part, 0 to 4 (`search.taking_part`)."""

    asset_id: int
    kind: str
    interests: tuple[str, ...] = ()
    suggested: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    about: tuple[bool, ...] = ()
    everywhere: bool = False
    slots: frozenset[str] = frozenset()
    starts: tuple[int, ...] = ()
    free: bool = False
    pence: int | None = None
    room: str = "unknown"
    fresh_on: int | None = None
    access: Mapping[str, str] = field(default_factory=dict)
    audience: frozenset[str] = frozenset()
    min_age: int | None = None
    max_age: int | None = None
    greeter: bool = False
    wants_help: bool = False
    met: bool = True
    cues: frozenset[str] = frozenset()
    length: int = 0
    stages: frozenset[str] = frozenset()
    help_wanted: str = ""
    size: int | None = None
    minutes: Mapping[str, int] = field(default_factory=dict)
    no_thanks: bool = False
    at_limit: bool = False
    takes_part: int = 0


@dataclass(frozen=True, slots=True)
class TermStatistics:
    """One snapshot of document frequencies: how many documents, their mean length in words, and for each term key (see
    `search.terms.term_key`) in how many documents it stands. A key that is not there counts as standing in one."""

    documents: int
    mean_length: float
    frequency: Mapping[int, int] = field(default_factory=dict)
