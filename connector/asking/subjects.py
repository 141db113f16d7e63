"""What can be asked of a group: getting in and staying (yes, no or in part), and the first time (in its own words).

Invariant: pure but for the catalogue's own words; a subject stands in one of the two and never in both.
"""

from typing import Final

from django.utils.functional import Promise

from cms.access import KNOWN, NAMES
from cms.first_time import QUESTIONS, put_words
from cms.models import AccessFact, Asset
from cms.selfservice.access_answers import put_access

TOLD: Final = "told"
"""The state of an answer that is in words."""
CHOICES: Final[list[tuple[str, str | Promise]]] = [
    *AccessFact.Subject.choices,
    *((subject, question.name) for subject, question in QUESTIONS.items()),
]


def in_words(subject: str) -> bool:
    """Whether it is answered in words."""
    return subject in QUESTIONS


def name_of(subject: str) -> str:
    """As a group is asked, without the question mark."""
    return str(QUESTIONS[subject].name) if in_words(subject) else NAMES[subject].name


def is_answer(subject: str, state: str, words: str) -> bool:
    """Whether this can be said of that: yes, no, partly, or words where words are asked for; "unsure" of everything."""
    if subject not in NAMES and not in_words(subject):
        return False
    if state == "unsure":
        return True
    return (state == TOLD and bool(words.strip())) if in_words(subject) else state in KNOWN


def put_answer(draft: Asset, subject: str, state: str, words: str) -> None:
    """What a group answers, into a draft of its listing. Saves nothing."""
    if in_words(subject):
        put_words(draft, subject, words)
    else:
        put_access(draft, {subject: {"state": state, "note": " ".join(words.split())[:120]}})
