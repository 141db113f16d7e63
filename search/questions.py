"""What somebody asks of the finder, and what they get: plain values, frozen, free of Django.

Invariant: a question holds no name and no exact home; `near` is as coarse as whoever asks has made it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cms.geo.effort import ON_FOOT, Way
from search.reasons import Reason
from search.stops import Stop
from search.types import NOTHING, Order, Point
from search.understanding.reading import Reading


@dataclass(frozen=True, slots=True)
class Wishes:
    """What would make it possible to go. `slots`: when free; `minutes`: how far, going their `way`; `access`:
    subjects that matter. Empty or None: does not matter or was not asked."""

    slots: frozenset[str] = frozenset()
    minutes: int | None = None
    way: Way = ON_FOOT
    access: frozenset[str] = frozenset()

    @property
    def any(self) -> bool:
        return bool(self.slots or self.minutes or self.access)


@dataclass(frozen=True, slots=True)
class Question:
    """Words as typed, filters, a place, and wishes. `taken_off`: concepts that were recognised and are not meant;
    `added`: concepts picked by hand. `person`: one of the others in the note (`Person.who`), whose answers are asked
    for. `fresh`: names of `search.facets.FRESH`, of which one will do. `as_typed`: no slip of the finger is put right.
    """

    text: str = ""
    taken_off: frozenset[str] = frozenset()
    added: tuple[str, ...] = ()
    person: str = ""
    near: Point | None = None
    near_label: str = ""
    radius_m: float | None = None
    kinds: frozenset[str] = frozenset()
    interests: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    costs: frozenset[str] = frozenset()
    access: frozenset[str] = frozenset()
    audience: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    fresh: frozenset[str] = frozenset()
    as_typed: bool = False
    order: Order | None = None
    wishes: Wishes | None = None
    offset: int = 0
    limit: int = 10


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer: metres to its nearest place (None without one or without a place to measure from), why, and what
    would stop somebody from going (on a visit)."""

    asset_id: int
    score: float
    distance_m: float | None = None
    reasons: tuple[Reason, ...] = ()
    parts: Mapping[str, float] = field(default_factory=dict)
    stops: tuple[Stop, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page of answers. `total`: all that match and that this viewer may see. `degraded`: another engine answered.
    `alike`: ids of what lies close in meaning to the words, whatever else was chosen."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    offset: int = 0
    limit: int = 10
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=lambda: NOTHING)
    reading: Reading = field(default_factory=Reading)
    degraded: bool = False
    alike: tuple[int, ...] = ()
    took_ms: float = 0.0

    @property
    def more(self) -> int:
        """How many there are after this page."""
        return max(0, self.total - self.offset - len(self.hits))
