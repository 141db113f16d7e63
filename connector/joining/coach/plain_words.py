"""How hard a text is to read, and plainer words for the heavy ones in it.

Invariant: pure; offers, and changes nothing. The age is that of the Flesch-Kincaid grade (Kincaid and others, 1975)
and five years more, with syllables counted as groups of vowels: a rough measure, told as "about".
"""

import re
from dataclasses import dataclass
from typing import Final

EASY_AGE: Final = 11
YOUNGEST, OLDEST = 5, 18
_FEWEST_WORDS: Final = 5
_SENTENCE: Final = re.compile(r"[.!?]+(?:\s|$)|\n+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_VOWELS: Final = re.compile(r"[aeiouy]+")

# Heavy -> plain, each in the same form, so that the sentence stays whole.
PLAINER: Final[dict[str, str]] = {
    "facilitates": "runs",
    "facilitate": "run",
    "facilitated by": "run by",
    "utilises": "uses",
    "utilise": "use",
    "utilising": "using",
    "participants": "people",
    "participants'": "people’s",
    "attendees": "people",
    "participate in": "join",
    "participate": "join in",
    "commences": "starts",
    "commence": "start",
    "commencing": "starting",
    "terminates": "ends",
    "in order to": "to",
    "prior to": "before",
    "in addition to": "as well as",
    "additionally": "also",
    "approximately": "about",
    "refreshments": "tea and biscuits",
    "beverages": "drinks",
    "individuals": "people",
    "service users": "people",
    "beneficiaries": "people",
    "the elderly": "older people",
    "elderly": "older",
    "socially isolated": "on their own a lot",
    "social isolation": "being on your own",
    "opportunity to": "chance to",
    "opportunities": "chances",
    "assistance": "help",
    "assist": "help",
    "purchase": "buy",
    "require": "need",
    "requires": "needs",
    "provision of": "giving",
    "aims to": "tries to",
    "endeavour": "try",
    "holistic": "all-round",
    "therapeutic": "calming",
    "inclusive environment": "place where everybody is welcome",
    "welcoming environment": "friendly place",
    "wide range of": "many",
    "a variety of": "different",
    "on a weekly basis": "every week",
    "on a monthly basis": "every month",
    "free of charge": "free",
    "complimentary": "free",
    "enquiries": "questions",
    "encourages": "helps",
    "engage with": "join",
    "signposting": "telling people where to go",
    "intergenerational": "for young and old",
}
_HEAVY: Final = re.compile(
    r"\b(" + "|".join(re.escape(word) for word in sorted(PLAINER, key=len, reverse=True)) + r")(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Plainer:
    """The text with plainer words, and each pair that was changed, in the order that they stand."""

    text: str
    pairs: tuple[tuple[str, str], ...]


def plainer(text: str) -> Plainer:
    """The same in plainer words. A word that begins a sentence begins it still."""
    pairs = dict.fromkeys((found.casefold(), PLAINER[found.casefold()]) for found in _HEAVY.findall(text))
    return Plainer(_HEAVY.sub(_plain, text), tuple(pairs))


def reading_age(text: str) -> int | None:
    """In years, from 5 to 18; None for a text of a few words, of which nothing can be said."""
    words = _WORD.findall(text)
    if len(words) < _FEWEST_WORDS:
        return None
    sentences = max(1, len([part for part in _SENTENCE.split(text) if _WORD.search(part)]))
    syllables = sum(_syllables(word) for word in words)
    grade = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
    return max(YOUNGEST, min(OLDEST, round(grade + 5)))


def _plain(match: re.Match[str]) -> str:
    plain = PLAINER[match[0].casefold()]
    return plain[:1].upper() + plain[1:] if match[0][:1].isupper() else plain


def _syllables(word: str) -> int:
    plain = word.casefold()
    silent = plain.endswith("e") and not plain.endswith(("le", "ee")) and len(plain) > 3
    ends = plain.endswith("ed") and plain[-3:-2] not in "td" and len(plain) > 3
    return max(1, len(_VOWELS.findall(plain)) - int(silent or ends))
