"""What was understood of a note as one line, for the fold above the answers, and whether to ask about steps. Pure.

Invariant: says what the chips say and no more; nothing that was taken off or only offered, and no word of health.
"""

import re
from collections.abc import Sequence
from typing import Final

from connector.matching.chip_groups import Group
from search.reasons import in_sentence
from search.understanding.illness import is_illness

# A body that mends may mind steps and distance, which no chip says: health is read past.
_MINDS_STEPS: Final = frozenset(
    """
    ankle ankles breathless crutches fallen falls fell hip hips joints knee knees legs operation oxygen pelvis rollator
    stairs surgery unsteady wheelchair wobbly zimmer
    """.split()
)
_WORD: Final = re.compile(r"[^\W\d_]+")
# Shorter than this it is told of health only in capitals: "MS", and not "Ms Ellis".
_SHORTEST: Final = 4


def heard_line(groups: Sequence[Group]) -> str:
    """ "Embroidery, in the day. For their husband: time off from caring." Empty where nothing counts."""
    said = [(group.heading, [chip.label for chip in group.chips if chip.on and not chip.offer]) for group in groups]
    return " ".join(_sentence(heading, labels) for heading, labels in said if labels)


def minds_steps(note: str) -> bool:
    """Whether a note tells of something for which steps or the way might matter."""
    return any(_minds(word) for word in _WORD.findall(note))


def _minds(word: str) -> bool:
    """A word as it was written: short forms of illnesses are other words in small letters."""
    if word.lower() in _MINDS_STEPS:
        return True
    return (len(word) >= _SHORTEST or word.isupper()) and is_illness(word)


def _sentence(heading: str, labels: Sequence[str]) -> str:
    listed = ", ".join([labels[0], *map(in_sentence, labels[1:])])
    return f"{heading}: {in_sentence(listed)}." if heading else f"{listed}."
