"""Journeys sign in through the real pages: nobody's tries are left over from another test."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _no_tries_yet() -> Iterator[None]:
    """allauth counts tries in the cache, which outlives a test."""
    cache.clear()
    yield
    cache.clear()
