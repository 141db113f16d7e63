"""How close listings come to phrases, as standard scores: nought for the usual listing, 3 for a rare one. Pure.

Invariant: the same vectors give the same scores, whichever process reckons; a cosine alone says little, since this
model gives any two English texts .4 to .6.
"""

import numpy as np
from numpy.typing import NDArray

from search.meaning.base import Floats

# Outside these bounds a score says no more.
LOWEST, HIGHEST = -1.0, 6.0


def standard(scores: Floats, usual: Floats) -> Floats:
    """Scores (phrases × listings) beside those of usual listings (phrases × some): how many deviations above."""
    if not usual.shape[1]:
        return np.zeros_like(scores)
    mean, deviation = usual.mean(axis=1, keepdims=True), usual.std(axis=1, keepdims=True)
    found: Floats = np.clip((scores - mean) / np.maximum(deviation, 1e-6), LOWEST, HIGHEST).astype(np.float32)
    return found


def best_of_each(scores: Floats, ends: NDArray[np.int64]) -> Floats:
    """The greatest score of each run of columns. `ends`: where each run ends; no run is empty."""
    if not ends.size:
        return np.zeros((scores.shape[0], 0), dtype=np.float32)
    starts = np.concatenate([[0], ends[:-1]])
    found: Floats = np.maximum.reduceat(scores, starts, axis=1)
    return found


def closest(scores: Floats, most: int) -> list[int]:
    """Columns (listings) that come closest to any of the phrases (rows), taken in turn: each phrase has its share."""
    if not scores.size:
        return []
    order = np.array([_best(row, min(most, row.size)) for row in scores])
    return list(dict.fromkeys(order.T.ravel().tolist()))[:most]


def _best(scores: Floats, most: int) -> NDArray[np.int64]:
    """Places of the greatest, greatest first, ties by place: only those that can be among them are sorted."""
    within = np.flatnonzero(scores >= np.partition(scores, scores.size - most)[scores.size - most])
    return within[np.argsort(-scores[within], kind="stable")][:most]
