"""The first answers of a visit, chosen so that each thing that somebody loves gets its place among them.

Invariant: pure; nothing is dropped, only the first few change places. With fewer than two strengths that can be met the
order stays as it was, who asks for a gift before who does not; with more, the first few meet as many of them as that
many answers can, and none of them is what more than `MOST_EACH` of the first few were chosen for while another could
still be met.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from search.strengths import MEETS

# How many answers are chosen so: what a worker reads without turning the page.
FIRST = 5
MOST_EACH = 2
# What meeting a strength wholly is worth beside the score of the whole note, which has 2 for relevance.
FIT = 1.0
NONE = -1


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate by its row, and the strength that it was chosen for (`NONE`: none)."""

    row: int
    strength: int = NONE


def choose(
    scores: Sequence[float], met: np.ndarray, *, first: int = FIRST, later: Collection[int] = ()
) -> list[Choice]:
    """Every candidate once. `scores`: best first, one a candidate; `met`: how well each candidate (row) meets each
    strength (column), 0 to 1. `later`: strengths that get their place after the others (what somebody could give)."""
    well = met >= MEETS
    can = {int(column) for column in np.flatnonzero(well.any(axis=0))}
    best = [int(row.argmax()) if row.size and row.max() >= MEETS else NONE for row in met]
    if len(can) < 2:
        order = (
            sorted(range(len(scores)), key=lambda row: not well[row].any()) if can <= set(later) else range(len(scores))
        )
        return [Choice(row, best[row]) for row in order]
    chosen: list[Choice] = []
    left, open_ = list(range(len(scores))), set(can)
    for place in range(min(first, len(scores))):
        crowded = len(open_) > first - place
        now = (open_ - set(later)) or open_
        choice = _covering(scores, met, well, left, now, crowded=crowded, leading=not place) if now else None
        choice = choice or _spread(well, met, left, chosen, can)
        chosen.append(choice)
        left.remove(choice.row)
        open_ -= set(np.flatnonzero(well[choice.row]).tolist())
    return [*chosen, *(Choice(row, best[row]) for row in left)]


def _covering(
    scores: Sequence[float],
    met: np.ndarray,
    well: np.ndarray,
    left: Sequence[int],
    open_: set[int],
    *,
    crowded: bool,
    leading: bool,
) -> Choice | None:
    """The best of those that meet something not met yet; where places are short, what meets most of it. The first of
    all is the best of the whole note."""
    columns = sorted(open_)
    rows = [row for row in left if well[row, columns].any()]
    if not rows:
        return None

    def worth(row: int) -> tuple[int, float, int]:
        many = int(well[row, columns].sum()) if crowded and not leading else 0
        fit = 0.0 if leading else FIT * float(met[row, columns].max())
        return many, scores[row] + fit, -row

    row = max(rows, key=worth)
    return Choice(row, max(columns, key=lambda column: (met[row, column], -column)))


def _spread(well: np.ndarray, met: np.ndarray, left: Sequence[int], chosen: Sequence[Choice], can: set[int]) -> Choice:
    """The best one left that is not one too many for its strength; the best of all
    where every one would be."""
    counts = Counter(choice.strength for choice in chosen)
    free = [column for column in sorted(can) if counts[column] < MOST_EACH]
    for row in left:
        fitting = [column for column in free if well[row, column]]
        if not well[row].any():
            return Choice(row)
        if fitting:
            return Choice(row, max(fitting, key=lambda column: (met[row, column], -column)))
    row = left[0]
    return Choice(row, int(met[row].argmax()) if well[row].any() else NONE)
