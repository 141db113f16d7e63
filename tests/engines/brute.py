"""The contract said once more, as plainly as possible: what must match, how far it is, in which order it comes.

Invariant: written apart from the engines and shares nothing with them but the stemmer, so that mistakes show.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from search.stems import stems, words
from search.types import AssetDocument, Point, SearchRequest

# Engines may keep points a little coarser (Elasticsearch: about a centimetre) and have their own sphere.
TOLERANCE_M = 0.1
RADIUS_M = 6_371_009.0


def expected(documents: Iterable[AssetDocument], request: SearchRequest) -> dict[int, AssetDocument]:
    """Every document that the request must find, by id."""
    return {document.asset_id: document for document in documents if _found(document, request)}


def metres(document: AssetDocument, near: Point) -> float:
    """To the closest point; infinite without one."""
    return min((_along_the_sphere(near, point) for point in document.points), default=math.inf)


def minutes(document: AssetDocument, now: int) -> float:
    """The next start; infinite without one."""
    coming = [start for start in document.starts if start >= now]
    return min(coming) if coming else math.inf


def counts(documents: Iterable[AssetDocument], request: SearchRequest, now: int) -> dict[str, dict[str, int]]:
    """What the facets must say: each group counted as if nothing of it were chosen, but for access."""
    every = list(documents)
    counted: dict[str, Counter[str]] = {}
    found: dict[SearchRequest, list[AssetDocument]] = {}
    for group, (nothing, values) in GROUPS.items():
        counted[group], asked = Counter(), replace(request, **nothing)
        if asked not in found:
            found[asked] = list(expected(every, asked).values())
        for document in found[asked]:
            counted[group].update(set(values(document, request, now // 1440)))
    return {group: dict(counter) for group, counter in counted.items()}


def _slots(document: AssetDocument, days: frozenset[str], parts: frozenset[str]) -> list[list[str]]:
    slots = [slot.split("-") for slot in document.slots]
    return [[day, part] for day, part in slots if (not days or day in days) and (not parts or part in parts)]


def _fresh(document: AssetDocument, today: int) -> list[str]:
    age = math.inf if document.fresh_on is None else today - document.fresh_on
    return [name for name, days in (("month", 31), ("season", 92), ("year", 366)) if age <= days]


NONE: frozenset[str] = frozenset()
# Group -> the request's fields when nothing of it is chosen, and what of a document is counted.
GROUPS: dict[str, tuple[dict[str, Any], Callable[[AssetDocument, SearchRequest, int], list[str]]]] = {
    "kind": ({"kinds": NONE}, lambda document, request, today: [document.kind]),
    "interest": ({"interests": NONE}, lambda document, request, today: [*document.interests, *document.broader]),
    "day": ({"days": NONE}, lambda document, request, today: [d for d, _ in _slots(document, NONE, request.parts)]),
    "time": ({"parts": NONE}, lambda document, request, today: [p for _, p in _slots(document, request.days, NONE)]),
    "cost": (
        {"costs": NONE},
        lambda document, request, today: [*document.costs, *(["free"] if document.free else [])],
    ),
    "access": ({}, lambda document, request, today: list(document.access)),
    "audience": ({"audience": NONE}, lambda document, request, today: list(document.audience)),
    "area": ({"areas": NONE}, lambda document, request, today: list(document.areas)),
    "fresh": ({"fresh_since": None}, lambda document, request, today: _fresh(document, today)),
}


@lru_cache(maxsize=8)
def frequencies(documents: tuple[AssetDocument, ...]) -> Counter[str]:
    """In how many documents each plain word stands."""
    return Counter(word for document in documents for word in {w for text in _texts(document) for w in words(text)})


def spellings(documents: tuple[AssetDocument, ...], typed: str) -> tuple[tuple[str, int], ...]:
    """Words of the documents within a slip (two from eight letters on) with their counts, most frequent first."""
    allowed = 2 if len(typed) >= 8 else 1
    # A slip adds or takes one letter, or changes one for another: at most two letters of the alphabet.
    near = [word for word in frequencies(documents) if len(set(word) ^ set(typed)) <= 2 * allowed]
    found = [(word, frequencies(documents)[word]) for word in near if slips_between(typed, word) <= allowed]
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))


def suggestions(documents: Iterable[AssetDocument], prefix: str) -> tuple[str, ...]:
    """Names in which every word typed begins a word, those that begin with what was typed first."""
    typed = words(prefix)
    names = {document.name for document in documents if not document.for_workers} if typed else set()
    found = {
        name: " ".join(words(name))
        for name in names
        if all(any(word.startswith(part) for word in words(name)) for part in typed)
    }
    first = sorted((name for name in found if found[name].startswith(" ".join(typed))), key=lambda n: (found[n], n))
    return (*first, *sorted(set(found) - set(first), key=lambda name: (found[name], name)))


@lru_cache(maxsize=8)
def all_stems(documents: tuple[AssetDocument, ...]) -> list[frozenset[str]]:
    """The stems of each document."""
    return [frozenset(stem for text in _texts(document) for stem in stems(text)) for document in documents]


def slips_between(one: str, other: str) -> int:
    """Damerau-Levenshtein distance with free swaps, by Lowrance and Wagner (1975)."""
    far = len(one) + len(other)
    table = {(-1, -1): far}
    for i in range(len(one) + 1):
        table |= {(i, -1): far, (i, 0): i}
    for j in range(len(other) + 1):
        table |= {(-1, j): far, (0, j): j}
    last_row: dict[str, int] = {}
    for i, letter in enumerate(one, 1):
        last_column = 0
        for j, facing in enumerate(other, 1):
            row, column = last_row.get(facing, 0), last_column
            same = letter == facing
            swapped = table[row - 1, column - 1] + (i - row - 1) + 1 + (j - column - 1)
            table[i, j] = min(table[i - 1, j - 1] + (not same), table[i, j - 1] + 1, table[i - 1, j] + 1, swapped)
            if same:
                last_column = j
        last_row[letter] = i
    return table[len(one), len(other)]


def _found(document: AssetDocument, request: SearchRequest) -> bool:
    if request.kinds and document.kind not in request.kinds:
        return False
    if request.interests and not {*document.interests, *document.broader} & request.interests:
        return False
    if not _has_the_facts(document, request):
        return False
    if request.slots and not set(document.slots) & request.slots:
        return False
    if document.for_workers and not request.for_workers:
        return False
    if request.near is not None and request.radius_m is not None:
        inside = metres(document, request.near) <= request.radius_m
        if not inside and not (document.everywhere and request.everywhere):
            return False
    if not request.terms and not request.wanted and not request.alike:
        return True
    if document.asset_id in request.alike:
        return True
    return _has_interest(document, request) or any(_has(document, term.stems) for term in request.terms)


def _has_the_facts(document: AssetDocument, request: SearchRequest) -> bool:
    costs = {*document.costs, "free"} if document.free else set(document.costs)
    if (request.costs and not costs & request.costs) or not request.access <= set(document.access):
        return False
    if request.audience and not request.audience & set(document.audience):
        return False
    if request.areas and not request.areas & set(document.areas):
        return False
    if request.fresh_since is None:
        return True
    return document.fresh_on is not None and document.fresh_on >= request.fresh_since


def _has_interest(document: AssetDocument, request: SearchRequest) -> bool:
    return bool({want.code for want in request.wanted} & set(document.interests))


def _has(document: AssetDocument, phrase: tuple[str, ...]) -> bool:
    """The stems side by side within one text: as a piece of it with spaces around."""
    return any(f" {' '.join(phrase)} " in text for text in _stemmed(document))


@lru_cache(maxsize=10_000)
def _stemmed(document: AssetDocument) -> tuple[str, ...]:
    return tuple(f" {' '.join(stems(text))} " for text in _texts(document))


def _texts(document: AssetDocument) -> tuple[str, ...]:
    return (document.name, document.summary, document.description, document.keywords, document.organisation)


def _along_the_sphere(one: Point, other: Point) -> float:
    """Metres, from the angle between two vectors: another way than the engines'."""
    first, second = _vector(one), _vector(other)
    cross = math.dist((0, 0, 0), (
        first[1] * second[2] - first[2] * second[1],
        first[2] * second[0] - first[0] * second[2],
        first[0] * second[1] - first[1] * second[0],
    ))  # fmt: skip
    return RADIUS_M * math.atan2(cross, _dot(first, second))


def _dot(first: tuple[float, ...], second: tuple[float, ...]) -> float:
    return sum(one * other for one, other in zip(first, second, strict=True))


def _vector(point: Point) -> tuple[float, float, float]:
    lat, lon = math.radians(point.lat), math.radians(point.lon)
    return (math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat))
