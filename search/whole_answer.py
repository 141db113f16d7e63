"""All that a visit's words come to: the reading, the person's matches, and those of others in the note.

Invariant: one answer for the command and the API. Words are answered and forgotten.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from cms.visibility import Viewer
from search.finder import find, read_note
from search.matched import matched, matches, of_others
from search.questions import Question

OTHERS: Final = 3
"""So many others in a note have answers of their own, and so many each."""


@dataclass(frozen=True, slots=True)
class WholeAnswer:
    """`told`: plain data, see `search.matched`. `degraded`: another engine answered."""

    told: dict[str, Any]
    degraded: bool


def whole_answer(question: Question, *, viewer: Viewer, now: datetime, explain: bool = False) -> WholeAnswer:
    """Raises `search.engines.base.EngineUnavailable` when no engine can answer."""
    note = read_note(question)
    page = find(question, viewer=viewer, now=now, note=note)
    people = [each.who for each in page.reading.people if each.interests or each.gifts][:OTHERS]
    others = {
        who: find(replace(question, person=who, limit=OTHERS), viewer=viewer, now=now, note=note) for who in people
    }
    told = matched(page, now=now, explain=explain) | {"people_matches": of_others(others, now=now)}
    if not page.hits and others:
        # "His dad loves old songs": whoever wrote it asks for dad.
        told["matches"] = matches(next(iter(others.values())), now=now, explain=explain)
    return WholeAnswer(told, page.degraded)
