"""What is read of the catalogue to see how it is doing, as plain values.

Invariant: knows no Django, and holds no words that anybody wrote but the names of wards.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from cms.freshness import Age


@dataclass(frozen=True, slots=True)
class Listing:
    """One that is live. `wards`: ids of those it stands in or serves; `placed`: whether it has a place to get into."""

    kind: str
    age: Age
    wards: frozenset[int] = frozenset()
    placed: bool = False


@dataclass(frozen=True, slots=True)
class Ward:
    """`code`: as in the address of a search."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """`listings` by id; `wards` by id, in the order of their names; `answered`: subject of access -> ids of listings
    that say something of it, by themselves or by one of their places; `slots`: id of a ward -> parts of the week that
    something there fills ("tue-afternoon")."""

    listings: Mapping[int, Listing] = field(default_factory=dict)
    wards: Mapping[int, Ward] = field(default_factory=dict)
    answered: Mapping[str, Set[int]] = field(default_factory=dict)
    slots: Mapping[int, Set[str]] = field(default_factory=dict)
