"""An engine of ours by itself: 200 ids, the total and four facets for a request, without re-scoring.

Invariant: the request is made before the clock starts, by the finder's own steps.
"""

from django.utils import timezone

from cms.visibility import PUBLIC
from search.engines import get_engine
from search.finder import asked, understood
from search.interests import vocabulary
from search.types import SearchRequest
from tests.bench.draw import Drawn
from tests.bench.timing import Measured, one_by_one

FACETS = ("kind", "interest", "day", "cost")


def engine_row(drawn: Drawn) -> Measured:
    """One row of the engine that the settings name."""
    what = f"{get_engine().name}: {drawn.name}"
    if drawn.name == "prefix":
        return one_by_one(what, _suggested, [query["q"] for query in drawn.queries])
    return one_by_one(what, _found, requests(drawn))


def requests(drawn: Drawn) -> list[SearchRequest]:
    """What the finder would ask the engine for each of them."""
    words, engine = vocabulary(), get_engine()
    minute = int(timezone.now().timestamp() // 60)
    return [asked(each, understood(each, words, engine), words, PUBLIC, minute) for each in drawn.questions()]


def _found(request: SearchRequest) -> int:
    found = get_engine().search(request, now=int(timezone.now().timestamp() // 60), wanted=200, counting=FACETS)
    found.facets.only(FACETS)  # type: ignore[attr-defined]  # as every engine of ours has them
    return found.total


def _suggested(prefix: str) -> int:
    return len(get_engine().suggest(prefix))
