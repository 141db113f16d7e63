"""The meaning of every listing in this process: which rows of the mapped vectors are its own.

Invariant: follows `AssetMeaning` by sequence: one small question at most every `FRESH_SECONDS`. Readers hold one frozen
state from beginning to end of a question, so that an edit meanwhile changes nothing under their hands.
"""

import time
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import numpy as np
from django.db.models import Max
from numpy.typing import NDArray

from search.meaning.base import Floats
from search.meaning.likeness import best_of_each, standard
from search.meaning.vector_file import VectorFile
from search.models import AssetMeaning, TextVector

FRESH_SECONDS = 1.0
# So many listings stand for all where the usual piece is reckoned, and where the usual text is.
USUAL, MANY = 400, 8000
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Meanings:
    """All listings by rising id. `wholes`: the row of each in `whole_vectors`. `pieces`: of each its rows in
    `piece_vectors`, laid end to end; a listing's run ends at `ends`."""

    ids: Ints
    wholes: Ints
    pieces: Ints
    ends: Ints
    whole_vectors: NDArray[np.floating]
    piece_vectors: NDArray[np.floating]

    def closeness(self, phrases: Floats) -> Floats:
        """How close each listing's whole text comes to each phrase: phrases × listings, standard scores."""
        scores: Floats = np.asarray(self.whole_vectors @ phrases.T, dtype=np.float32).T[:, self.wholes]
        return standard(scores, scores[:, _evenly(self.ids.size, MANY)])

    def pieces_of(self, phrases: Floats, places: Ints) -> Floats:
        """The same for the closest piece of the listings at these places."""
        usual = self._best_pieces(phrases, _evenly(self.ids.size, USUAL))
        return standard(self._best_pieces(phrases, places), usual)

    def _best_pieces(self, phrases: Floats, places: Ints) -> Floats:
        whole = (np.asarray(self.whole_vectors[self.wholes[places]], dtype=np.float32) @ phrases.T).T
        starts = np.where(places > 0, self.ends[places - 1], 0)
        sizes = self.ends[places] - starts
        several = np.flatnonzero(sizes)
        if several.size:
            ends = np.cumsum(sizes[several])
            rows = self.pieces[
                np.repeat(starts[several] - (ends - sizes[several]), sizes[several]) + np.arange(ends[-1])
            ]
            scores = (np.asarray(self.piece_vectors[rows], dtype=np.float32) @ phrases.T).T
            whole[:, several] = best_of_each(scores, ends)
        return whole


def _evenly(size: int, most: int) -> Ints:
    """Places of at most so many listings, drawn evenly."""
    return np.linspace(0, size - 1, min(most, size)).astype(np.int64)


class MeaningTable:
    """Follows the database. `state` is None while no listing has a meaning."""

    def __init__(self, folder: Path) -> None:
        self._lock = Lock()
        self._wholes = VectorFile(folder, TextVector.Kind.WHOLE, np.float32)
        self._pieces = VectorFile(folder, TextVector.Kind.PIECE, np.float16)
        self._known: dict[int, tuple[int, bytes]] = {}
        self._sequence = -1
        self._looked_at = -FRESH_SECONDS
        self._state: Meanings | None = None

    def state(self) -> Meanings | None:
        """What is known now."""
        if time.monotonic() - self._looked_at >= FRESH_SECONDS:
            with self._lock:
                if time.monotonic() - self._looked_at >= FRESH_SECONDS:
                    self._follow()
                    self._looked_at = time.monotonic()
        return self._state

    def nudge(self) -> None:
        """Look again at the next question."""
        self._looked_at = -FRESH_SECONDS

    def _follow(self) -> None:
        last = AssetMeaning.objects.aggregate(last=Max("sequence"))["last"] or 0
        if last == self._sequence:
            return
        again = last < self._sequence
        known = {} if again else dict(self._known)
        changed = AssetMeaning.objects.filter(sequence__gt=-1 if again else self._sequence)
        for asset_id, whole, pieces in changed.values_list("asset_id", "whole", "pieces").iterator(chunk_size=2000):
            if whole is None:
                known.pop(asset_id, None)
            else:
                known[asset_id] = (whole, bytes(pieces))
        self._wholes.catch_up()
        self._pieces.catch_up()
        self._known, self._sequence = known, last
        self._state = self._arranged()

    def _arranged(self) -> Meanings | None:
        ids = np.array(sorted(self._known), dtype=np.int64)
        wholes = self._wholes.rows(np.array([self._known[asset_id][0] for asset_id in ids.tolist()], dtype=np.int64))
        there = wholes >= 0
        ids, wholes = ids[there], wholes[there]
        if not ids.size:
            return None
        runs = [np.frombuffer(self._known[asset_id][1], dtype="<i8") for asset_id in ids.tolist()]
        rows = self._pieces.rows(np.concatenate(runs))
        sizes = np.array([run.size for run in runs])
        owner = np.repeat(np.arange(ids.size), sizes)[rows >= 0]
        ends = np.cumsum(np.bincount(owner, minlength=ids.size))
        return Meanings(ids, wholes, rows[rows >= 0], ends, self._wholes.vectors, self._pieces.vectors)
