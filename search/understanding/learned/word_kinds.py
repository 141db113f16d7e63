"""Which words are alike: every common word in three groups, coarse to fine, so that "accordion" profits from "fiddle".

Invariant: pure but for reading one file of the package; made from the vectors of the language model by
`python -m tests.measuring.word_kinds` (see the head of that file); a word that is not in it has no kind.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("word_kinds.txt")
Kinds = tuple[str, str, str]


@cache
def word_kinds() -> Mapping[str, Kinds]:
    """Folded word -> its groups of 40, 200 and 700. Lines of the file: word, tab, three numbers."""
    found: dict[str, Kinds] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        word, coarse, middle, fine = line.split("\t")
        found[word] = (coarse, middle, fine)
    return found
