"""What one shipped interest and the whole shipped vocabulary are.

Invariant: frozen all the way down; two concepts with the same content have the same digest. Pure: no Django.
The fields follow SKOS (W3C Recommendation, 18 August 2009).
"""

import hashlib
import json
from dataclasses import asdict, dataclass

Link = tuple[str, float]

BROADER_WEIGHT = 0.5
"""The file gives none for "is a kind of": what is wanted is nearly always met by the kind above it."""


@dataclass(frozen=True, slots=True)
class ShippedConcept:
    """One interest. ``related`` and ``leads_to`` hold (code, weight), weights from 0.2 to 0.9; ``exact`` holds ids;
    ``alone`` holds words too common to count inside a sentence, that count when somebody says them by themselves."""

    code: str
    label: str
    alternative: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[Link, ...] = ()
    leads_to: tuple[Link, ...] = ()
    exact: tuple[str, ...] = ()
    icon: str = ""
    alone: tuple[str, ...] = ()

    def words(self) -> tuple[str, ...]:
        """Everything by which this interest is known inside a sentence: label, listing words, everyday words."""
        return (self.label, *self.alternative, *self.everyday)


@dataclass(frozen=True, slots=True)
class ShippedVocabulary:
    """All interests in the order of the file, with the version that the file gives itself. ``rivals`` holds each word
    that stands for several interests on purpose, with their codes."""

    version: str
    concepts: tuple[ShippedConcept, ...]
    rivals: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def tops(self) -> tuple[ShippedConcept, ...]:
        """The concepts with nothing above them, in the order of the file."""
        return tuple(concept for concept in self.concepts if not concept.broader)


def with_weight(code: str, weight: float) -> str:
    """An edge upwards in `weighed` form, "needlework@0.5"."""
    return f"{code}@{weight:g}"


def target_of(edge: str) -> str:
    """Where an edge upwards leads, in `weighed` form or without a weight."""
    return edge.partition("@")[0]


def link_of(edge: str) -> Link:
    """Back from `with_weight`. Raises ValueError for one without a weight."""
    code, _, weight = edge.partition("@")
    return code, float(weight)


def digest(concept: ShippedConcept) -> str:
    """Sixteen hexadecimal digits of SHA-256 over the concept's content: the same content gives the same digits."""
    content = json.dumps(asdict(concept), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode("utf-8")).hexdigest()[:16]
