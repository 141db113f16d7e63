"""A week on one sheet: what is on in a ward or at a place, what does not fit, and whom it never tells of."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from html import unescape

import pytest
import time_machine
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from cms.models import Asset, Place, Session
from connector.posters.fitting import LARGE, SMALL, OnSheet, sheet
from tests.factories.assets import AssetAreaFactory, AssetFactory
from tests.factories.places import AreaFactory, PlaceFactory
from tests.factories.schedules import SessionFactory

NOW = datetime(2026, 11, 23, 8, 20, tzinfo=UTC)
WARD = "E05000999"
WEEK = f"/posters/ward/{WARD}/"


@pytest.fixture(autouse=True)
def _monday_morning() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def hall(db: None) -> Place:
    return PlaceFactory(name="Mill Hall", ward=AreaFactory(code=WARD, name="Bank Top"))


def meets(hall: Place, name: str, **fields: object) -> Asset:
    """Tuesdays, half past one."""
    asset = AssetFactory(name=name, at=[hall], cost=Asset.Cost.FREE)
    SessionFactory(asset=asset, **fields)
    return asset


def words(path: str) -> str:
    """The text of its main part, in one line."""
    answer = Client().get(path)
    assert answer.status_code == 200
    assert not answer.cookies
    main = answer.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def test_a_ward_says_its_week_day_by_day(hall: Place) -> None:
    meets(hall, "Sewing")
    meets(hall, "Boules", days=["MO"], start=time(10), end=None)
    text = words(WEEK)
    assert "This week in Bank Top Monday 23 November to Sunday 29 November" in text
    assert "Monday 23 November 10am Boules Mill Hall. Free Tuesday 24 November 1.30pm Sewing Mill Hall. Free" in text
    assert f"127.0.0.1:8000/search/?area={WARD}&order=soonest" in text
    assert '<svg aria-hidden="true"' in Client().get(WEEK).content.decode()


def test_another_week_is_asked_for_by_its_first_day(hall: Place) -> None:
    meets(hall, "Sewing")
    text = words(f"{WEEK}?from=2026-11-30")
    assert "The week from Monday 30 November in Bank Top" in text
    assert "Tuesday 1 December 1.30pm Sewing" in text
    for wrong in ("2026-11-01", "2029-01-01", "soon", ""):
        assert "This week in Bank Top" in words(f"{WEEK}?from={wrong}")
    assert 'href="?from=2026-11-30"' in Client().get(WEEK).content.decode()


def test_called_off_is_told_and_closed_is_not_there(hall: Place) -> None:
    meets(hall, "Sewing", cancelled={"2026-11-24": "The boiler is being mended."})
    meets(hall, "Boules", closed=["2026-11-24"])
    text = words(WEEK)
    assert "1.30pm Sewing Called off The boiler is being mended." in text
    assert "Boules" not in text


def test_what_nobody_may_see_there_is_not_on_it(hall: Place) -> None:
    meets(hall, "Sewing")
    for fields in ({"secret": True}, {"live": False}, {"kind": "offer"}, {"unasked": True}, {"room": "paused"}):
        Asset.objects.filter(pk=meets(hall, "Not for the wall").pk).update(**fields)
    for path in (WEEK, f"/posters/place/{hall.uuid}/"):
        text = words(path)
        assert "Sewing" in text
        assert "Not for the wall" not in text


def test_only_what_is_there(hall: Place) -> None:
    asset = meets(hall, "Sewing")
    SessionFactory(asset=asset, place=PlaceFactory(name="Far Hall"), days=["WE"])
    walks = AssetFactory(name="Walks")
    AssetAreaFactory(asset=walks, area=hall.ward)
    SessionFactory(asset=walks, days=["TH"])
    assert "Wednesday 25 November" not in words(WEEK)
    assert "Walks" in words(WEEK)
    assert "This week at Mill Hall" in words(f"/posters/place/{hall.uuid}/")
    assert "Walks" not in words(f"/posters/place/{hall.uuid}/")


def test_a_quiet_week_says_so_and_a_place_that_has_no_page_has_no_sheet(hall: Place) -> None:
    assert "Nothing that we know of in these days. Yet." in words(WEEK)
    for path in ("/posters/ward/E0000/", f"/posters/place/{hall.uuid}/"):
        assert Client().get(path).status_code == 404, path


def test_what_does_not_fit_is_counted(hall: Place) -> None:
    for number in range(60):
        meets(hall, f"Sewing and mending {number}")
    text = words(WEEK)
    shown = text.count("Sewing and mending")
    assert 15 < shown < 60
    assert f"And {60 - shown} more. See all of it on your phone:" in text


def test_many_listings_take_no_more_queries_than_one(
    hall: Place, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(6):
        meets(hall, f"Sewing {number}", in_term_time=True)
    with django_assert_max_num_queries(24):
        Client().get(WEEK)


def test_pages_lead_to_it(hall: Place, up_to_date: Callable[[], None]) -> None:
    meets(hall, "Sewing")
    up_to_date()
    assert f'href="{WEEK}"' in Client().get(f"/search/?area={WARD}").content.decode()
    assert WEEK not in Client().get(f"/search/?area={WARD}&q=sewing").content.decode()
    assert f'href="/posters/place/{hall.uuid}/"' in Client().get(hall.get_absolute_url()).content.decode()


MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


def on(listing: int, day: int, name: str = "Sewing", **more: object) -> OnSheet:
    return OnSheet(listing, MONDAY + timedelta(days=day), "9am", name, **more)  # type: ignore[arg-type]


_ROWS = st.lists(
    st.builds(
        on,
        listing=st.integers(1, 30),
        day=st.integers(0, 6),
        name=st.text(min_size=1, max_size=120),
        words=st.text(max_size=120),
        off=st.booleans(),
    ),
    max_size=80,
)


@given(_ROWS)
def test_what_is_chosen_fits_and_nothing_is_forgotten(rows: list[OnSheet]) -> None:
    found = sheet(rows)
    chosen = [row for _, dates in found.days for row in dates]
    high = sum(map(found.type.height, chosen)) + found.type.day * len(found.days)
    assert high <= found.type.room
    assert len(chosen) + found.left == len(rows)
    assert [day for day, _ in found.days] == sorted({row.day for row in chosen})
    assert found.left == 0 or found.type is SMALL


def test_few_are_set_large_and_many_small() -> None:
    assert sheet([on(1, 1), on(2, 3)]).type is LARGE
    assert sheet([on(number, 1) for number in range(40)]).type is SMALL


def test_everything_has_its_turn_before_anything_has_a_second() -> None:
    """A library that is open every day leaves room for what is on once."""
    daily = [on(number, day, "Open to all") for number in range(1, 8) for day in range(7)]
    once = [on(100, 6, "The fair")]
    found = sheet([*daily, *once])
    assert found.left > 0
    assert "The fair" in {row.name for _, dates in found.days for row in dates}


def test_a_full_day_does_not_crowd_out_another() -> None:
    found = sheet([*(on(number, 0) for number in range(80)), *(on(100 + day, day) for day in range(1, 7))])
    assert [day for day, _ in found.days] == [date(2026, 11, 23) + timedelta(days=n) for n in range(7)]


def test_a_session_past_midnight_is_on_the_day_it_begins(hall: Place) -> None:
    meets(hall, "Dance", days=["SU"], start=time(22), end=time(1))
    assert "Sunday 29 November 10pm Dance" in words(WEEK)
    assert "Sunday 22 November" not in words(WEEK)


def test_one_that_was_once_is_over(hall: Place) -> None:
    meets(hall, "Fair", rhythm=Session.Rhythm.ONCE, days=[], first=date(2026, 11, 22))
    assert "Fair" not in words(WEEK)
