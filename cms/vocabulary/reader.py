"""Reads the interests that the product ships with from their file into values that nobody can change.

Invariant: what comes out is whole. Every code that a concept names exists, every chain of ``broader`` ends in a
concept without one (a top concept, which has an icon), no concept is above itself, and no word stands twice.
Pure: no Django, no database; the shape follows SKOS (W3C Recommendation, 18 August 2009).
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

DEFAULT = Path(__file__).with_name("interests.json")
LIGHTEST, HEAVIEST = 0.2, 0.9

Link = tuple[str, float]


@dataclass(frozen=True, slots=True)
class ShippedConcept:
    """One interest. ``related`` and ``leads_to`` hold (code, weight), weights from 0.2 to 0.9; ``exact`` holds ids."""

    code: str
    label: str
    alternative: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[Link, ...] = ()
    leads_to: tuple[Link, ...] = ()
    exact: tuple[str, ...] = ()
    icon: str = ""

    def words(self) -> tuple[str, ...]:
        """Everything this interest is called: the label first, then listing words, then everyday words."""
        return (self.label, *self.alternative, *self.everyday)


@dataclass(frozen=True, slots=True)
class ShippedVocabulary:
    """All interests in the order of the file, with the version that the file gives itself."""

    version: str
    concepts: tuple[ShippedConcept, ...]

    def tops(self) -> tuple[ShippedConcept, ...]:
        """The concepts with nothing above them, in the order of the file."""
        return tuple(concept for concept in self.concepts if not concept.broader)


def read_vocabulary(path: Path = DEFAULT) -> ShippedVocabulary:
    """Read and check a vocabulary file. Raises ValueError that names the concept and says what is wrong with it."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise ValueError(f"{path.name} is not JSON: {error}") from error
    if not isinstance(held, dict) or not held.get("version") or not isinstance(held.get("concepts"), list):
        raise ValueError(f'{path.name} must hold "version" and a list of "concepts"')
    concepts = tuple(_concept(row) for row in held["concepts"])
    _check(concepts)
    return ShippedVocabulary(str(held["version"]), concepts)


def digest(concept: ShippedConcept) -> str:
    """Sixteen hexadecimal digits of SHA-256 over the concept's content: the same content gives the same digits."""
    content = json.dumps(asdict(concept), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode("utf-8")).hexdigest()[:16]


def _concept(row: Any) -> ShippedConcept:
    code = row.get("code") if isinstance(row, dict) else None
    if not code or not isinstance(code, str):
        raise ValueError(f'every concept needs a "code": {str(row)[:80]}')
    unknown = sorted(set(row) - set(ShippedConcept.__dataclass_fields__))
    if unknown:
        raise ValueError(f"{code}: no such field: {', '.join(unknown)}")
    if not row.get("label"):
        raise ValueError(f'{code}: needs a "label"')
    texts = {name: tuple(row.get(name, ())) for name in ("alternative", "everyday", "broader", "exact")}
    links = {name: _links(code, name, row.get(name, ())) for name in ("related", "leads_to")}
    return ShippedConcept(code=code, label=row["label"], icon=row.get("icon", ""), **texts, **links)


def _links(code: str, name: str, pairs: Sequence[Any]) -> tuple[Link, ...]:
    links = []
    for pair in pairs:
        if not (isinstance(pair, list) and len(pair) == 2 and isinstance(pair[1], int | float)):
            raise ValueError(f'{code}: "{name}" holds [code, weight] pairs, not {pair}')
        if not LIGHTEST <= pair[1] <= HEAVIEST:
            raise ValueError(f'{code}: the weight of "{pair[0]}" in "{name}" must be from {LIGHTEST} to {HEAVIEST}')
        links.append((str(pair[0]), float(pair[1])))
    return tuple(links)


def _check(concepts: Sequence[ShippedConcept]) -> None:
    by_code: dict[str, ShippedConcept] = {}
    for concept in concepts:
        if concept.code in by_code:
            raise ValueError(f"{concept.code}: two concepts have this code")
        by_code[concept.code] = concept
    for concept in concepts:
        _check_links(concept, by_code)
        if not concept.broader and not concept.icon:
            raise ValueError(f"{concept.code}: a concept at the top needs an icon, any other needs a broader one")
    for concept in concepts:
        _check_chain(concept, by_code)
    _check_words(concepts)


def _check_links(concept: ShippedConcept, by_code: Mapping[str, ShippedConcept]) -> None:
    for name, code in _named_codes(concept):
        if code == concept.code:
            raise ValueError(f'{concept.code}: names itself in "{name}"')
        if code not in by_code:
            raise ValueError(f'{concept.code}: "{name}" names {code}, which is not in the file')


def _named_codes(concept: ShippedConcept) -> Iterator[tuple[str, str]]:
    yield from (("broader", code) for code in concept.broader)
    yield from (("related", code) for code, _ in concept.related)
    yield from (("leads_to", code) for code, _ in concept.leads_to)


def _check_chain(concept: ShippedConcept, by_code: Mapping[str, ShippedConcept]) -> None:
    """A finite graph without a cycle ends: so every chain of broader concepts reaches one that has none."""
    above, waiting = set[str](), list(concept.broader)
    while waiting:
        code = waiting.pop()
        if code == concept.code:
            raise ValueError(f"{concept.code}: is above itself, by way of {', '.join(sorted(above))}")
        if code not in above:
            above.add(code)
            waiting.extend(by_code[code].broader)


def _check_words(concepts: Sequence[ShippedConcept]) -> None:
    owners: dict[str, str] = {}
    for concept in concepts:
        for word in concept.words():
            plain = _plain(word)
            if not plain:
                raise ValueError(f"{concept.code}: an empty word")
            if plain in owners:
                raise ValueError(f'{concept.code}: "{word}" already stands in {owners[plain]}')
            owners[plain] = concept.code


def _plain(word: str) -> str:
    """Capitals, hyphens, apostrophes and doubled spaces do not make another word."""
    return " ".join(word.casefold().replace("-", " ").replace("'", "").replace("\u2019", "").split())
