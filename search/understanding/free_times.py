"""Which of the times in a note are when the person is free, or when somebody needs a break.

Invariant: pure; a time counts where words beside it say that it is a wish, where it stands alone between marks, where
it answers a question for it, or in a very short note; never beside an appointment, a call or a visit.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from search.understanding.availability import spoken
from search.understanding.constraint_patterns import FREE, HEAD, SITS
from search.understanding.reading import When
from search.understanding.sentences import Sentence

# In so short a note a time that is told is when they are free (characters).
BRIEF = 240
# A day alone among so many words or more is when something happened.
SHORT = 10
_FREE, _SITS = re.compile(FREE, re.IGNORECASE), re.compile(SITS, re.IGNORECASE)
_HARD = re.compile(
    r"\b(?:not|no good|never|hard|n['’]?t|bad|except|unless it is|no use|busy|out|used to|every|each|since)\b",
    re.IGNORECASE,
)
_EVENTS = re.compile(
    r"\b(?:calls?|appointments?|appts?|clinic|visits?|visited|review|reviews|nurses?|dn|gp|hca|hv|sw|ot|cpn|"
    r"carers?|tablets|meds|medication|"
    r"ward|delivered|delivery|discharged?|admitted|seen|fell|falls?|bloods|depot|injection|dialysis|assessment|physio|"
    r"ring|rang|chase|send|booked|meetings?|phones?|phoned|telephones?|rings|collects?|shifts?|works|plays?|"
    r"goes to|went|"
    r"due|poc|district|sitter from|dressings?|washed|changed|shower|starts?|started|wound|cleaner)\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"[,.;:()\n\"“”?!]|\s[-–—]\s")
_FILLING = re.compile(
    r"\b(?:only|best|please|mostly|ideally|usually|any|or|and|the|in|on|a|an|of|is|are|ok|okay|fine|good|for|me|"
    r"him|her|them|"
    r"prefers?|would|suits?|free|available|so|as|at|but|better|it|has|have|to|be|must|just|really|maybe|possibly|"
    r"perhaps|most|"
    r"if|could|come|comes|can|do|make|we|i|he|she|they|though|tho|mind|either|yes|aye|yeah|preferably|preferred|"
    r"time|times|"
    r"would|wld|like|likes|s|ll|d|m|re|grand|lovely|when|awake|also|always|more|than|both|sometimes|there|one|go|"
    r"out|\d+)\b|['’\s/&+-]",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:\bwhen\b|\bwhat (?:time|day)s?|\bwhich (?:time|day)s?|\bbest (?:time|day)s?|\b(?:times?|days?|availab\w+)\b)"
    r"(?![^\n]*(?:appoint|call|visit|review|born|start))[^\n?:]{0,50}[?:]\s*$",
    re.IGNORECASE,
)
_ONE_DAY = re.compile(r"^(?:on )?\w+day$|^on\b", re.IGNORECASE)
# A sentence without a word that begins so tells of no time.
_TIMES = frozenset(
    word[:HEAD]
    for word in """
    monday tuesday wednesday thursday friday saturday sunday mon mons tue tues wed weds thu thur fri fris sat
    sats sun suns morning mid mid-morning midday noon afternoon evening eve eves aft night week weekday weekend
    weekends am ams pm pms a.m p.m day days daytime daytimes after before from until till til by than early
    first late slow school pre-school preschool term nursery feed feeds nap naps napping shift sleep asleep
    prayers mass mosque chapel church service milking hour hours half tea teatime lunch dinner supper work bath
    bathtime breakfast carers college playgroup playtime childminder dad dads dialysis calls treatment house
    sits sit rest off
    """.split()
)
_JOINS = re.compile(r"\s*(?:,|/|&|\+)?\s*(?:and|or)?\s*", re.IGNORECASE)
_LOOK_BACK = 80
# As near as this an appointment makes a time its own (characters).
NEAR = 30


def when(text: str, told: tuple[Sentence, ...], of_person: Callable[[int], bool]) -> tuple[When, ...]:
    """Times that a sentence says they are free, or that somebody needs a break."""
    return tuple(_once(each for sentence in told for each in _of_sentence(text, sentence, of_person)))


def _of_sentence(text: str, sentence: Sentence, of_person: Callable[[int], bool]) -> Iterator[When]:
    if _TIMES.isdisjoint(word[:HEAD] for word in sentence.folded):
        return
    first, last = sentence.words[0].start, sentence.words[-1].end
    said = text[first:last]
    found = sorted(spoken(said), key=lambda each: each.start)
    if not found:
        return
    asked = bool(_ASKED.search(text[max(0, first - _LOOK_BACK) : first])) or (sentence.part.own and found[0].start < 4)
    free = asked or len(text) <= BRIEF or bool(_FREE.search(said))
    sits, bare = bool(_SITS.search(said)), _blanked(said, found)
    for each in found:
        before, after = _clause(bare, each)
        alone = _stands_alone(sentence, each, before, after) and text[first + each.end : first + each.end + 1] != ":"
        if not (free or alone) or _EVENTS.search(f"{before[-NEAR:]} {after[:NEAR]}"):
            continue
        if not each.limit and _HARD.search(f"{before[-30:]} {after[:20]}"):
            continue
        if (
            sits
            or (alone and (each.limit or not before.strip() or _FREE.search(before)))
            or of_person(first + each.start)
        ):
            yield When(each.slots, each.label, each.words, first + each.start, first + each.end, each.limit)


def _blanked(said: str, found: list[When]) -> str:
    """The words without their times and what joins those, each letter of them a space."""
    for before, after in pairwise(found):
        gap = said[before.end : after.start]
        if _JOINS.fullmatch(gap):
            said = f"{said[: before.end]}{' ' * len(gap)}{said[after.start :]}"
    for each in found:
        said = f"{said[: each.start]}{' ' * (each.end - each.start)}{said[each.end :]}"
    return said


def _clause(said: str, found: When) -> tuple[str, str]:
    """What stands before and behind a time, as far as the next marks."""
    return _MARK.split(said[: found.start])[-1], _MARK.split(said[found.end :])[0]


def _stands_alone(sentence: Sentence, found: When, before: str, after: str) -> bool:
    rest = _FILLING.sub("", before) + _FILLING.sub("", _REASON.split(after)[0])
    if rest:
        return False
    only = not (before.strip() or after.strip()) and not found.limit and bool(_ONE_DAY.match(found.words))
    return not only or len(sentence.words) < SHORT


# Why, behind a time: "mornings as he tires", "after four when the kids are back".
_REASON = re.compile(r"\b(?:as|because|cos|when|since|due|while|till?|until|otherwise|if)\b", re.IGNORECASE)


def _once(found: Iterator[When]) -> Iterator[When]:
    seen: set[str] = set()
    for each in found:
        if each.label not in seen:
            seen.add(each.label)
            yield each
