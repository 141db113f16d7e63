"""Which engine of ours is asked in this process. Invariant: none stands in for it, and the settings are put back."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.test import override_settings

from search.engines import reset_engine

EMBEDDED, SERVER = "search.engines.tantivy", "search.engines.elasticsearch"
# A machine that is measured may be slow to answer; an engine that gives up is not one that is fast.
PATIENT_SECONDS = 30.0


@contextmanager
def engine_of(path: str) -> Iterator[None]:
    """The engine in the package `path`, alone."""
    patient = settings.CONNECTOR_ELASTICSEARCH | {"search_seconds": PATIENT_SECONDS}
    with override_settings(CONNECTOR_SEARCH_ENGINE=path, CONNECTOR_SEARCH_SPARE="", CONNECTOR_ELASTICSEARCH=patient):
        reset_engine()
        try:
            yield
        finally:
            reset_engine()
