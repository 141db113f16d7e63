"""Somebody would love to do what nobody near does: who else, what comes close, where, how to begin."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from connector.gaps.models import Gap
from connector.gaps.weeks import week_of, weeks_before
from tests.core.markup import faults
from tests.factories.assets import AssetFactory, AssetPlaceFactory
from tests.factories.gaps import GapFactory
from tests.factories.interests import InterestFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def embroidery(up_to_date: Callable[[], None]) -> Any:
    interest = InterestFactory(code="embroidery", label="Embroidery")
    up_to_date()
    return interest


def looked(times: int, *, week: str = "", area: str = "E05011376", **given: Any) -> Gap:
    return GapFactory(
        interest="embroidery",
        label="Embroidery",
        area_code=area,
        area="Sale",
        times=times,
        week=week or week_of(timezone.localdate()),
        **given,
    )


def read(query: str = "") -> str:
    page = Client().get(f"/start-something/?{query}")
    assert page.status_code == 200
    assert not faults(page.content.decode())
    assert not page.cookies
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.content.decode())).split())


def test_it_says_how_to_begin_without_any_question() -> None:
    assert "Two are a group." in read()


@pytest.mark.parametrize(
    ("times", "told"),
    [((4,), ""), ((5,), "looked for 5 times"), ((2, 3), "looked for 5 times"), ((12,), "looked for 12 times")],
)
def test_others_are_told_from_five_on(embroidery: Any, times: tuple[int, ...], told: str) -> None:
    for each, obstacle in zip(times, ("nothing", "far"), strict=False):
        looked(each, obstacle=obstacle)
    page = read("q=embroidery")
    assert ("You are not the only one" in page) is bool(told)
    assert told in page


def test_what_was_long_ago_does_not_count(embroidery: Any) -> None:
    looked(9, week=weeks_before(timezone.localdate(), 27))
    assert "You are not the only one" not in read("q=embroidery")


def test_it_says_how_to_begin_though_search_is_away() -> None:
    assert "Two are a group." in read("q=embroidery&near=M33")


def test_what_comes_closest_is_shown_first(up_to_date: Callable[[], None]) -> None:
    AssetFactory(name="Bobbins and Pins", summary="Lace and embroidery.", kind="group")
    AssetFactory(name="Rugby", summary="Rugby.", kind="group")
    up_to_date()
    page = read("q=embroidery")
    assert "Bobbins and Pins" in page
    assert "Rugby" not in page


def test_rooms_near_are_places_alone(up_to_date: Callable[[], None]) -> None:
    for name, kind in (("Bank Top Library", "place"), ("Darts", "group")):
        AssetPlaceFactory(asset=AssetFactory(name=name, kind=kind, summary="Open on Mondays."))
    up_to_date()
    page = read("near=M33")
    assert "Where you could meet" in page
    assert "Bank Top Library" in page
    assert "Darts" not in page


def test_a_place_that_is_not_known_is_said(up_to_date: Callable[[], None]) -> None:
    up_to_date()
    page = read("q=whippets&near=zzzzqqq")
    assert "zzzzqqq" in page or "know that place" in page
    assert "Nobody does it that we know of. Yet." in page


def test_it_is_offered_where_nothing_is_found(up_to_date: Callable[[], None]) -> None:
    up_to_date()
    assert "/start-something/?q=whippets&amp;near=" in Client().get("/search/?q=whippets").content.decode()
