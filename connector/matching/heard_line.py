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
    ankle ankles back balance bones breath breathless chest crutches fall fallen falls fell foot frame heart hip hips
    joints knee knees leg legs operation oxygen pelvis stairs steps stick surgery unsteady walker wheelchair wobbly
    zimmer
    """.split()
)
_WORD: Final = re.compile(r"[a-z]+")


def heard_line(groups: Sequence[Group]) -> str:
    """ "Embroidery, in the day. For their husband: time off from caring." Empty where nothing counts."""
    said = [(group.heading, [chip.label for chip in group.chips if chip.on and not chip.offer]) for group in groups]
    return " ".join(_sentence(heading, labels) for heading, labels in said if labels)


def minds_steps(note: str) -> bool:
    """Whether a note tells of something for which steps or the way might matter."""
    return any(word in _MINDS_STEPS or is_illness(word) for word in _WORD.findall(note.lower()))


def _sentence(heading: str, labels: Sequence[str]) -> str:
    listed = ", ".join([labels[0], *map(in_sentence, labels[1:])])
    return f"{heading}: {in_sentence(listed)}." if heading else f"{listed}."
