"""Why a thing is on the take-home, and how to get in there, as the person whose paper it is reads it.

Invariant: pure; the paper may lie on any table. An interest that tells of nothing but somebody's company or troubles is
not named on it, nor are any words that were said.
"""

from collections.abc import Sequence
from typing import Final

from cms.cards import AccessLine
from search.reasons import in_sentence
from search.vocabulary import Vocabulary

# Below this alone lie time off from caring, company after a loss, faiths and communities: dear, nobody else's to read.
BETWEEN_US: Final = "sitting-and-chatting"
# What somebody did for a living is not always what they loved.
_WORK: Final = frozenset({"work", "works", "trade", "trades", "living", "skills"})


def reason_on_paper(interest: str, vocabulary: Vocabulary) -> str:
    """ "Because you love embroidery.", "Because we talked about mill and factory work."; nothing where the interest is
    not for everybody's eyes, or not known."""
    concept = vocabulary.concepts.get(interest)
    if concept is None or not any(
        interest in vocabulary.below(top.code) for top in vocabulary.tops if top.code != BETWEEN_US
    ):
        return ""
    name = in_sentence(concept.label)
    lead = "we talked about" if _WORK & {*name.casefold().split()} else "you love"
    return f"Because {lead} {name}."


def getting_in_on_paper(lines: Sequence[AccessLine]) -> str:
    """The way in and the toilet in a sentence each: "Step-free. Toilet with rails: not known."."""
    return " ".join(f"{line.words.rstrip('.')}." for line in lines)
