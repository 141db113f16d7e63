"""A learned model that weighs one sequence at a time, whichever thread asks.

CRFsuite's tagger holds the sequence that it was given last, and the server reads notes in several threads: without a
lock one person's words would be weighed with another's. Invariant: nobody else's sequence is set while one is weighed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Lock

from pycrfsuite import Tagger


@contextmanager
def weighing(file: Path, clues: list[list[str]]) -> Iterator[Tagger]:
    """The model of a file with these clues set, for as long as the block lasts."""
    tagger, lock = _opened(file)
    with lock:
        tagger.set(clues)
        yield tagger


def labels(file: Path) -> tuple[str, ...]:
    """What a model can call a word. They are the model's own, whatever sequence is set."""
    return tuple(_opened(file)[0].labels())


@cache
def _opened(file: Path) -> tuple[Tagger, Lock]:
    tagger = Tagger()
    tagger.open(str(file))
    return tagger, Lock()
