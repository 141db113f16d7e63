"""Numbers of all searches since the start, for whoever watches the installation, in the text format of Prometheus.

Invariant: nothing that anybody typed, no place, no person: engines, times and counts. With `PROMETHEUS_MULTIPROC_DIR`
set, every process of the server keeps its numbers in that folder and whichever is asked tells those of all.
"""

import os

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

__all__ = ["CONTENT_TYPE_LATEST", "answered", "text", "unanswered"]

_OURS = CollectorRegistry()
_BY = ("engine", "degraded")
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
_FOUND = (0, 1, 3, 10, 30, 100, 300, 1_000, 10_000)
_took = Histogram(
    "connector_search_seconds",
    "How long searches took. degraded: the spare answered for the main engine.",
    _BY,
    buckets=_SECONDS,
    registry=_OURS,
)
_hits = Histogram("connector_search_hits", "How much searches found.", _BY, buckets=_FOUND, registry=_OURS)
_searches = Counter("connector_searches", "Searches that were answered.", _BY, registry=_OURS)
_unanswered = Counter("connector_searches_unanswered", "Searches that no engine answered.", registry=_OURS)


def answered(engine: str, *, degraded: bool, seconds: float, hits: int) -> None:
    """One search was answered by this engine."""
    labels = (engine, str(degraded).lower())
    _searches.labels(*labels).inc()
    _took.labels(*labels).observe(seconds)
    _hits.labels(*labels).observe(hits)


def unanswered() -> None:
    """One search was not."""
    _unanswered.inc()


def text(*others: Collector) -> bytes:
    """All numbers, with those that `others` find out when asked."""
    registry = CollectorRegistry()
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(_OURS)
    for each in others:
        registry.register(each)
    return generate_latest(registry)
