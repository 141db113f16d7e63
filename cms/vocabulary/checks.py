"""Says whether a set of concepts is whole, and if not, which concept is wrong and how.

Invariant: what passes has every code that it names, ends every chain of ``broader`` in a concept without one (a top
concept, which has an icon), has no concept above itself, and no word twice. Pure: no Django, no file.
"""

from collections.abc import Iterator, Mapping, Sequence

from cms.vocabulary.concept import ShippedConcept


def check(concepts: Sequence[ShippedConcept]) -> None:
    """Raises ValueError that begins with the code of the first concept found wrong."""
    by_code = _by_code(concepts)
    for concept in concepts:
        _check_codes(concept, by_code)
        if not concept.broader and not concept.icon:
            raise ValueError(f"{concept.code}: a concept at the top needs an icon, any other needs a broader one")
    for concept in concepts:
        _check_chain(concept, by_code)
    _check_words(concepts)


def _by_code(concepts: Sequence[ShippedConcept]) -> dict[str, ShippedConcept]:
    by_code: dict[str, ShippedConcept] = {}
    for concept in concepts:
        if concept.code in by_code:
            raise ValueError(f"{concept.code}: two concepts have this code")
        by_code[concept.code] = concept
    return by_code


def _check_codes(concept: ShippedConcept, by_code: Mapping[str, ShippedConcept]) -> None:
    met: set[tuple[str, str]] = set()
    for name, code in _named(concept):
        if code == concept.code:
            raise ValueError(f'{concept.code}: names itself in "{name}"')
        if code not in by_code:
            raise ValueError(f'{concept.code}: "{name}" names {code}, which is not in the file')
        if (name, code) in met:
            raise ValueError(f'{concept.code}: "{name}" names {code} twice')
        met.add((name, code))


def _named(concept: ShippedConcept) -> Iterator[tuple[str, str]]:
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
        for word in (*concept.words(), *concept.alone):
            plain = _plain(word)
            if plain in owners:
                raise ValueError(f'{concept.code}: "{word}" already stands in {owners[plain]}')
            owners[plain] = concept.code


def _plain(word: str) -> str:
    """Capitals, hyphens, apostrophes and doubled spaces do not make another word."""
    return " ".join(word.casefold().replace("-", " ").replace("'", "").replace("\u2019", "").split())
