"""The model that weighs clues: stretches of a sentence that tell of an interest, a refusal, a gift, a condition.

A conditional random field (Lafferty, McCallum and Pereira 2001) by CRFsuite, learned by `make reader` from the marked
notes in `tests/understanding`. Invariant: pure given its file; the probabilities of one word sum to 1.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pycrfsuite import Tagger

from search.understanding.learned.model import labels, weighing

FILE = Path(__file__).with_name("marks.crfsuite")
OUTSIDE = "O"
# From how probable on a word counts, by kind: what is not wanted and what others love is told in fewer words.
ENOUGH = {
    "interest": 0.4,
    "not_interest": 0.35,
    "gift": 0.25,
    "when": 0.4,
    "travel": 0.4,
    "access": 0.4,
    "company": 0.4,
}
# As much is enough for what the vocabulary names and stands all over the front room.
SHOWN = 0.2
# What makes going possible; from how probable on a word a pattern of the rules is believed that it is that.
CONDITIONS = ("when", "travel", "access", "company")
BELIEVED = 0.05
OTHERS = "other "


@dataclass(frozen=True, slots=True)
class Tag:
    """Words `start` up to `end` of a sentence tell of a `kind` (`interest`, `not_interest`, `gift`, `when`, `travel`,
    `access`, `company`); `others`: of somebody else. `sure`: the mean probability of its words, 0 to 1."""

    start: int
    end: int
    kind: str
    others: bool
    sure: float


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(sorted({label[2:] for label in labels(FILE) if label != OUTSIDE}))


@dataclass(frozen=True, slots=True)
class Tagged:
    """The stretches of one sentence from left to right, and positions of words that may tell of a condition."""

    tags: tuple[Tag, ...] = ()
    conditions: frozenset[int] = frozenset()


NOTHING = Tagged()


def tagged(clues: list[list[str]], shown: frozenset[int] = frozenset()) -> Tagged:
    """What the model takes one sentence for. `shown`: positions of things that are said to be on show at home; of these
    less is enough."""
    with weighing(FILE, clues) as tagger:
        left = [1 - tagger.marginal(OUTSIDE, at) for at in range(len(clues))]
        chosen = [_chosen(tagger, at, at in shown) if told >= SHOWN else _NONE for at, told in enumerate(left)]
        maybe = frozenset(at for at, told in enumerate(left) if told >= BELIEVED and _condition(tagger, at) >= BELIEVED)
    return Tagged(tuple(_stretches(chosen)), maybe)


def _condition(tagger: Tagger, at: int) -> float:
    return sum(tagger.marginal(f"{place}-{kind}", at) for kind in CONDITIONS for place in "BI")


@dataclass(frozen=True, slots=True)
class _Chosen:
    kind: str = ""
    begins: bool = False
    sure: float = 0.0


_NONE = _Chosen()


def _chosen(tagger: Tagger, at: int, shown: bool) -> _Chosen:
    best = _NONE
    for kind in _kinds():
        begins = tagger.marginal(f"B-{kind}", at)
        sure = begins + tagger.marginal(f"I-{kind}", at)
        enough = SHOWN if shown and kind == "interest" else ENOUGH[kind.removeprefix(OTHERS)]
        if sure > best.sure and sure >= enough:
            best = _Chosen(kind, begins > sure / 2, sure)
    return best


def _stretches(chosen: list[_Chosen]) -> Iterator[Tag]:
    start = 0
    for at in range(1, len(chosen) + 1):
        here = chosen[at] if at < len(chosen) else _NONE
        first = chosen[start]
        if at < len(chosen) and here.kind == first.kind and not here.begins:
            continue
        if first.kind:
            sure = sum(each.sure for each in chosen[start:at]) / (at - start)
            others = first.kind.startswith(OTHERS)
            yield Tag(start, at, first.kind.removeprefix(OTHERS), others, min(sure, 1.0))
        start = at
