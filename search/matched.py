"""The answer to a match as plain data: the reading and the matches, one shape for the command and the API.

Invariant: only what anybody may see of a listing; every place in the reading is in the text as it was given.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from search.questions import SearchPage
from search.results import results
from search.understanding.telling import as_data


def matched(page: SearchPage, *, now: datetime, explain: bool = False) -> dict[str, Any]:
    """`reading` (see `search.understanding.telling`) and `matches`, each id, source_id, name, score, reasons,
    reason_facts and stops; with `explain` also the parts of its score by their names."""
    return {"reading": as_data(page.reading), "matches": matches(page, now=now, explain=explain)}


def of_others(pages: Mapping[str, SearchPage], *, now: datetime) -> list[dict[str, Any]]:
    """What others in the note would go to: who, and their matches. `pages`: by `Person.who`."""
    return [{"who": who, "matches": matches(page, now=now)} for who, page in pages.items()]


def matches(page: SearchPage, *, now: datetime, explain: bool = False) -> list[dict[str, Any]]:
    """The page's answers in its order."""
    found = results(page, now=now)
    return [
        {
            "id": each["id"],
            "source_id": each["source_id"],
            "name": each["name"],
            "score": round(hit.score, 4),
            "reasons": each["reasons"],
            "reason_facts": each["reason_facts"],
            "stops": [stop.sentence for stop in hit.stops],
            **({"parts": {name: round(value, 4) for name, value in hit.parts.items()}} if explain else {}),
        }
        for each, hit in zip(found, page.hits, strict=False)
    ]
