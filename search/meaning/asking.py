"""What lies close in meaning to what somebody wants: candidates for the engine, and scores for the ranking.

Invariant: what was typed is embedded here, used for this answer and dropped; nothing of it is kept, not even its
vector. Only names of interests are (`search.meaning.names`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import structlog

from search.meaning import here
from search.meaning.base import Floats
from search.meaning.likeness import closest
from search.meaning.names import usual_vector, vector_of
from search.meaning.table import Meanings
from search.ranking import ALIKE

# How many listings are handed to the engine: those that the ranking calls close (`ALIKE`), so that each has its reason.
MOST_ALIKE = 80
# So much of what all names of interests have in common is taken from each phrase (Dinu and others, "Improving zero-shot
# learning by mitigating the hubness problem", 2015, have the fault and a stronger cure).
USUAL = 0.4
_log = structlog.get_logger("search")


@dataclass(frozen=True)
class Likeness:
    """Phrases as vectors beside all listings. `whole`: phrases × all listings, standard scores. The first `said` of the
    phrases are pieces of the text, the others names of interests."""

    meanings: Meanings
    words: tuple[str, ...]
    phrases: Floats
    whole: Floats
    said: int

    def alike(self) -> tuple[int, ...]:
        """Ids of what comes close to one of the phrases, closest first, each phrase having its share."""
        places = [place for place in closest(self.whole, MOST_ALIKE) if self.whole[:, place].max() >= ALIKE]
        return tuple(self.meanings.ids[places].tolist())

    def beside(self, asset_ids: Sequence[int]) -> "Beside":
        """How these listings compare. What has no meaning yet is like the usual listing: 0."""
        wanted, ids = np.array(asset_ids, dtype=np.int64), self.meanings.ids
        places = np.minimum(np.searchsorted(ids, wanted), ids.size - 1)
        there = np.flatnonzero(ids[places] == wanted)
        whole = np.zeros((self.phrases.shape[0], wanted.size), dtype=np.float32)
        piece = np.zeros_like(whole)
        whole[:, there] = self.whole[:, places[there]]
        piece[:, there] = self.meanings.pieces_of(self.phrases, places[there])
        said, named = slice(None, self.said), slice(self.said, None)
        parts = {
            "meaning": _best(whole[said]),
            "meaning of a piece": _best(piece[said]),
            "meaning of the interest": _best(whole[named]),
            "interest in a piece": _best(piece[named]),
        }
        return Beside(parts, tuple(self.words[row] for row in np.maximum(whole, piece).argmax(axis=0)))


@dataclass(frozen=True)
class Beside:
    """Of each listing: standard scores by the names of `search.ranking.WEIGHTS` (its whole text and its closest piece
    beside the best of what was said, and beside the best of the interests by name), and the phrase it comes closest
    to."""

    parts: Mapping[str, Floats]
    closest_to: tuple[str, ...]


def likeness(said: Sequence[str], named: Sequence[str], usual: tuple[str, ...] = ()) -> Likeness | None:
    """How listings compare with what was said and with names of interests; None without a model, without words or
    before any listing is read. `usual`: names of interests, drawn from all of them: some listings come close to
    whatever is asked, and what comes close to these says the less."""
    try:
        return _likeness(said, named, usual)
    except Exception as problem:  # a disk that is full, files that are damaged: words go on
        _log.warning("search.meaning_away", problem=type(problem).__name__)
        return None


def _likeness(said: Sequence[str], named: Sequence[str], usual: tuple[str, ...]) -> Likeness | None:
    embedder = here.embedder()
    phrases = [*said, *(name for name in named if name not in said)]
    meanings = here.table().state() if embedder is not None and phrases else None
    if embedder is None or meanings is None:
        return None
    named_vectors = [vector_of(embedder, name) for name in phrases[len(said) :]]
    vectors: Floats = np.stack([*embedder.embed(list(said)), *named_vectors])
    if usual:
        vectors = vectors - USUAL * usual_vector(embedder, usual)
    return Likeness(meanings, tuple(phrases), vectors, meanings.closeness(vectors), len(said))


def _best(scores: Floats) -> Floats:
    found: Floats = scores.max(axis=0) if scores.shape[0] else np.zeros(scores.shape[1], dtype=np.float32)
    return found
