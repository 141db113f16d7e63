"""Finds out how search is doing.

Invariant: waits for a server no longer than one search does, asks none that is known to be away, and raises nothing
because something is away or broken: that is what whoever looks wants to see.
"""

from collections.abc import Callable
from datetime import UTC, datetime

from django.db.models import Count, Q
from django.utils import timezone

from search import conf
from search.eligibility import eligible
from search.engines import engine_for_searches, engines_to_follow
from search.engines.base import Engine
from search.engines.spare import EngineWithSpare
from search.health.facts import Answering, Health, IndexStanding, Meanings
from search.indexing import meanings, outbox
from search.indexing.lease import mark_of
from search.indexing.trouble import in_words
from search.meaning import here
from search.models import IndexPosition, IndexRejection
from search.observing import answering
from search.types import Candidates, Order, SearchRequest

# Everything that is kept: the smallest real search, and its total is the number of documents.
_EVERYTHING = SearchRequest(order=Order.NEAREST, for_workers=True)


def health() -> Health:
    """All of it. Asks the engine one small question."""
    engine = engine_for_searches()
    said, kept = _ask(engine)
    return Health(
        answering=said,
        belong=eligible().count(),
        refused=IndexRejection.objects.values("asset_id").distinct().count(),
        indexes=standings(lambda position: kept.get(position.index) if _is_here(position) else None),
        meanings=meanings_here(),
    )


def meanings_here() -> Meanings:
    """Whether this process finds by meaning too, and how many listings wait for that."""
    embedder = here.embedder()
    return Meanings(here.missing()) if embedder is None else Meanings(waiting=meanings.waiting(embedder))


def standings(kept: Callable[[IndexPosition], int | None] = lambda position: None) -> tuple[IndexStanding, ...]:
    """Where every index stands that is followed now. Asks the database alone. `kept`: how many documents are in it."""
    followed = IndexPosition.objects.filter(index__in=[engine.name for engine in engines_to_follow()])
    # A host that is gone for good keeps a row of which nothing is known.
    gone = Q(generation="", seen_at__lt=timezone.now() - conf.HOST_FORGOTTEN)
    rows = followed.exclude(gone).annotate(refused=Count("rejections")).order_by("host", "index")
    return tuple(_standing(row, row.refused, kept(row)) for row in rows)  # type: ignore[attr-defined]


def degraded_since() -> datetime | None:
    """When this process found the main engine away; None when it answers, as far as is known. Asks nobody."""
    engine = engine_for_searches()
    since = engine.breaker.since if isinstance(engine, EngineWithSpare) else None
    return datetime.fromtimestamp(since, UTC) if since else None


def _ask(engine: Engine) -> tuple[Answering, dict[str, int]]:
    """Who answers, and how many documents each engine here keeps."""
    kept: dict[str, int] = {}
    try:
        engine.refresh()
        found = _count(engine)
    except Exception as problem:
        return Answering(engine.name, "", since=degraded_since(), problem=in_words(problem)), kept
    by = answering(engine, degraded=found.degraded)
    kept[by] = found.total
    if isinstance(engine, EngineWithSpare) and not found.degraded:
        kept |= _of_spare(engine.spare)
    return Answering(engine.name, by, found.degraded, degraded_since()), kept


def _of_spare(spare: Engine) -> dict[str, int]:
    try:
        return {spare.name: _count(spare).total}
    except Exception:
        return {}  # its row says that there is no index yet, or what is the matter


def _count(engine: Engine) -> Candidates:
    return engine.search(_EVERYTHING, now=0, wanted=1)


def _standing(position: IndexPosition, refused: int, kept: int | None) -> IndexStanding:
    waiting = outbox.waiting_after(mark_of(position)) if position.generation else outbox.Waiting()
    return IndexStanding(
        index=position.index,
        host=position.host,
        generation=position.generation,
        waiting=waiting.assets,
        oldest=waiting.oldest,
        kept=kept,
        refused=refused,
        trouble=position.trouble,
        trouble_since=position.trouble_since,
        trouble_at=position.trouble_at,
        seen=position.seen_at,
    )


def _is_here(position: IndexPosition) -> bool:
    """Whether this machine reads that index: its own, or one that all share."""
    return position.host in ("", conf.host())
