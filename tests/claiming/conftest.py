"""Nobody has tried anything yet, and it is no quiet hour."""

import pytest
from django.core.cache import cache
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _nobody_counted(settings: Settings) -> None:
    settings.CONNECTOR_QUIET_HOURS = ""
    cache.clear()
