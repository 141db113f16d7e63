"""The words of an offer: what is no part of them, what they are called, and what whoever offers agrees to.

Invariant: pure. No number, address or name of a person stands in what workers read; who it is has fields of its own.
"""

import re
from datetime import date, timedelta
from typing import Final

from cms.geo.postcode import WHOLE_IN_TEXT
from cms.likeness.facts import phones_in
from cms.schedule.names import full_date

TITLE: Final = 80
SUMMARY: Final = 250
_EMAIL: Final = re.compile(r"\S@\S|\bat\s+\w+\s+dot\s+\w+", re.IGNORECASE)
_STREET: Final = re.compile(
    r"\b\d{1,4}[a-z]?,?\s+(?:[\w’']+\s+){1,3}(?:road|rd|street|st|lane|ln|avenue|ave|close|drive|terrace|row|fold|place|"
    r"crescent|way|court|grove|gardens|square|walk|hill|mews)\b",
    re.IGNORECASE,
)
_LINK: Final = re.compile(r"https?:|www\.|<\w", re.IGNORECASE)
_SAID_BEFORE_A_NAME: Final = r"(?:i am|i’m|i'm|am called|name is|name’s|name's|ask for|call me|it is|it’s|it's)"
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")


def told_too_much(words: str, first_name: str = "") -> str:
    """What of a person stands in these words, to be named to them; empty where nothing does."""
    if _EMAIL.search(words):
        return "an e-mail address"
    if phones_in(words):
        return "a telephone number"
    if WHOLE_IN_TEXT.search(words):
        return "a postcode"
    if _STREET.search(words):
        return "a street and house number"
    if _LINK.search(words):
        return "a web address"
    return "your name" if _names(words, first_name.strip()) else ""


def _names(words: str, name: str) -> bool:
    """Written like a name, or said as one: somebody called Will may write "I will", and Rose of pruning roses."""
    if len(name) < 2:
        return False
    plain = re.escape(name)
    written = rf"\b{re.escape(name[:1].upper() + name[1:])}\b"
    said = rf"\b{_SAID_BEFORE_A_NAME}\s+{plain}\b"
    return bool(re.search(written, words) or re.search(said, words, re.IGNORECASE))


def title_of(words: str) -> str:
    """What an offer is called until a connector finds better words: its first sentence, cut at a word."""
    first = _SENTENCE.split(" ".join(words.split()), maxsplit=1)[0].rstrip(".!")
    return cut(first, TITLE)


def cut(text: str, most: int) -> str:
    """At most so many letters, cut between words; a cut is shown."""
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(' ', 1)[0][: most - 1].rstrip(' ,;:')}…"


def told_when(when: str, often: str) -> str:
    """ "Weekday mornings; about once a week.", as workers read it. `often`: in words, or nothing."""
    words = "; ".join(filter(None, [" ".join(when.split()).rstrip(". "), often.lower()]))
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def described(words: str, condition: str) -> str:
    """The offer in a few lines, as workers read it below its sentence."""
    lines = [
        words.strip() if len(words.strip()) > SUMMARY else "",
        f"What has to be so: {_stopped(condition)}" if condition.strip() else "",
    ]
    return "\n\n".join(filter(None, lines))


def months(runs: timedelta) -> str:
    """ "six months", "about 40 days"."""
    named = {3: "three months", 6: "six months", 9: "nine months", 12: "a year"}
    count = round(runs.days / 30.4)
    fits = count in named and abs(runs.days - count * 30.4) < 5
    return named[count] if fits else f"{runs.days} days"


def agreement(directory: str, runs: timedelta) -> str:
    """What whoever offers agrees to, in the words that are kept."""
    return (
        f"Workers of the council and its partners may find this in {directory}, without my name and without how to "
        "reach me. A community connector keeps those, and asks me before anybody is told who I am. It ends after "
        f"{months(runs)}, and I can stop it at any time."
    )


def brokered(since: date | None, done_on: date | None, *, introduced: bool) -> str:
    """What a worker reads about asking. `since`: they asked on that day; `done_on`: a connector had an answer then."""
    if done_on is not None:
        told = "They said yes: the connector tells you more." if introduced else "They could not this time."
        return f"You asked, and a connector got in touch on {full_date(done_on)}. {told}"
    if since is not None:
        return f"You asked on {full_date(since)}. A connector gets in touch with them, and tells you."
    return "Whoever offers this is not named. A connector asks them for you."


def _stopped(text: str) -> str:
    plain = " ".join(text.split())
    return plain if plain[-1:] in ".!?" else f"{plain}."
