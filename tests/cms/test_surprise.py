"""Surprise me: something that anybody could go to soon."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.test import Client

from cms.models import Asset
from cms.surprise import surprise
from tests.factories.assets import AssetFactory
from tests.factories.schedules import SessionFactory

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


def listed(name: str, *, session: dict[str, Any] | None = None, **given: Any) -> Asset:
    asset = AssetFactory(name=name, **({"kind": "group"} | given))
    SessionFactory(
        asset=asset, **({"days": ["WE"], "first": date(2026, 1, 7), "start": time(13, 30)} | (session or {}))
    )
    return asset


def in_turn() -> Callable[[int], int]:
    """Draws 0, 1, 2 … and begins again."""
    drawn = iter(range(10_000))
    return lambda most: next(drawn) % most


def test_everything_that_anybody_could_go_to_is_drawn_and_nothing_else() -> None:
    names = ["Sewing", "Whist", "Choir"]
    for name in names:
        listed(name)
    listed("Little ones", max_age=4)
    listed("Full up", room="full")
    listed("Resting", room="paused")
    listed("Advice", kind="service")
    listed("Secret supper", live=False)
    listed("In spring", session={"first": date(2027, 4, 1)})
    AssetFactory(name="No times", kind="group")
    draw = in_turn()
    assert {str(surprise(MONDAY, draw)) for _ in range(40)} == set(names)


def test_nothing_is_nothing() -> None:
    assert surprise(MONDAY) is None
    assert Client().get("/surprise/")["Location"] == "/search/"


def test_a_press_leads_there_and_is_not_kept() -> None:
    asset = listed("Sewing", session={"days": ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]})
    answer = Client().get("/surprise/")
    assert answer["Location"] == asset.get_absolute_url()
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


def test_a_constant_number_of_queries(django_assert_max_num_queries: Any) -> None:
    for n in range(30):
        listed(f"Little ones {n}", max_age=4)
    with django_assert_max_num_queries(1 + 20 * 3):
        assert surprise(MONDAY) is None
