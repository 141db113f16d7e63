"""Says whether a set of concepts is whole, and if not, which concept is wrong and how.

Invariant: what passes has every code that it names, ends every chain of ``broader`` in a concept without one (a top
concept, which has an icon), has no concept above itself, and no word twice. Pure: no Django, no file.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from cms.vocabulary.ambiguous import means_too_much
from cms.vocabulary.concept import ShippedConcept

Rivals = Mapping[str, Sequence[str]]


def check(concepts: Sequence[ShippedConcept], rivals: Rivals = MappingProxyType({})) -> None:
    """Raises ValueError that begins with the code of the first concept found wrong.

    `rivals`: words that stand for several interests on purpose, each with the codes of all of them.
    """
    by_code = check_graph(concepts)
    for concept in concepts:
        if not concept.broader and not concept.icon:
            raise ValueError(f"{concept.code}: a concept at the top needs an icon, any other needs a broader one")
    _check_ambiguous(concepts)
    _check_words(concepts, _rivals(rivals, by_code))


def check_graph(concepts: Sequence[ShippedConcept]) -> Mapping[str, ShippedConcept]:
    """By code. Raises ValueError where a code stands twice, an edge leads nowhere or a chain has no end."""
    by_code = _by_code(concepts)
    for concept in concepts:
        _check_codes(concept, by_code)
    for concept in concepts:
        _check_chain(concept, by_code)
    return by_code


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


def _check_ambiguous(concepts: Sequence[ShippedConcept]) -> None:
    for concept in concepts:
        for word in concept.words():
            if means_too_much(_plain(word)):
                raise ValueError(
                    f'{concept.code}: "{word}" means too much to be recognised inside a sentence; '
                    f'say it in two words, or put it under "alone"'
                )


def _rivals(rivals: Rivals, by_code: Mapping[str, ShippedConcept]) -> dict[str, frozenset[str]]:
    """Plain word -> who may have it. Each of them has it, or the marking is out of date."""
    marked = {}
    for word, codes in rivals.items():
        plain = _plain(word)
        for code in codes:
            if code not in by_code or plain not in map(_plain, by_code[code].words()):
                raise ValueError(f'{code}: marked as a rival for "{word}", which it does not have')
        if len(set(codes)) < 2:
            raise ValueError(f'{codes[0] if codes else word}: a rival for "{word}" without another')
        marked[plain] = frozenset(codes)
    return marked


def _check_words(concepts: Sequence[ShippedConcept], rivals: Mapping[str, frozenset[str]]) -> None:
    owners: dict[str, str] = {}
    for concept in concepts:
        for word in (*concept.words(), *concept.alone):
            plain = _plain(word)
            owner = owners.setdefault(plain, "")
            if owner == concept.code or (owner and not {owner, concept.code} <= rivals.get(plain, frozenset())):
                raise ValueError(f'{concept.code}: "{word}" already stands in {owner}')
            owners[plain] = concept.code


def _plain(word: str) -> str:
    """Capitals, hyphens, apostrophes and doubled spaces do not make another word."""
    return " ".join(word.casefold().replace("-", " ").replace("'", "").replace("\u2019", "").split())
