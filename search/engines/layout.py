"""What every index keeps of a listing, and which of it a request asks for: one layout, whichever engine.

Invariant: pure. Text is stemmed by `search.stems` before it gets to an engine, so that engines, vocabulary and ranking
agree on a word. Between two texts of a listing stands `GAP`, a word that nobody can type, so that no phrase crosses
from one to the next. The name stands there twice, since a word in it tells more (as in `search.terms`). Two stems side
by side are a term as well.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from search.engines.matching import texts
from search.facets import costs_of
from search.stems import stem, words
from search.types import AssetDocument, SearchRequest

GAP = "|"
# An interest that somebody has put on a listing tells more than a word of its text.
INTEREST_BOOST = 2.0
# What means the same is among the candidates, however many hold a common word.
ALIKE_BOOST = 1000.0


def laid_out(document: AssetDocument) -> dict[str, Any]:
    """Name of a field -> what stands in it. `text` and `pair`: terms with spaces between; `word`: folded words, once
    each; everything that filters: lists of names; `start`: minutes since 1970 UTC."""
    plain = [words(text) for text in texts(document)]
    stemmed = [[stem(word) for word in text] for text in plain]
    named = [stemmed[0], *stemmed]
    return {
        "asset_id": document.asset_id,
        "text": f" {GAP} ".join(" ".join(text) for text in named),
        "pair": " ".join(pair(*two) for text in named for two in pairwise(text)),
        "word": sorted({word for text in plain for word in text}),
        "kind": document.kind,
        "interest": _once(document.interests),
        "topic": _once((*document.interests, *document.broader)),
        "slot": _once(document.slots),
        "day": sorted({slot.split("-")[0] for slot in document.slots}),
        "part": sorted({slot.split("-")[1] for slot in document.slots}),
        "cost": _once(costs_of(document)),
        "access": _once(document.access),
        "audience": _once(document.audience),
        "area": _once(document.areas),
        "start": list(document.starts),
        "digest": document.digest,
    }


def plain_name(document: AssetDocument) -> str:
    """The folded words of its name."""
    return " ".join(words(document.name))


def pair(stem: str, following: str) -> str:
    """Two stems side by side as one term. No stem holds an underscore."""
    return f"{stem}_{following}"


def asked(request: SearchRequest) -> Iterator[tuple[str, frozenset[str]]]:
    """Each field of which one value of several will do, with these values; any value where there are none."""
    yield "kind", request.kinds
    yield "topic", request.interests
    # One listing's "Tuesday" and "afternoon" must be the same meeting: days and times of day are kept together.
    yield "slot", request.slots
    yield "cost", request.costs
    yield "audience", request.audience
    yield "area", request.areas


def _once(values: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(values))
