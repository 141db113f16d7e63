"""A text as it was pasted, made plain: no markup, one kind of dash, times in figures, and gaps where something stood
that has numbers but no times (prices, ages, telephone numbers, addresses).

Invariant: pure; the work grows with the length of the text alone. A gap is "~": it keeps apart what stood apart, and
counts as words that were not read.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final

GAP: Final = " ~ "
_BLOCK: Final = re.compile(
    r"</?(?:p|br|div|li|ul|ol|tr|h[1-6]|table|tbody|thead|section|d[tdl])\b[^<>]*>", re.IGNORECASE
)
_CELL: Final = re.compile(r"</?t[dh]\b[^<>]*>", re.IGNORECASE)
_RAISED: Final = re.compile(r"</?su[pb]\b[^<>]*>", re.IGNORECASE)
_TAG: Final = re.compile(r"<[a-z/!][^<>]*>", re.IGNORECASE)
_SIGNS: Final = str.maketrans(
    {**dict.fromkeys("‐‑‒–—―−~", "-"), **dict.fromkeys("’‘`´", "'"), **dict.fromkeys("•·●▪■◦‣*\r\x0b\x0c\u2028", "\n")}
    | {"\t": " ", "“": '"', "”": '"'}
)
_MODAL_MAY: Final = re.compile(r"\bmay\b(?=\s+(?:be|vary|change|also|not|need|have|differ|still|occasionally)\b)")
_NUMBERS: Final = {
    name: number
    for number, name in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
}  # fmt: skip
_NAME: Final = "|".join(_NUMBERS)
_TO: Final = r"(?:-|to|till?|'til|until)"
_COUNTED: Final = re.compile(
    rf"\b({_NAME})(?=\s*(?:{_TO}\b\s*(?:{_NAME}|\d|noon|mid)|-\s*(?:{_NAME}|\d)|o'? ?clock|[ap]m\b))"
)
_COUNTED_TO: Final = re.compile(
    rf"((?:\bpast|\d\s?(?:[ap]m)?\s*(?:{_TO}|-|and)|\bnoon (?:to|till?|until)|\b(?:at|from|between|"
    rf"until))\s+)({_NAME})\b"
    r"(?!\s+(?:hour|week|session|day|minute|month|of|off|place|venue|time))"
)
# "5pmMon", "Mon10am": a blank was forgotten.
_STUCK: Final = re.compile(
    r"([ap]m|\d)(?=(?:mon|tue|wed|thu|fri|sat|sun))"
    r"|(\b(?:mon|tues?|weds?|wednes|thu|thurs?|fri|sat|satur|sun)(?:days?)?)(?=\d)"
)
_WEEK_ALSO: Final = r"(?: ?(?:and|&|,|/) ?(?:weeks? ?)?(?:[1-5b]|two|three|four)\b)"
# "Week A: …", "weeks 1 and 3": the writer counts weeks, and nobody else knows from where.
_IN_TURN: Final = re.compile(
    rf"\bweeks? ?(?:[1-5ab]|one|two|three|four)\b"
    rf"(?:{_WEEK_ALSO}* ?:|{_WEEK_ALSO}+(?! ?(?:-|to|till?|until|[:.]\d|[ap]m)))"
)
_NOT_THAT_DAY: Final = re.compile(r"(?<![a-z])n/a(?![a-z])")
_WHILE: Final = re.compile(rf"\bwhile\b(?= (?:(?:about|around|half|quarter)\b|\d|noon\b|mid-?(?:day|night)|{_NAME}\b))")
_PAST: Final = re.compile(r"\b(half|quarter)[- ](?:(past|to)[ ]+)?(\d{1,2})\b(?!\s?[:.]\d)")

# What has numbers and is no time. The first that fits takes it.
_NUMBERED: Final = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(?:https?://|www\.)\S+",
        r"(?<!\S)[^\s@]{1,80}@[^\s@]{1,80}\.[a-z]{2,12}(?!\S)",
        # Prices.
        r"(?:from |only |just |approx\.? )?[£€$] ?\d[\d,]*(?:\.\d{1,2})?p?(?: ?(?:-|to|/) ?(?:[£€$] "
        r"?)?\d+\.\d\d(?! ?[-ap:.]))?"
        r"(?: ?(?:pp|p/h|ph)\b)?",
        r"\b\d{1,3} ?p\b(?!\.?m)(?: (?:per|each|a) \w+)?",
        r"\b\d{1,3}(?:\.\d\d)? (?:per|a) (?:person|session|class|child|adult|head|family|lesson|term|week\b(?! -))",
        r"\b(?:cost|price|fee|charge|entry|admission|donation|subs)s?:?(?: is| of| are)? \d{1,3}(?:\.\d\d)?(?! "
        r"?(?:[ap]m|-|[:.]\d|to )|\d)",
        # Ages and levels.
        r"\b(?:age[sd]?|aged between|age (?:range|group)s?|over|under|u|o|school years?|years?|yrs?|key stage|"
        r"ks|grades?|levels?)"
        r"[-:. ]*(?:of |the |from |between )?\d{1,3}(?:'?s\b)?(?: ?(?:-|to|and|&|/) ?(?:the )?(?:age )?\d{1,3})?"
        r"(?: ?(?:years?|yrs?|months?|mths?)\b| ?\+|'?s\b)*(?! ?(?:[:.]\d|[ap]m|hours?|hrs?))",
        r"(?<![:.\d])\b\d{1,3} ?(?:-|to|and|&) ?\d{1,3} ?(?:'?s\b|\+(?!\d)|(?:y(?:ea)?rs?|y/?o|months?|"
        r"mths?)\b)(?: ?-?(?:olds?|of age)\b)*",
        # "18+", but not the "+" of opening_hours: "18:00+", "Jan 05+".
        r"(?<!jan )(?<!feb )(?<!mar )(?<!apr )(?<!may )(?<!jun )(?<!jul )(?<!aug )(?<!sep )(?<!oct )(?<!nov "
        r")(?<!dec )"
        r"(?<![:.\d])\b\d{1,3}(?: ?\+(?! ?\d)| ?and over\b| ?or over\b|'?s and (?:over|under)\b| ?plus\b| "
        r"(?:years?|yrs?) ?-?(?:olds?|plus|and over|\+)(?:s\b|\b)?)",
        r"(?<!every )(?<![:.\d])\b\d{1,3} ?-?(?:years?|yrs?|y/o|mths?)\b(?: ?-?(?:olds?|of age)\b)*",
        # How long, how many, how far.
        r"(?<!\d)(?<![:.])\b(?!24)\d{1,2}(?:\.\d| ?1/2)? ?-?(?:hours?|hrs?|hr|mins?|minutes?)\b(?:'? notice| in "
        r"advance)?",
        r"(?<!every )\b(?!24)\d{1,3} ?-?(?:weeks?|wks?|days? notice|working days|sessions?|places|spaces|people|"
        r"persons|miles?|metres|km|classes|"
        r"members|courts?|tables|adults|children|lanes?|rooms|pitches|games)\b(?! (?:a|per) week)",
        r"\b24 ?-?h(?:ou)?rs?'? (?:notice|in advance|before|prior|cancellation)\b",
        r"\b24 ?-?h(?:ou)?rs? (?:answer|cctv|security|recorded|emergency|voicemail)\w*",
        r"\b(?:within|at least|least) 24 ?-?h(?:ou)?rs?\b|\b\d ?days a week(?<!7 days a week)",
        r"\b(?:room|studio|unit|flat|floor|zone|stage|suite|block|bus(?:es)?|route|no\.|number|nos?|gate|court|"
        r"week|part|ext(?:ension)?|group)"
        r"[.: ]*\d{1,4}[a-z]?\b(?! ?(?:[:.]\d|[ap]m|-|to |until))",
        r"\b(?:1st|first|2nd|second|ground|3rd|third) (?:floor|aid|session|class|visit|come|time|served|hand|"
        r"lesson|drink|child|half)\w*"
        r"(?: (?:is|are))?",
        r"\bx ?\d{1,2}\b|\b\d:1\b|\b1[- ]?(?:to|2)[- ]?1\b|\b1:1\b|\b\d{1,2} ?x\b",
        r"\b\d{1,4}[a-z]?,? (?:[a-z']+ ){1,2}(?:street|st|road|rd|lane|avenue|ave|drive|way|court|crescent|"
        r"terrace|square|place|gardens|grove|park)\b",
        r"\b(?!(?:mo|tu|we|th|fr|sa|su)\d)[a-z]{1,2}\d[a-z\d]? ?\d(?!am|pm|st|nd|rd|th)[a-z]{2}\b",
        # Times that are not of the session.
        r"\b(?:last|latest|final) (?:entry|admissions?|orders?|appointments?|bookings?|check[- ]?in|arrival|"
        r"food orders)\b"
        r"(?: (?:is|at|by|taken)|[-:])*(?: ?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m)?\b(?! ?-)| ?noon)?",
        r"\b(?:doors?(?: open)?|arrive|arrivals?|registration|registering|sign[- ]?in|warm[- ]?up)(?: (?:is|at|"
        r"by|from|opens?)|[-:])*"
        r" ?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m)?\b(?! ?(?:-|to |till|until))",
        r"\b(?:book|order|ring|call|register|apply|return|reply|collect|booking|orders|email|cancel)(?:ing|ed|"
        r"s)? [^\n.;]{0,20}?(?:by|before|after)"
        r" (?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m)?|noon|midday)\b(?: (?:on )?(?:the )?\w+day)?",
        r"\b(?:no|without(?: an)?|not by) (?:appointments?|bookings?|referrals?|need)\b(?: (?:is|are|required|"
        r"necessary|needed|to book))*",
    )
)
_PHONE: Final = re.compile(r"(?<![\d.:,-])(?:\+?44|\(?0)\d?[\d ()-]{7,17}\d(?![\d:])", re.ASCII)
_TOLD_PHONE: Final = re.compile(
    r"\b(?:tel|telephone|phone|call|ring|text|mob(?:ile)?|fax|contact)\b[^\d\n]{0,12}\d{3,6}[ -]?\d{3,8}(?![\d:])",
    re.ASCII,
)
_TIMES_RUN: Final = re.compile(r"(?:(?:[01]\d|2[0-4])[0-5]\d ?-? ?){2,8}", re.ASCII)
_HALF: Final = re.compile(r"(?<![a-z])([ap])(?:\. ?m\b\.?| ?m\b)", re.ASCII)


def plain(text: str) -> str:
    """The text in small letters, with line breaks kept and nothing else of how it looked."""
    said = text
    for _ in range(2):  # what was escaped twice is markup, too
        said = html.unescape(said)
        said = _TAG.sub(" ", _RAISED.sub("", _CELL.sub(" | ", _BLOCK.sub("\n", said))))
    said = unicodedata.normalize("NFKC", said).translate(_SIGNS)
    said = _MODAL_MAY.sub("~", said).casefold()
    said = re.sub(r"[^\S\n]+", " ", said)
    said = _NOT_THAT_DAY.sub("closed", _IN_TURN.sub(" certain weeks:", _STUCK.sub(r"\1\2 ", said)))
    said = re.sub(r"(?<=[a-z])\(s\)|(?<=day)'s\b", "s", said)
    said = re.sub(r"(?<=[\dm]) ?= ?(?=\d)", " - ", said)
    said = _HALF.sub(r"\1m", said)
    return _in_figures(_gaps(said))


def _gaps(said: str) -> str:
    for pattern in _NUMBERED:
        said = pattern.sub(GAP, said)
    said = _PHONE.sub(_unless_times, said)
    return _TOLD_PHONE.sub(_unless_times, said)


def _unless_times(found: re.Match[str]) -> str:
    """A gap, unless the figures are the hours of a day: "0900-1300 1400-1700"."""
    figures = found[0].lstrip("abcdefghijklmnopqrstuvwxyz:. ")
    digits = sum(sign.isdigit() for sign in figures)
    return found[0] if digits < 6 or _TIMES_RUN.fullmatch(figures.strip()) else GAP


def _in_figures(said: str) -> str:
    """ "Half past two till four" as "2.30 till 4"; "ten while twelve", as they say in the north, the same way."""
    said = _WHILE.sub("till", said)
    said = _COUNTED.sub(lambda found: str(_NUMBERS[found[1]]), said)
    said = re.sub(rf"\b(half|quarter)([- ](?:past|to)? ?)({_NAME})\b", _part_of, said)
    said = _PAST.sub(_quartered, said)
    said = _COUNTED_TO.sub(lambda found: f"{found[1]}{_NUMBERS[found[2]]}", said)
    return re.sub(r"(\d) ?o'? ?clock", r"\1.00", said)


def _part_of(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2]}{_NUMBERS[found[3]]}"


def _quartered(found: re.Match[str]) -> str:
    hour = int(found[3])
    if found[2] == "to":
        return f"{(hour - 2) % 12 + 1}.45" if found[1] == "quarter" and 1 <= hour <= 12 else found[0]
    return f"{hour}.{'30' if found[1] == 'half' else '15'}"
