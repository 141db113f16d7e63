"""Which stage of life the person of a note is at, learned from marked notes: ages told, words used, what the rules say.

Invariant: pure given its file; names weigh nothing, one of the eight stages comes out.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from search.understanding.ages import ages
from search.understanding.learned.clues import Known
from search.understanding.learned.fair import ALIKE
from search.understanding.learned.model import weighing
from search.understanding.stage import stage, stage_of_age

FILE = Path(__file__).with_name("stages.crfsuite")
# So many sentences tell who somebody is; what follows tells of much else.
FIRST = 3
# In fewer words than these, names not counted, nothing tells but what the rules know.
FEW = 20
_CHILD = re.compile(
    r"\b(?:[Cc]hild's name|[Cc]hild:|bb [A-Z]|Baby [A-Z]|y/o (?:boy|girl)|years? old (?:boy|girl)|Child's own)"
)
_NUMBERED = re.compile(
    r"\b\d{1,2}(?:\s?/\s?(?:52|12|7)|\s?(?:wks?|weeks?|mths?|months?|yrs?|years?|y/?o))\b", re.IGNORECASE
)


def learned_stage(text: str, known: tuple[Known, ...]) -> str:
    """The stage of the person whom a text is about."""
    if sum(len(each.sentence.words) - len(each.barred) for each in known) < FEW:
        return _by_rules(text)
    with weighing(FILE, [stage_clues(text, known)]) as tagger:
        (found,) = tagger.tag()
    return str(found)


def _by_rules(text: str) -> str:
    return stage(text, child_is_person=bool(_CHILD.search(text[:250])))


def stage_clues(text: str, known: tuple[Known, ...]) -> list[str]:
    """What speaks for one stage or another."""
    return sorted({*_told(text), *_words(known)})


def _told(text: str) -> Iterator[str]:
    yield f"rule={_by_rules(text)}"
    yield f"child={bool(_CHILD.search(text[:250]))}"
    told = ages(text[:600])
    yield f"ages={min(len(told), 3)}"
    for name, place in (("first", told[:1]), ("least", sorted(told, key=lambda each: each[1])[:1])):
        for _, age in place:
            yield f"{name}={stage_of_age(age)}"
            yield f"{name}={age // 5 * 5}"
    for found in _NUMBERED.findall(text[:200]):
        yield f"span={re.sub(r'[0-9 ]+', '', found.lower(), count=1)}"


def _words(known: tuple[Known, ...]) -> Iterator[str]:
    for number, each in enumerate(known):
        for at, word in enumerate(each.sentence.words):
            if at not in each.barred and word.word not in ALIKE and not word.word.isdigit():
                yield f"w={word.stem}"
                if number < FIRST:
                    yield f"early={word.stem}"
        for at, kind in each.short.items():
            yield f"short={each.sentence.words[at].raw}={kind}"
