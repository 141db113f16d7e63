"""The immutable snapshot of the interest vocabulary that understanding and ranking read.

Invariant: pure and frozen; made from rows elsewhere (`search.interests`), the same rows give the same snapshot.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from heapq import heappop, heappush
from types import MappingProxyType

from search.prefixes import PrefixTable
from search.situations import LOVED, SITUATIONS
from search.stems import stems, words

# How much one step along an edge keeps, where the edge has no weight of its own.
NARROWER = 0.75
# A suggestion weaker than this is none.
FAINTEST = 0.3
# So many labels stand for all.
USUAL = 64
FURTHEST = 2
VIAS = ("label", "alternative", "everyday", "alone")
# A concept with very many neighbours (volunteering) suggests the closest.
MOST = 40

# More than all the phrases there are, with room for a council's own: at one too few, every pass reads all of them anew.
KEPT = 100_000
# Phrases of the vocabulary alone, which every change of one interest reads again. What people type is never kept.
stems_of_phrase = lru_cache(maxsize=KEPT)(stems)


@lru_cache(maxsize=KEPT)
def words_of_phrase(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase of the vocabulary, in order."""
    return tuple(words(phrase))


@dataclass(frozen=True, slots=True)
class Edge:
    """From one concept to another: kind broader, narrower, related or leads_to."""

    kind: str
    code: str
    weight: float


NOWHERE: Mapping[str, tuple[Edge, ...]] = MappingProxyType({})


def in_order(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """Edges as a concept holds them, whatever order the rows came in."""
    return tuple(sorted(edges, key=lambda edge: (edge.kind, edge.code)))


@dataclass(frozen=True, slots=True)
class Concept:
    code: str
    label: str
    alternatives: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()
    edges: tuple[Edge, ...] = ()
    icon: str = ""
    alone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase stands for. Via: label, alternative, everyday, or alone (it counts by itself only)."""

    code: str
    via: str


@dataclass(frozen=True, slots=True)
class Near:
    """A concept within reach of another: how good a suggestion it is, and the kind of edge that leads there."""

    code: str
    weight: float
    kind: str


@dataclass(frozen=True)
class Vocabulary:
    concepts: Mapping[str, Concept] = field(default_factory=dict)

    def with_concept(self, concept: Concept, led_from: Mapping[str, tuple[Edge, ...]] = NOWHERE) -> "Vocabulary":
        """Another snapshot, with this concept in place of its former self or added. `led_from`: code of a concept ->
        edges that it has besides. This snapshot stays as it is."""
        joined = {
            code: replace(self.concepts[code], edges=in_order((*self.concepts[code].edges, *edges)))
            for code, edges in led_from.items()
        }
        return Vocabulary({**self.concepts, **joined, concept.code: concept})

    @cached_property
    def entries(self) -> Mapping[tuple[str, ...], tuple[Entry, ...]]:
        """Stemmed phrase -> what it stands for. A label outranks an alternative, which outranks everyday words."""
        found: defaultdict[tuple[str, ...], dict[str, Entry]] = defaultdict(dict)
        for via, concept, phrase in self._phrases():
            key = stems_of_phrase(phrase)
            if key:
                found[key].setdefault(concept.code, Entry(concept.code, via))
        return {key: tuple(values.values()) for key, values in found.items()}

    @cached_property
    def longest(self) -> int:
        """The number of stems of the longest phrase."""
        return max(map(len, self.entries), default=0)

    @cached_property
    def reach(self) -> Mapping[str, int]:
        """First stem -> how many stems the longest phrase has that begins with it."""
        found: defaultdict[str, int] = defaultdict(int)
        for key in self.entries:
            found[key[0]] = max(found[key[0]], len(key))
        return dict(found)

    @cached_property
    def singles(self) -> frozenset[str]:
        """Folded words that are a whole phrase: "gardening" is one, "garden" only shares its stem."""
        found = (words_of_phrase(phrase) for _, _, phrase in self._phrases())
        return frozenset(those[0] for those in found if len(those) == 1)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every folded word of every phrase: what spelling is corrected towards first."""
        return frozenset(word for _, _, phrase in self._phrases() for word in words_of_phrase(phrase))

    @cached_property
    def _narrower(self) -> Mapping[str, tuple[Edge, ...]]:
        found: defaultdict[str, list[Edge]] = defaultdict(list)
        for concept in self.concepts.values():
            for edge in concept.edges:
                if edge.kind == "broader":
                    found[edge.code].append(Edge("narrower", concept.code, NARROWER))
        return {code: tuple(edges) for code, edges in found.items()}

    def near(self, code: str) -> tuple[Near, ...]:
        """Concepts worth suggesting for this one, strongest first: at most `FURTHEST` steps, weights multiplied, none
        below `FAINTEST`. A path never goes up to a top concept, nor up and down again: siblings need an edge."""
        if code not in self._reach:
            self._reach[code] = self._spread(code)
        return self._reach[code]

    @cached_property
    def _reach(self) -> dict[str, tuple[Near, ...]]:
        return {}

    def _spread(self, origin: str) -> tuple[Near, ...]:
        best: dict[str, Near] = {}
        queue: list[tuple[float, int, str, str, str]] = [(-1.0, 0, origin, "", "")]
        while queue:
            negative, steps, code, first, last = heappop(queue)
            if code != origin:
                if code in best:
                    continue
                best[code] = Near(code, -negative, first)
            if steps == FURTHEST:
                continue
            for edge in self._edges(code):
                weight = -negative * edge.weight
                if self._leads(edge, last) and weight >= FAINTEST and edge.code != origin:
                    # Two steps of different kinds are neither: the far end is just close.
                    kind = edge.kind if first in ("", edge.kind) else "related"
                    heappush(queue, (-weight, steps + 1, edge.code, kind, edge.kind))
        return tuple(sorted(best.values(), key=lambda near: (-near.weight, near.code))[:MOST])

    def _edges(self, code: str) -> tuple[Edge, ...]:
        concept = self.concepts.get(code)
        own = concept.edges if concept else ()
        return own + self._narrower.get(code, ())

    def _leads(self, edge: Edge, last: str) -> bool:
        target = self.concepts.get(edge.code)
        if target is None or (edge.kind == "broader" and self.is_top(edge.code)):
            return False
        return not (last == "broader" and edge.kind == "narrower")

    def spoken(self, code: str) -> dict[tuple[str, ...], str]:
        """Stems -> phrase, for every phrase of a concept: to quote it as a person would write it."""
        concept = self.concepts[code]
        phrases = (*concept.everyday, *concept.alternatives, concept.label)
        return {
            stems(phrase): phrase[:1].lower() + phrase[1:] if phrase == concept.label else phrase for phrase in phrases
        }

    def is_top(self, code: str) -> bool:
        return not any(edge.kind == "broader" for edge in self.concepts[code].edges)

    def below(self, code: str) -> frozenset[str]:
        """The concept and everything narrower: what a filter by it lets through."""
        found, waiting = {code}, [code]
        while waiting:
            for edge in self._narrower.get(waiting.pop(), ()):
                if edge.code not in found:
                    found.add(edge.code)
                    waiting.append(edge.code)
        return frozenset(found)

    @cached_property
    def usual(self) -> tuple[str, ...]:
        """Labels drawn evenly from all, for what any question has in common (`search.meaning`)."""
        labels = [self.concepts[code].label for code in sorted(self.concepts)]
        return tuple(labels[:: max(1, len(labels) // USUAL)])

    @cached_property
    def company(self) -> frozenset[str]:
        """Concepts of company for what somebody is in, loved or not (`search.situations`)."""
        roots = SITUATIONS.intersection(self.concepts)
        return frozenset().union(*map(self.below, roots))

    @cached_property
    def situations(self) -> frozenset[str]:
        """Concepts that say what somebody is in, not what they love (`search.situations`)."""
        return self.company - LOVED

    @cached_property
    def tops(self) -> tuple[Concept, ...]:
        return tuple(concept for concept in self.concepts.values() if self.is_top(concept.code))

    @cached_property
    def beginnings(self) -> tuple[PrefixTable, tuple[str, ...]]:
        """Every phrase by how it begins, labels first, and the code of each phrase's concept."""
        ranks = {via: rank for rank, via in enumerate(VIAS)}
        rows = [(phrase, ranks[via], concept.code) for via, concept, phrase in self._phrases()]
        return PrefixTable.of((phrase, rank) for phrase, rank, _ in rows), tuple(code for *_, code in rows)

    def _phrases(self) -> Iterable[tuple[str, Concept, str]]:
        for via in VIAS:
            for concept in self.concepts.values():
                texts = {
                    "label": (concept.label,),
                    "alternative": concept.alternatives,
                    "everyday": concept.everyday,
                    "alone": concept.alone,
                }[via]
                for text in texts:
                    yield via, concept, text
