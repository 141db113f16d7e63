"""A plain text as tokens: the smallest pieces that mean something for times, and the words between them.

Invariant: every sign of the text belongs to one token or is a blank; the scan never goes back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from cms.schedule.spoken.day_words import MONTHS, ORDINALS, day_of


class Token(NamedTuple):
    """`kind` names what it is, `text` is how it was written."""

    kind: str
    text: str


_HOLS: Final = r"(?:hols?|holidays?|vacations?|breaks?|closures?)"
_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY_NUMBER: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_FEAST: Final = r"(?:christmas|xmas|easter|whitsun|ramadan|eid|lent|advent|new year)(?! (?:day|eve|sunday|monday)\b)\b"
"""Feasts whose dates move, or that everybody counts in another way."""
_CLOCK: Final = (
    r"(?:12(?:[.:]00)? ?)?(?:pm ?)?(?:noon|mid-? ?day|mid-? ?night)\b"
    r"|\d{2}[:.]\d{2} ?(?:hrs?|hours|h)\b"
    r"|\d{1,2} ?[:.;] ?\d{2}(?::00)?(?!\d)(?: ?[ap]m\b)?|\d{1,2}h\d{2}\b|\d{1,2} ?[ap]m\b|\d{3,4}[ap]m\b"
    r"|(?:[01]\d|2[0-4])[0-5]\d ?(?:hrs?|hours|h)\b"
    r"|(?:[01]\d|2[0-4])[0-5]\d(?= ?(?:-|to|till?|until) ?(?:[01]\d|2[0-4])[0-5]\d\b)"
    r"|(?<=\d\d-)(?:[01]\d|2[0-4])[0-5]\d\b|(?<=\d - )(?:[01]\d|2[0-4])[0-5]\d\b|(?<=\dto )(?:[01]\d|"
    r"2[0-4])[0-5]\d\b"
    r"|(?<=\d to )(?:[01]\d|2[0-4])[0-5]\d\b|0[0-9][0-5]\d\b"
)

# In this order: what stands first wins.
_KINDS: Final = (
    ("break", r"\n|;|\||\.(?=\s|$)"),
    ("gap", r"~"),
    ("allday", r"24 ?/ ?7(?:/365)?|24[- ]?(?:hours?|hrs?|h)\b(?:(?: a| per|/|,)? ?day)?|(?:round|around) the "
               r"clock"),
    ("daily", r"(?:7|seven) ?days(?: (?:a|per|each|/)? ?(?:week|wk))?\b|7/7|(?:every|each) ?day(?: of the "
              r"(?:week|year))?\b|365 days?(?: (?:a|per) year)?\b|daily\b|"
              r"all (?:week|days)\b"),
    ("nightly", r"(?:every|each) (?:nights?|evenings?|mornings?|afternoons?)\b|nightly\b"),
    ("weekdays", r"(?:every |each |all )?week ?-?days?\b"),
    ("weekend", r"(?:at |every |each |all )?(?:the )?week ?-?ends?\b"),
    ("mf", r"m ?- ?f\b|mwf\b"),
    ("date", rf"\d{{4}}-\d\d?-\d\d?\b|\d{{1,2}}/\d{{1,2}}/(?:20)?\d\d\b|\d{{1,2}}\.\d{{1,2}}\.(?:20)?\d\d\b(?! "
             rf"?[ap]m)"
             rf"|{_DAY_NUMBER} ?-?(?:of )?(?:{_MONTH})\b\.?(?: ?-?,? ?20\d\d\b)?"
             rf"|(?:19|20)\d\d (?:{_MONTH}) (?:3[01]|[12]\d|0?[1-9])\b\+?"
             rf"|(?:{_MONTH}) {_DAY_NUMBER}(?! ?[:.]\d)(?! ?[ap]m)(?! ?(?:-|to|till?|until) ?\d+ ?(?:[:.]\d|"
             rf"[ap]m|\b(?!{_MONTH})))\b(?:,? 20\d\d\b)?"),
    ("datelist", rf"{_DAY_NUMBER}(?:(?: ?, ?| ?& ?| and ){_DAY_NUMBER}){{1,11}} (?:of )?(?:{_MONTH})\b(?: "
                 rf"20\d\d\b)?"),
    ("dayspan", rf"(?<!-)(?<!- )(?<!to ){_DAY_NUMBER} ?(?:-|to) ?{_DAY_NUMBER} (?:of )?(?:{_MONTH})\b(?! ?(?:-|"
                rf"to) ?(?:{_MONTH})\b)(?: 20\d\d\b)?"),
    ("term", r"(?:(?:during|in|runs?|open|only|school|university|the|academic) ){0,4}term[ -]?times?(?: "
             r"dates)?(?: only)?\b"
             r"|(?:during|in) (?:the )?(?:school |academic )?terms?(?: only)?\b|school terms?(?: only)?\b|sh "
             r"off\b"),
    ("named", r"christmas day|xmas day|christmas eve|xmas eve|boxing day|new year'?s? day|new year'?s? eve|good "
              r"friday|"
              r"easter (?:sunday|monday)"),
    ("ph", rf"(?:public|bank|national|statutory)(?: ?(?:and|or|&|/) ?(?:public|bank))? ?{_HOLS}(?: (?:mondays?|"
           rf"weekends?))?\b|"
           r"b/? ?hols?\b|bhs?\b|ph\b|phs\b"),
    ("school", rf"(?:(?:during|in|throughout|over|all|the|outside|out of) ){{0,3}}(?:school|summer|easter|"
               rf"christmas|half[- ]?term) "
               rf"(?:school |summer )?{_HOLS}(?: only)?\b|(?:during )?(?:the )?half[- ]?terms?\b|outside (?:of "
               rf")?term[- ]?time|"
               r"(?:the )?school holiday\b|sh\b"),
    ("fortnight", r"(?:every other|every 2|every two|every second|every 2nd|alternate|alternating|each "
                  r"alternate) (?:weeks?\b|wks?\b)|"
                  r"(?:held |runs? |meets? )?fortnightly|(?:every|each|once a|a) fortnight|week on,? week off|"
                  r"2[- ]weekly|two[- ]weekly"),
    ("other", r"every other|(?:every |on |each )?alternate|alternating|alt\b\.?"),
    ("counted", r"every (?:3|three|4|four|5|five|6|six|8|eight) (?:weeks|wks)|"
                r"(?:3|three|4|four|5|five|6|six)[- ]weekly"),
    ("twice", r"bi-?weekly|bi-?monthly|semi-?weekly|semi-?monthly|twice (?:a|per|every) month|twice monthly|"
              r"(?:every|each) ?(?:2|two|3|three) months"
              r"|(?:every|each) (?:second|2nd|third|3rd|fourth|4th|sixth|6th|few) months?"
              r"|every other month|alternate months|bimonthly|quarterly|annually|yearly|once a year|(?:two|2|"
              r"three|3) times a month"),
    ("every", r"every(?= (?:\d|second|third|fourth|fifth))"),
    ("monthly", r"(?:(?:of|in|on) )?(?:(?:the|each|every|a|any|calendar|per) ){1,3}month\b|of month\b|in "
                r"month\b|monthly|(?:of|in) each(?= ?[,.;\n]|$)"),
    ("appointment", r"(?:strictly |please )?(?:by|via|with|on|upon|through) (?:a |an |prior |advance |pre-? "
                    r"?)*(?:appointments?|arrangement|request|referrals?|booking)(?: only)?"
                    r"|(?:appointments?|pre-?booking|bookings?|referrals?) (?:only|essential|required|needed|is "
                    r"required|is essential|necessary)"),
    ("lunch", r"(?:\(?closed |closes |shut )?(?:for |at |over )lunch(?: ?time)?s?\b|lunch (?:break|closure|hour)"),
    (
        "closes",
        r"(?:and )?(?:closes?|closing|finish(?:es|ing)?|ends?|ending)(?: times?)?:?"
        r"(?: (?:at|about|around|approx\.?|by))*"
        rf"(?= (?:\d{{1,2}}(?![\d/]|st|nd|rd|th)(?! (?:of )?(?:{_MONTH})\b)(?! (?:weeks?|days?|months?)\b)|noon|mid))",
    ),
    ("closed", r"(?:is |are |we are |we're )?(?:closed|clsd|shut|not open|no (?:sessions?|class(?:es)?|"
               r"meetings?|groups?|clubs?|service)|(?:temporarily |currently |now |been )*(?:suspended|paused|"
              r"postponed|discontinued|cancelled|ceased|on hold)|not currently|currently not)\b"
               r"(?! (?:group|facebook|circuit|door))\b|off(?= ?(?:$|[;,.\n|)]))"),
    ("except", r"(?:with the |unless (?:it is |it's )?(?:a )?)?\b(?:except(?:ing|ion of|ions?)?(?: for)?|"
               r"excl(?:uding|udes?|usive of)?\b\.?|exc\b\.?|ex\b\.?|"
               r"apart from|other than|but not|not including|save for|minus|unless|"
               r"not(?! (?:every|each|all) (?:week|month)))\b"
               r"(?: (?:on|in|during|open|running|available|held|at|over|for|the|meeting))*"),
    ("including", r"(?:including|incl?\b\.?|includes|inc\.?|and|open(?: on)?)(?: all)?(?= (?:bank|public))"),
    ("late", r"(?:-|to|till?|'til|until) ?(?:late|close|closing(?: time)?|finish|whenever|dusk|sunset|dark)\b"),
    ("onwards", r"onwards?\b|start\b"),
    ("since", r"(?:starting|starts|beginning|begins|commencing|restarting|re-?starts|returning|returns|as of|"
              r"wef|from|next (?:session|meeting|one|date|class)s?(?: is| are)?)"
              rf"(?: on| again| back| from|:)*(?: \w+day)?(?= ?(?:{_DAY_NUMBER} ?(?:of )?(?:{_MONTH})|"
              rf"(?:{_MONTH}) \d|\d{{1,2}}/\d|\d{{4}}-))"),
    ("untildate", r"(?:until|till?|ending|ends|finishing|finishes|up to|to)(?: and including)?(?: on)?(?: \w+day)?"
                  rf"(?= (?:{_DAY_NUMBER} ?(?:of )?(?:{_MONTH})\b|(?:{_MONTH}) \d|\d{{1,2}}/\d{{1,2}}/|\d{{4}}-))"),
    ("doubt", r"some(?= \w+days)|most(?= (?:\w*days?|weeks|months)\b)|"
              r"not (?:every|each|all) (?:week|month|\w+day)s?|certain weeks\b|"
              r"(?:selected|certain|various|occasional|odd)(?= "
              r"(?:\w+days?|weeks|dates|days))|"
              r"occasionally|(?:even|odd)(?:-| )?(?:numbered )?weeks?|weeks? commencing|rota\b|dusk|dawn|sunset|"
              r"sunrise|day ?light|"
              rf"(?:over|at|during|for|between|after|before|to|from|since|by|till?|until|open) {_FEAST}|"
              rf"{_FEAST}(?= ?(?:-|to|till?|until|onwards?|weeks?|weekends?)\b)|"
              rf"(?:after|before|following|nearest(?: to)?|closest to) (?:the )?\d{{1,2}}(?:st|nd|rd|th)\b(?! "
              rf"(?:of )?(?:{_MONTH})\b)|"
              r"no longer (?:meet|run|open|on\b|held|tak|operat)|used to (?:be|meet|run|open)|"
              r"(?:was|were|previously|formerly)(?= (?:held |met |on |at )*\w+days?\b)|"
              r"(?:christmas|easter|summer|winter) (?:period|closure|opening|hours|times|months|season|"
              r"timetable)|"
              r"(?:in|during|through|over) (?:the )?(?:summer|winter|autumn|spring)(?: months)?|"
              r"(?:summer|winter|autumn|spring)(?= ?(?:[:(-]|only|$|\n))|ramadan|half days?\b|"
              r"\b(?:1|2|3|4|5|6|once|two|three|four|five|six|twice) ?(?:days?|times?|x)? (?:a|per|each) ?week|"
              r"(?:till?|until|while) (?:dinner|lunch|tea)(?: ?time)?\b|"
              r"times (?:a|per|each|every) (?:year|term|season)|lockdown"),
    ("clock", _CLOCK),
    ("year", r"20[2-4]\d\b"),
    ("nth", r"\[-?\d(?:, ?-?\d)*\]"),
    ("number", r"\d+(?:st|nd|rd|th)?(?:[.,:/]\d+)*"),
    ("plus", r"\+"),
    ("range", r"(?:-|\bto\b|\btill?\b|'til\b|\btil\b|\buntill?\b|\bthrough\b|\bthru\b|\bup to\b)(?: and "
              r"including\b| approx\.?\b| about\b| around\b)?"),
    ("comma", r",|/"),
    ("and", r"&|\+|\band\b|\bplus\b|\balso\b|\bthen\b|\bboth\b"),
    ("or", r"\bor\b"),
    ("colon", r":"),
    ("open", r"\("),
    ("close", r"\)"),
    ("between", r"\bbetween\b"),
    ("at", r"\b(?:at|from|starts?|starting|after|begins?)\b|@"),
    ("part", r"(?:mornings?|\bams?\b|afternoons?|\bpms?\b|evenings?|\beves?\b|nights?|nites?|neets?|"
             r"breakfasts?|lunch ?times?)\b"),
    ("inclusive", r"\binc(?:l(?:usive)?)?\b\.?"),
    ("word", r"[^\W\d]+(?:'[a-z]+)?"),
    ("sign", r"\S"),
)  # fmt: skip
_SCAN: Final = re.compile(
    r"(?:" + "|".join(f"(?P<{kind}>(?<![a-z0-9]){pattern})" if pattern[0].isalpha() else f"(?P<{kind}>{pattern})"
                         for kind, pattern in _KINDS) + ")"
)  # fmt: skip
# "We" is Wednesday in "We 10:00" and in "Mo,We", not in "we meet".
_CODED: Final = re.compile(r" ?(?:- ?[a-z]{2}\b(?![a-z])|, ?(?:mo|tu|we|th|fr|sa|su|ph)\b|\[|:|\d|;|$|off\b)| \"")
_BLANK: Final = re.compile(r"[^\S\n]+")


def kind_at(tokens: Sequence[Token], at: int) -> str:
    """What stands there; nothing behind the end."""
    return tokens[at].kind if at < len(tokens) else ""


def tokens(plain: str) -> list[Token]:
    """The tokens of a text that `cleaning.plain` has made plain."""
    found: list[Token] = []
    at = 0
    while at < len(plain):
        if blank := _BLANK.match(plain, at):
            at = blank.end()
            continue
        match = _SCAN.match(plain, at)
        if match is None:
            break
        kind = match.lastgroup or "sign"
        coded = _CODED.match(plain, match.end()) is not None or _ends_coded(found)
        found.append(Token(_named(kind, match[kind], coded), match[kind]))
        at = max(match.end(), at + 1)
    return found


def _ends_coded(found: list[Token]) -> bool:
    """The "Fr" of "Mo-Fr daily": a code of two letters began the range."""
    return len(found) > 1 and found[-1].kind == "range" and found[-2].kind == "day" and len(found[-2].text) == 2


def _named(kind: str, text: str, coded: bool) -> str:
    if kind in ("word", "number") and text in ORDINALS:
        return "ordinal"
    if kind != "word":
        return "range" if kind == "closes" else kind
    if day_of(text) and (len(text) > 2 or coded):
        return "day"
    return "month" if text in MONTHS else "word"
