"""What somebody typed into one box, answered: the place and the time that the words name, the words that are left.

Invariant: whatever is read out of the words is told, and can be undone by an address; a place or a day that was chosen
by hand goes first. A time that leaves nothing is told and not insisted on, since for many listings no times are known.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from cms.geo.answers import Found
from cms.geo.geocode import exact_place
from cms.visibility import Viewer
from search.filters import SearchFilters
from search.finder import find
from search.interests import vocabulary
from search.questions import Question, SearchPage
from search.types import DAYS, PARTS, Point
from search.understanding.times import times
from search.understanding.tokens import tokens
from search.understanding.whereabouts import MOST_SAID, Whereabouts, whereabouts
from search.vocabulary import Vocabulary

PLACE, TIME, SPELLING = "place", "time", "spelling"


@dataclass(frozen=True, slots=True)
class Heard:
    """What was read out of the words. `where`: the place (its `found` is None for "near me"); `when`: labels of the
    times ("Tuesday evenings"); `when_unmet`: nothing is known to be on then, so that the time was let go."""

    where: Whereabouts | None = None
    when: tuple[str, ...] = ()
    when_unmet: bool = False

    @property
    def place(self) -> Found | None:
        """The place that the words name."""
        return self.where.found if self.where else None

    @property
    def near_me(self) -> bool:
        return self.where is not None and self.where.found is None


@dataclass(frozen=True, slots=True)
class Answer:
    """A page of answers, the question as it was answered, and what was heard in it."""

    page: SearchPage
    question: Question
    heard: Heard


def answer(filters: SearchFilters, *, viewer: Viewer, now: datetime, words: Vocabulary | None = None) -> Answer:
    """Answers to a query string, read with the vocabulary as it is, or with `words`. Raises
    `search.engines.base.EngineUnavailable` when no engine can answer."""
    question, heard = hear(filters, words)
    page = find(question, viewer=viewer, now=now, words=words)
    if heard.when and not page.total:
        question, heard = without_time(question), replace(heard, when_unmet=True)
        page = find(question, viewer=viewer, now=now, words=words)
    return Answer(page, question, heard)


def hear(filters: SearchFilters, words: Vocabulary | None = None) -> tuple[Question, Heard]:
    """The question of a query string with the place and the time of its words made its own, and what they were."""
    undone = filters.undone
    question = replace(filters.question(), as_typed=SPELLING in undone)
    if not question.text or len(tokens(question.text)) > MOST_SAID:
        return question, Heard()
    question, where = (
        (question, None) if PLACE in undone else _placed(question, filters.radius_m, words or vocabulary())
    )
    question, when = (question, ()) if TIME in undone else _timed(question)
    return question, Heard(where, when)


def without_time(question: Question) -> Question:
    """The question without the time that its words name: it was read only where none was chosen by hand."""
    return replace(question, days=frozenset(), parts=frozenset())


def _placed(question: Question, radius_m: float | None, words: Vocabulary) -> tuple[Question, Whereabouts | None]:
    where = whereabouts(question.text, exact_place, words.words)
    if where is None or (question.near is not None and where.found is not None):
        return question, None
    if where.found is None:
        return replace(question, text=where.rest), (where if question.near is None else None)
    found = where.found
    near = Point(found.lat, found.lon)
    return replace(question, text=where.rest, near=near, near_label=found.label, radius_m=radius_m), where


def _timed(question: Question) -> tuple[Question, tuple[str, ...]]:
    """Days and times of day that take in all that the words ask for."""
    if question.days or question.parts:
        return question, ()
    said = tuple(times(question.text))
    slots = [slot.split("-") for when in said for slot in when.slots]
    if not slots:
        return question, ()
    days, parts = {day for day, _ in slots}, {part for _, part in slots}
    narrowed = replace(
        question,
        days=frozenset(days) if len(days) < len(DAYS) else frozenset(),
        parts=frozenset(parts) if len(parts) < len(PARTS) else frozenset(),
    )
    return narrowed, tuple(when.label for when in said)
