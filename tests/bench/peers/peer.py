"""One peer's search. Invariant: a question that the peer has no search for is not asked of it, and that is told."""

from collections.abc import Callable
from dataclasses import dataclass

from search.questions import Question
from tests.bench.draw import Drawn
from tests.bench.timing import Measured, one_by_one

# Ids of assets in the peer's order, and how many match.
Answer = tuple[list[int], int]


@dataclass(frozen=True)
class Peer:
    """`lines`: where `peers.md` says how it searches. `answers`: whether it has a search for such a question."""

    name: str
    lines: str
    ask: Callable[[Question], Answer]
    answers: Callable[[Question], bool] = lambda asked: True


def peer_row(peer: Peer, drawn: Drawn) -> Measured:
    """One row of times, bounded as those of all others who are not ours."""
    questions = drawn.questions()
    fit = [question for question in questions if peer.answers(question)]
    row = one_by_one(f"{peer.name}: {drawn.name}", lambda asked: peer.ask(asked)[1], fit, patient=False)
    left_out = "" if len(fit) == len(questions) else f"has no search for {len(questions) - len(fit)} of them"
    row.note = "; ".join(filter(None, [f"peers.md {peer.lines}", row.note, left_out]))
    return row
