"""What kind of body a listing is of, going by its name: some speak in their texts of what nobody can come to them for.

A school's text names its swimming pool, a fund's the theatres that it gives to, an institute's the science of its
trade. Somebody who likes swimming, theatre or science finds nothing there. Invariant: pure; reads only what is given.
"""

import re


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


_LEARNING = _words(
    r"schools?|academy|academies|college|university|universities|conservatoire|ysgol|prifysgol|grammar",
    r"pta|p\.t\.a|ptfa|fpta|parent[s']*[ ,/-]+(?:and )?(?:teacher|staff)|students?' union|old (?:boys|girls)|alumni",
    r"learning trust|education(?:al)? trust",
)
_LANDLORD = _words("housing", "homes")
_PROFESSION = _words(
    r"institut(?:e|ion) (?:of|for)|chartered|royal college|faculty of|research|scientific|veterinary|awarding",
    r"general (?:medical|dental|pharmaceutical|optical) council|worshipful|livery|regulat\w+",
    r"hospitals?|nhs|treatment centres?|diocesan|diocese|board of finance",
    r"minibus(?:es)?|transport (?:scheme|group|service)",
)
_WOMENS_INSTITUTE = re.compile(r"wom[ae]n['’]?s['’]? institute", re.IGNORECASE)
_RESEARCH = _words(r"(?:scientific|medical|clinical|academic) research", r"research (?:institute|organisation)")
# What names of bodies that only hold and give money end with, and what such names hold anywhere.
_FUND = re.compile(
    r"\b(?:funds?|foundation|charity|charities|settlement|bequest|gift|endowment|legacy|almshouses?|benevolent|"
    r"charitable (?:trust|company|association)|(?:will|memorial|relief|prize) trust)\W*"
    r"(?:limited|ltd|uk|cio|scio|no\W*\d+|\d+|\(.*\))?\W*$|\b(?:endowment|bequest|benevolent|trust fund)\b",
    re.IGNORECASE,
)
# A foundation of a club, or one that runs sport, is there to be joined.
_RUNS_THINGS = _words(r"community|sports?|club|youth|centre|museum|theatre|arts")
_CLUB = _words(
    r"rotary|lions club|round table|inner wheel|soroptimist|freemason\w*|lodge|tangent|ladies.? circle|42 club",
    r"british legion|women.?s.? institute",
)
_NO_CONGREGATION = _words(
    r"trusts?|funds?|conservation|preservation|restoration|buildings?|foundation|charit(?:y|ies)|friends of",
    r"network|conference|union|society|international|missionary|ministries|publish\w*|media|radio",
    r"sisters|brothers|order|college|committee|board|council|association|alliance|presbytery|synod",
)


def is_place_of_learning(name: str) -> bool:
    """A school, a college, or those who raise money for one."""
    return bool(_LEARNING.search(name))


def is_landlord(name: str) -> bool:
    """A housing association or a provider of homes, whatever else its name says."""
    return bool(_LANDLORD.search(name))


def is_of_a_profession(name: str, text: str = "") -> bool:
    """An institute, a hospital, a carrier: a body of people at their work. `text`: how it begins."""
    return bool(_PROFESSION.search(_WOMENS_INSTITUTE.sub(" ", name)) or _RESEARCH.search(text))


def is_fund(name: str) -> bool:
    """Whether a name is a fund's. A club's fund is known by the club, which one can join: it is none."""
    return bool(_FUND.search(name)) and not (_RUNS_THINGS.search(name) or _CLUB.search(name))


def is_called_a_fund(name: str) -> bool:
    """The same, clubs' funds included."""
    return bool(_FUND.search(name))


def is_congregation(name: str) -> bool:
    """Whether a body of a faith is people who meet, and not a trust, a building or an order."""
    return not _NO_CONGREGATION.search(name)
