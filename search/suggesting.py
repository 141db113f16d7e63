"""What somebody may be about to type: interests by any of their words, names of listings, places.

Invariant: public things only; what was typed is neither kept nor logged; quick enough for every letter: the words of
the vocabulary are sorted once for each state of it.
"""

from dataclasses import dataclass

from cms.geo.geocode import places_starting
from search.engines import engine_for_searches
from search.engines.base import EngineUnavailable
from search.interests import vocabulary
from search.stems import words

SHORTEST, LONGEST = 2, 60
INTERESTS, LISTINGS, PLACES = 4, 3, 3
ONLY_PLACES = 6
_LARGE = frozenset({"city", "town", "district", "ward"})
_BEFORE_A_PLACE = frozenset({"near", "in", "at", "around"})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text`: what to put into the box; `kind`: interest, listing or place; `words`: what it is."""

    text: str
    kind: str
    words: str


def suggest(typed: str) -> list[Suggestion]:
    """Interests, then listings, then places; after "near", places alone, with the words before them kept."""
    folded = words(typed)
    if len("".join(folded)) < SHORTEST:
        return []
    for place in range(len(folded) - 1, 0, -1):
        if folded[place - 1] in _BEFORE_A_PLACE:
            before, after = _split(typed, place)
            found = suggest_places(after)
            if found:
                return [Suggestion(f"{before} {each.text}", each.kind, each.words) for each in found]
    return [*_interests(typed), *_listings(typed), *_towns(typed)]


def suggest_places(typed: str) -> list[Suggestion]:
    """Places whose names begin so, towns before hamlets."""
    if len("".join(words(typed))) < SHORTEST:
        return []
    return [Suggestion(found.label, "place", "A place") for found in places_starting(typed, ONLY_PLACES)]


def _towns(typed: str) -> list[Suggestion]:
    """Among other things only the places that many people would mean."""
    if len("".join(words(typed))) <= SHORTEST:
        return []
    found = [place for place in places_starting(typed, ONLY_PLACES) if {place.kind, place.precision} & _LARGE]
    return [Suggestion(place.label, "place", "A place") for place in found[:PLACES]]


def _split(typed: str, place: int) -> tuple[str, str]:
    parts = typed.split()
    return " ".join(parts[:place]), " ".join(parts[place:])


def _interests(typed: str) -> list[Suggestion]:
    """Each concept once, by its word that begins so; an everyday word says what it stands for."""
    snapshot = vocabulary()
    table, codes = snapshot.beginnings
    found: dict[str, Suggestion] = {}
    for number in table.starting(typed):
        code, phrase = codes[number], table.phrases[number]
        label = snapshot.concepts[code].label
        found.setdefault(code, Suggestion(phrase, "interest", "Something to do" if phrase == label else label))
        if len(found) == INTERESTS:
            break
    return list(found.values())


def _listings(typed: str) -> list[Suggestion]:
    try:
        names = engine_for_searches().suggest(typed, limit=LISTINGS)
    except EngineUnavailable:
        return []
    return [Suggestion(name, "listing", "A listing") for name in names]
