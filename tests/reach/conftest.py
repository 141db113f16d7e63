"""Three circles near a place, a worker and somebody who keeps one of the circles."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from cms.models import Asset
from tests.factories.assets import AssetFactory
from tests.factories.places import PlaceFactory
from tests.factories.users import BACKEND, UserFactory


def a_worker() -> Client:
    browser = Client()
    browser.force_login(UserFactory(role="Workers"), backend=BACKEND)
    return browser


@pytest.fixture
def priya(db: None) -> Client:
    return a_worker()


@pytest.fixture
def circle(up_to_date: Callable[[], None]) -> Asset:
    asset: Asset = AssetFactory(
        name="Sewing Circle", interests=["embroidery"], at=[PlaceFactory(lat=53.424, lon=-2.322)]
    )
    up_to_date()
    return asset


@pytest.fixture
def after_commit(django_capture_on_commit_callbacks: Any) -> Any:
    """`with after_commit():` does at its end what waits for the commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
