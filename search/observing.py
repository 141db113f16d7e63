"""What is told of each search when it is over: one line of the log, and its part in the numbers.

Invariant: which engine, how long, how much; of the question only the names of what it was narrowed by. No word of it,
no place, nobody.
"""

import structlog

from search import metrics
from search.engines.base import Engine
from search.questions import Question
from search.types import Candidates

_log = structlog.get_logger("connector.search")


def answered(question: Question, engine: Engine, found: Candidates, *, total: int, seconds: float) -> None:
    """A search went well."""
    by = answering(engine, degraded=found.degraded)
    metrics.answered(by, degraded=found.degraded, seconds=seconds, hits=total)
    _log.info(
        "search",
        engine=by,
        degraded=found.degraded,
        took_ms=round(seconds * 1000, 1),
        total=total,
        wanted=question.limit,
        filters=",".join(filters_of(question)),
        generation=found.generation,
    )


def unanswered(question: Question, engine: Engine, *, seconds: float) -> None:
    """No engine answered."""
    metrics.unanswered()
    took = round(seconds * 1000, 1)
    _log.error("search.unanswered", engine=engine.name, took_ms=took, filters=",".join(filters_of(question)))


def answering(engine: Engine, *, degraded: bool) -> str:
    """The name of the engine that answered."""
    return str(getattr(engine, "spare", engine).name if degraded else engine.name)


def filters_of(question: Question) -> tuple[str, ...]:
    """The names, as addresses have them, of all that the question was narrowed or ordered by."""
    named = {
        "q": question.text,
        "near": question.near is not None,
        "radius": question.radius_m is not None,
        "kind": question.kinds,
        "interest": question.interests,
        "day": question.days,
        "time": question.parts,
        "cost": question.costs,
        "access": question.access,
        "who": question.audience,
        "area": question.areas,
        "fresh": question.fresh,
        "order": question.order is not None,
        "visit": question.wishes is not None,
    }
    return tuple(name for name, given in named.items() if given)
