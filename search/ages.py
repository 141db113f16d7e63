"""For which stages of life a listing is, and whether somebody at one of them may be sent there.

Invariant: pure. A child is never sent to a group for adults, nor the other way round, where both are known; where one
of them is not, it is asked and never taken for granted.
"""

import re
from collections.abc import Collection
from typing import Final, Literal

from search.types import CandidateFeatures

# First and last year of age. A parent is a grown-up who may bring a child.
SPANS: Final = {
    "baby": (0, 1),
    "child": (2, 11),
    "teenager": (12, 17),
    "young": (18, 25),
    "adult": (26, 64),
    "older": (65, 120),
    "parent": (18, 55),
}
EVERYBODY: Final = frozenset(SPANS)
YOUNG: Final = frozenset({"baby", "child", "teenager"})
_OPEN = frozenset({"anyone", "everyone", "everybody", "all"})
_FOR = {
    "adults": ("young", "adult", "older", "parent"),
    "women": ("young", "adult", "older", "parent"),
    "men": ("young", "adult", "older", "parent"),
    "older": ("older",),
    "older_people": ("older",),
    "babies": ("baby", "parent"),
    "toddlers": ("baby", "child", "parent"),
    "children": ("child",),
    "families": ("baby", "child", "teenager", "parent"),
    "parents": ("parent",),
    "young": ("teenager", "young"),
    "young_people": ("teenager", "young"),
    "teenagers": ("teenager",),
}
_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_NUMBERS = {
    **{word: place for place, word in enumerate(_UNITS.split(), 1)},
    "eighteen": 18, "nineteen": 19, "twenty-one": 21, "twenty-five": 25, "fifty": 50, "fifties": 50, "fives": 5,
    "fifty-five": 55, "sixty": 60, "sixties": 60, "sixty-five": 65, "seventy": 70, "twelves": 12, "elevens": 11,
}  # fmt: skip
_N = rf"(\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_FROM = re.compile(
    rf"\b(?:over|aged)[ -](?:the )?{_N}(?:'?s|\+)?\b(?! to)|\b{_N} ?(?:\+|plus\b|(?:and|or) (?:over|up))"
)
_TO = re.compile(rf"\bunder[ -]{_N}(?:'?s)?\b")
_BETWEEN = re.compile(rf"\b(?:aged? |ages )?{_N} ?(?:to|-|–|until) ?{_N}\b(?! ?(?:am|pm))")
# A name tells for whom it is, where it is not about those who help, pay for or look after them.
_NAMES = (
    (re.compile(r"toddler|play ?group|pre-?school|\bbab(?:y|ies)\b|\bbumps?\b|stay and play"), ("baby", "child",
     "parent")),
    (re.compile(r"brownies|rainbows|\bcubs?\b|beavers|\bkids\b|children'?s\b|\bjuniors?\b"), ("child", "teenager")),
    (re.compile(r"youth|\bteens?\b|scouts?\b|girl ?guides?\b|cadets?\b|young people"), ("child", "teenager", "young")),
    (re.compile(r"older people|over[ -](?:60|65|sixt)|pensioner|senior citizens|\bage uk\b|retired"), ("older",)),
)  # fmt: skip
_ABOUT = re.compile(
    r"friends of|\bp\.?t\.?a\b|parent|\btrust\b|fund\b|charit|bank\b|museum|govern|supporters|hostel|history"
)

_CHILDREN = re.compile(r"\b(?:children|girls|boys|kids)\b")

Fit = Literal["yes", "ask", "no"]


def stages_for(
    name: str, who_for: str, audience: Collection[str], low: int | None, high: int | None, *, helpers: bool = False
) -> frozenset[str]:
    """Stages that a listing says it is for; empty where it says nothing. `low`, `high`: first and last year of age;
    `helpers`: it is a volunteer role, whose name tells who is helped and not who helps."""
    words = {str(word).lower() for word in audience}
    said = EVERYBODY if words & _OPEN else frozenset(stage for word in words for stage in _FOR.get(word, ()))
    if said and _CHILDREN.search(who_for.lower()):
        said |= {"child", "teenager"}
    if low is None and high is None:
        low, high = _told(who_for.lower())
    if low is None and high is None and not helpers and not said:
        low, high = _told(name.lower())
    if low is not None or high is not None:
        within = frozenset(s for s, (first, last) in SPANS.items() if last >= (low or 0) and first <= (high or 120))
        return within & said or within
    return said or (frozenset() if helpers else _named(name.lower()))


def fit(stage: str, candidate: CandidateFeatures) -> Fit:
    """Whether somebody at this stage of life (`search.understanding.stage`) may be sent there."""
    stages = candidate.stages
    if not stages:
        hinted = bool(candidate.cues & {"children", "young"}) and candidate.kind != "volunteer_role"
        return "ask" if stage in YOUNG or (hinted and stage != "parent" and stage != "young") else "yes"
    if stage not in SPANS:
        return "ask" if stages <= YOUNG | {"parent"} else "yes"
    if stage in stages or (stage == "parent" and stages & {"baby", "child", "young", "adult"}):
        return "yes"
    if stage == "baby":
        return "yes" if "parent" in stages else "no"
    if stage in YOUNG:
        return "no"
    return "no" if stages <= YOUNG else "ask"


def _told(text: str) -> tuple[int | None, int | None]:
    """The first and last year of age that words tell: "sixteen and over", "under fives", "8 to 12"."""
    if between := _BETWEEN.search(text):
        return _number(between[1]), _number(between[2])
    low, high = _FROM.search(text), _TO.search(text)
    if high and re.search(
        r"\b(?:free|with (?:an?|them|their|mum|dad)\b|half price|accompan)", text[high.end() : high.end() + 30]
    ):
        high = None  # children may come, and bring somebody: it says nothing of others
    first = next((_number(found) for found in (low.groups() if low else ()) if found), None)
    return first, _number(high[1]) - 1 if high else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _named(name: str) -> frozenset[str]:
    if _ABOUT.search(name):
        return frozenset()
    return frozenset(stage for pattern, stages in _NAMES if pattern.search(name) for stage in stages)
