"""Names of interests as vectors, kept in this process: they are the vocabulary's words, and nobody's own.

Invariant: each is read by itself, so that its vector never depends on what was asked for beside it.
"""

from functools import lru_cache

from search.meaning.base import Embedder, Floats


@lru_cache(maxsize=4096)
def vector_of(embedder: Embedder, name: str) -> Floats:
    """The vector of a name: one row."""
    vector: Floats = embedder.embed([name])[0]
    return vector


@lru_cache(maxsize=8)
def usual_vector(embedder: Embedder, names: tuple[str, ...]) -> Floats:
    """What names of interests have in common: their mean, one row."""
    vector: Floats = embedder.embed(list(names)).mean(axis=0)
    return vector
