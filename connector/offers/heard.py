"""What an offer is about, from the words in which somebody told us: as a note of a visit is read, gifts included.

Invariant: keeps nothing. Where a note says nothing, the names of interests in the words count, as in a listing.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from cms.imports.drafts import Content
from cms.models import Interest, Kind
from connector.suggesting.place_names import is_place
from connector.suggesting.suggest import Suggester
from search.helping import about, given
from search.interests import vocabulary
from search.understanding.understand import understand

MOST = 6


@dataclass(frozen=True, slots=True)
class Chip:
    """As `components/chip` shows it."""

    code: str
    label: str
    said: str
    on: bool = True
    kind: str = "interest"


def heard(words: str, off: Collection[str] = ()) -> list[Chip]:
    """At most `MOST`, in the order that they were said. `off`: codes that were taken away."""
    known = vocabulary().concepts
    found = _once(_of_a_note(words)) or _once(_of_a_listing(words))
    return [Chip(code, known[code].label, said, code not in off) for code, said in list(found.items())[:MOST]]


def labels() -> dict[str, str]:
    """The label of every interest, by its code."""
    return {code: concept.label for code, concept in vocabulary().concepts.items()}


def interests_of(codes: Collection[str]) -> list[Interest]:
    """Those of these codes that are published."""
    return list(Interest.objects.filter(code__in=list(codes), live=True).order_by("pk"))


def _once(pairs: Iterator[tuple[str, str]]) -> dict[str, str]:
    """Each code that the vocabulary knows, with the first words that showed it."""
    found: dict[str, str] = {}
    for code, said in pairs:
        if code in vocabulary().concepts:
            found.setdefault(code, said)
    return found


def _of_a_note(words: str) -> Iterator[tuple[str, str]]:
    known = vocabulary()
    reading = understand(words, known)
    for said in given(reading):
        for code in about(said, known):
            yield code, said.words
    for said in reading.interests:
        if said.code:
            yield said.code, said.words


def _of_a_listing(words: str) -> Iterator[tuple[str, str]]:
    for each in Suggester(vocabulary(), is_place)(Content(Kind.OFFER, "", words)):
        yield each.code, each.words
