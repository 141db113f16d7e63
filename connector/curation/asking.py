"""The same words asked of search as the search page and the match page would ask them.

Invariant: the words go to the finder and nowhere else.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.http import QueryDict

from cms.visibility import Viewer
from connector.curation.box import VISIT
from connector.matching.note_place import place_in
from search.answering import answer
from search.filters import SearchFilters
from search.finder import find
from search.questions import Question, SearchPage, Wishes
from search.types import Point
from search.vocabulary import Vocabulary

FIRST: Final = 10


@dataclass(frozen=True, slots=True)
class Tried:
    """What is tried. `near`: as typed; `found`: the place that it is (`cms.geo.answers.Found`), None without one."""

    words: str
    read_as: str
    near: str = ""
    found: Any = None


def first_answers(tried: Tried, words: Vocabulary, *, viewer: Viewer, now: datetime) -> SearchPage:
    """The first `FIRST` answers, read with this vocabulary. Raises `search.finder.EngineUnavailable`."""
    if tried.read_as == VISIT:
        place = tried.found or place_in(tried.words)
        near = Point(place.lat, place.lon) if place else None
        question = Question(text=tried.words, near=near, wishes=Wishes(), limit=FIRST)
        return find(question, viewer=viewer, now=now, words=words)
    asked = QueryDict(mutable=True)
    asked.update({"q": tried.words, "near": tried.near, "limit": str(FIRST)})
    return answer(SearchFilters.of(asked), viewer=viewer, now=now, words=words).page
