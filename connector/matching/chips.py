"""Chips: what was understood, each with the words it came from. Pure.

Invariant: a chip that was taken off stays on the page as an offer, so that a slip of the thumb costs nothing; no health
word becomes a chip.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from search.reasons import in_sentence
from search.understanding.reading import Reading
from search.vocabulary import Vocabulary

MOST_OFFERS = 3
# How close a neighbour must be to be offered.
OFFERED_FROM = 0.6


@dataclass(frozen=True, slots=True)
class Chip:
    """`kind`: interest or time. `on`: counts; off: a plus puts it on. `offer`: nobody said it, it is close to what
    was said."""

    code: str
    label: str
    said: str
    kind: str
    on: bool
    offer: bool = False


def chips(reading: Reading, offs: Sequence[str], vocabulary: Vocabulary) -> list[Chip]:
    """What counts first, then what was taken off, then a few close neighbours to offer."""
    on = [Chip(said.key, said.label, said.words, "interest", True) for said in reading.interests]
    on += [Chip(when.code, when.label, when.words, "time", True) for when in reading.when]
    known = {chip.code for chip in on}
    off = [
        Chip(code, vocabulary.concepts[code].label, "taken off", "interest", False)
        for code in offs
        if code in vocabulary.concepts and code not in known
    ]
    off += [
        Chip(code, code.removeprefix("own-").replace("-", " ").capitalize(), "taken off", "interest", False)
        for code in offs
        if code.startswith("own-")
    ]
    off += [
        Chip(code, code.removeprefix("when-").replace("-", " ").capitalize(), "taken off", "time", False)
        for code in offs
        if code.startswith("when-")
    ]
    return [*on, *off, *_offers(reading, known | set(offs), vocabulary)]


def _offers(reading: Reading, known: set[str], vocabulary: Vocabulary) -> list[Chip]:
    best: dict[str, tuple[float, str]] = {}
    for said in reading.interests:
        if not said.code:
            continue
        for near in vocabulary.near(said.code):
            if near.weight >= OFFERED_FROM and near.code not in known and near.kind != "broader":
                best[near.code] = max(best.get(near.code, (0.0, "")), (near.weight, said.label))
    strongest = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))[:MOST_OFFERS]
    return [
        Chip(code, vocabulary.concepts[code].label, f"close to {in_sentence(label)}", "interest", False, True)
        for code, (_, label) in strongest
    ]
