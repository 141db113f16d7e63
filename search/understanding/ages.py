"""Ages that a text says, in figures and in words, and which of them are somebody else's.

Invariant: pure; whole years from 1 to 108, with the place where each stands. An age that counts weeks or months is no
age here: it says that somebody is a baby.
"""

import re
from collections.abc import Iterator

from search.understanding.relations import RELATIVES

# What makes of a number a measure, a time, a house or a score.
_MEASURE = (
    r"(?!\s*(?:mm|cm|kg|m\b|g\b|l\b|ml|mg|am\b|pm\b|per\b|%|/|:|-(?!year)\w|th\b|st\b|nd\b|rd\b|wks?\b|weeks?|months?|mths?|"
    r"days?|hours?|hrs?|mins?\b|minutes?|metres?|stones?\b|pounds?|quid|pence|steps|times|odd\b|or so|\.\d|"
    r"y(?:ea)?rs?\b(?! old|-old)|x\b|units?|degrees|miles?))"
    r"(?!,?\s+(?:[A-Z][\w'’]+\s+){1,3}(?:Ln|Lane|Rd|Road|St|Street|Ave?|Avenue|Cl|Close|Cres|Crescent|Dr|Drive|Terr?|"
    r"Terrace|Pl|Place|Ct|Court|Way|Brae|Wynd|Row|Grove|Gdns|Gardens|Walk|Hill|Park|Mews|Sq|Square|House|Flats?)\b)"
)
_YEARS = rf"(?P<age>\d{{1,3}})\b{_MEASURE}"
_SHORT = _YEARS.replace("1,3", "1,2")
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_WORD = rf"(?P<spelt>(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES)})\b)?|{'|'.join(_TEENS)})"
_NO_MEASURE = (
    r"(?![- ]?(?:odd|year(?!s? old)|yr|quid|pounds?|pence|per|metres?|minutes?|steps|times|miles|days|weeks|months|"
    r"first|second|third|percent|or so|somethings?|people|folk|of)\b)"
)
_SAID = re.compile(
    r"\b(?:age[ds]?(?: is|:)?|(?:he|she|they|who|i|pt|yp)(?:['’]?s|['’]m| is| am| are|['’]re)|is|now|turned|turning|"
    rf"nearly|just|(?<!when )(?<!till )(?<!until )(?<!since )(?:he|she) was)\s+{_YEARS}(?! when)",
    re.IGNORECASE,
)
_PATTERNS: tuple[re.Pattern[str], ...] = (
    re.compile(rf"\bage:?\s*{_YEARS}", re.IGNORECASE),
    re.compile(r"\A\W*[A-Za-z]+ (?P<age>\d{2})\b(?![/-])"),
    re.compile(rf"\b(?:[Mm]rs?|[Mm]s|[Mm]iss)\.? [A-Za-z]\w*(?: [A-Z]\w*)?,? \(?{_YEARS}"),
    _SAID,
    re.compile(
        r"\b(?P<age>\d{1,3})\s*(?:-?\s*years?[- ]?old|yrs? ?old\b|yr\b|yrs?/o\b|y/?o\b|year[- ]old)", re.IGNORECASE
    ),
    re.compile(r"\((?P<age>\d{1,2})\)"),
    re.compile(
        r"(?<![\d/.:x])\b(?P<age>\d{2})\s+(?:lady|gentleman|man|woman|z/?f|zimmer|lives|and has|widow|widower)", re.I
    ),
    re.compile(rf"(?:^|\n)[ \t]*(?:[A-Z][\w /]{{0,14}}:\s*)?(?P<age>\d{{1,3}}),\s(?!\d){_MEASURE}"),
    re.compile(rf"(?<=[a-z]),\s(?P<age>\d{{1,2}}),\s{_MEASURE}"),
    re.compile(
        rf"\b(?!(?:After|Before|From|Until|Till|By|At|About|Around|Over|Under|Just|Not|Only|Nil|Day|Week|Month|Age|Grp|Group|Bus|Bay|Bed)\b)"
        rf"(?!Type|Ward|Stage|Level|Grade|Flat|Year|Room|Unit|Band|Step)[A-Z][a-z]+,?\s+\(?{_SHORT}"
    ),
)
_NAMED = re.compile(rf"\b(?:mrs?|ms|miss)\.? \w+(?: \w+)?,? {_WORD}\b{_NO_MEASURE}", re.IGNORECASE)
_SPELT: tuple[re.Pattern[str], ...] = (
    re.compile(rf"(?:\A|[.!?\n]\s*){_WORD}(?=[,.]|\s(?:now|year))", re.IGNORECASE),
    _NAMED,
    re.compile(rf"\b(?:aged?|is|he['’]?s|she['’]?s|i['’]?m|now|turned|nearly)\s+{_WORD}\b{_NO_MEASURE}", re.IGNORECASE),
    re.compile(rf"(?<=\w), {_WORD},", re.IGNORECASE),
    re.compile(rf"\b{_WORD}[- ]years?[- ]old", re.IGNORECASE),
    re.compile(rf"\b(?:is|aged|he['’]s|she['’]s) (?P<spelt>{'|'.join(_ONES[1:] + _TEENS)})\b(?=[,.;\n]|$| and)"),
)
# Words of kin by which a note calls the person.
_THEMSELVES = frozenset("lad lass boy girl child baby bb toddler widow widower twin".split())
_KIN = re.compile(
    r"\b([a-z]+)(?:['’]s)?(?:,? (?:is|was|who is|called|named|\(?[A-Z][a-z]+\)?|aged|now|just))*[\s,(:]*$"
)
_SOMEWHERE = re.compile(r"\b(?:at|in|from|near|to|on|by|since|till|until|before|after|of)\s+$")


def ages(text: str) -> tuple[tuple[int, int], ...]:
    """(place, years) of each age of the person, in the order of the text."""
    found = {place: age for place, age in _all(text) if 0 < age <= 108}
    return tuple(sorted(found.items()))


def _all(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _PATTERNS:
        for each in pattern.finditer(text):
            if not _is_anothers(text, each):
                yield each.start("age"), int(each["age"])
    for pattern in _SPELT:
        for each in pattern.finditer(text):
            if not _is_anothers(text, each):
                yield each.start("spelt"), _number(each["spelt"].lower())


def _is_anothers(text: str, found: re.Match[str]) -> bool:
    """ "Her son Adam, 15", "worked at Romford 30": a relative's, or a count behind a place."""
    before = text[max(0, found.start() - 40) : found.start()]
    if found.group()[:1].isupper() and _SOMEWHERE.search(before):
        return True
    age = "age" if "age" in found.re.groupindex else "spelt"
    whole = text[max(0, found.start(age) - 40) : found.start(age)]
    kin = _KIN.search(whole)
    return kin is not None and kin[1] in RELATIVES - _THEMSELVES


def _number(spelt: str) -> int:
    if spelt in _ONES:
        return 1 + _ONES.index(spelt)
    if spelt in _TEENS:
        return 10 + _TEENS.index(spelt)
    ten, *one = re.split(r"[- ]", spelt)
    return 20 + 10 * _TENS.index(ten) + (1 + _ONES.index(one[0]) if one else 0)
