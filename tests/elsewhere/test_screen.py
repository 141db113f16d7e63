"""The screen in a foyer: today's sessions a few at a time, tomorrow's when the day is done, by the site's clock."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, time
from html import unescape

import pytest
import time_machine
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.models import Area, Place
from connector.elsewhere.on_days import OnDay, OnRow
from connector.elsewhere.screen import picture
from tests.core.markup import faults
from tests.factories.assets import AssetFactory
from tests.factories.places import AreaFactory, PlaceFactory
from tests.factories.schedules import SessionFactory

pytestmark = pytest.mark.django_db
# A Tuesday, twenty past eight in the morning, and by the clocks of London too.
MORNING = datetime(2026, 11, 24, 8, 20, tzinfo=UTC)
WARD = "E05000001"
Capture = Callable[..., AbstractContextManager[CaptureQueriesContext]]


@pytest.fixture(autouse=True)
def _tuesday_morning() -> Iterator[None]:
    with time_machine.travel(MORNING, tick=False):
        yield


@pytest.fixture
def hall() -> Place:
    return PlaceFactory(name="Mill Hall", ward=AreaFactory(code=WARD, name="Bank Top"), lat=53.734, lon=-2.043)


def held(name: str, place: Place, at: int = 13, day: str = "TU", **about: object) -> None:
    SessionFactory(
        asset=AssetFactory(name=name, at=[place], **about), days=[day], start=time(at, 30), end=time(at + 1, 30)
    )


def screen(query: str = f"ward={WARD}") -> str:
    answer = Client().get(f"/screen/?{query}")
    assert answer.status_code == 200
    html = unescape(answer.content.decode())
    assert faults(answer.content.decode()) == []
    return html


def names(html: str) -> list[str]:
    return re.findall(r"<h2>(.*?)</h2>", html)


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def row(number: int, day: int = 24) -> OnRow:
    starts = datetime(2026, 11, day, 9, number, tzinfo=UTC)
    return OnRow(starts, "9am", str(number), f"Group {number}", "/", "", "Hall", starts)


class TestPictures:
    """Which rows hang there, decided without a database."""

    DAY = OnDay(date(2026, 11, 24), tuple(row(number) for number in range(12)))

    @pytest.mark.parametrize(
        ("number", "first", "shown", "after"), [(1, 0, 5, 2), (2, 5, 5, 3), (3, 10, 2, 1), (0, 0, 5, 2), (99, 0, 5, 2)]
    )
    def test_one_after_another_and_round_again(self, number: int, first: int, shown: int, after: int) -> None:
        found = picture([self.DAY], self.DAY.day, number)
        assert found is not None
        assert (found.rows[0].uuid, len(found.rows), found.after, found.of) == (str(first), shown, after, 3)

    @pytest.mark.parametrize(
        ("today", "said"), [(24, "Today"), (23, "Tomorrow"), (22, "Tuesday 24 November"), (20, "Tuesday 24 November")]
    )
    def test_a_day_is_called_as_people_call_it(self, today: int, said: str) -> None:
        found = picture([self.DAY], date(2026, 11, today), 1)
        assert found is not None
        assert found.day == said

    def test_nothing_for_a_week_is_no_picture(self) -> None:
        assert picture([], date(2026, 11, 24), 1) is None


def test_it_shows_what_is_on_today_with_time_name_and_place(hall: Place) -> None:
    held("Tea and talk", hall)
    held("On a Thursday", hall, day="TH")
    html = screen()
    assert "Today in Bank Top" in words(html)
    assert "1.30 to 2.30pm Tea and talk Mill Hall" in words(html)
    assert names(html) == ["Tea and talk"]


def test_what_stands_open_for_hours_hangs_there_only_where_nobody_meets(hall: Place) -> None:
    library = AssetFactory(name="Reading room", at=[hall])
    SessionFactory(asset=library, days=["TU", "WE"], start=time(9), end=time(17))
    held("Tea and talk", hall)
    assert names(screen()) == ["Tea and talk"]
    with time_machine.travel(datetime(2026, 11, 24, 15, 0, tzinfo=UTC), tick=False):
        assert names(screen()) == ["Reading room"]


def test_it_tells_the_time_of_the_site_and_not_of_the_machine(hall: Place) -> None:
    with time_machine.travel(datetime(2026, 7, 7, 8, 20, tzinfo=UTC), tick=False):
        assert "Tuesday 7 July, 9.20am" in words(screen())


def test_what_is_over_is_gone_and_what_is_going_on_stays(hall: Place) -> None:
    held("In the morning", hall, at=9)
    held("After dinner", hall, at=13)
    with time_machine.travel(datetime(2026, 11, 24, 10, 0, tzinfo=UTC), tick=False):
        assert names(screen()) == ["In the morning", "After dinner"]
    with time_machine.travel(datetime(2026, 11, 24, 11, 0, tzinfo=UTC), tick=False):
        assert names(screen()) == ["After dinner"]


def test_when_the_day_is_done_it_shows_the_next(hall: Place) -> None:
    held("On a Tuesday", hall)
    held("On a Wednesday", hall, day="WE")
    with time_machine.travel(datetime(2026, 11, 24, 20, 0, tzinfo=UTC), tick=False):
        html = screen()
    assert "Tomorrow in Bank Top" in words(html)
    assert names(html) == ["On a Wednesday"]


def test_what_was_called_off_says_so(hall: Place) -> None:
    asset = AssetFactory(name="Seated dancing", at=[hall])
    SessionFactory(asset=asset, cancelled={"2026-11-24": "no heating"})
    assert "Not on Seated dancing 1.30 to 3.30pm: no heating" in words(screen())


def test_a_page_turns_by_itself_and_goes_round(hall: Place) -> None:
    for number in range(7):
        held(f"Group {number}", hall, at=10 + number)
    first = screen()
    seconds, after = re.search(r'content="(\d+); url=(.*?)"', first).groups()  # type: ignore[union-attr]
    assert (int(seconds), after) == (20, f"/screen/?ward={WARD}&picture=2")
    second = Client().get(after).content.decode()
    assert names(first) + names(second) == [f"Group {number}" for number in range(7)]
    assert f'content="20; url=/screen/?ward={WARD}"' in second


def test_somebody_can_stop_it_and_it_stays_right_all_the_same(hall: Place) -> None:
    for number in range(7):
        held(f"Group {number}", hall, at=10 + number)
    stop = re.search(r'id="turn" href="(.*?)">Stop here', screen(f"ward={WARD}&picture=2"))[1]  # type: ignore[index]
    still = unescape(Client().get(stop).content.decode())
    assert f"60; url=/screen/?ward={WARD}&picture=2&still=" in still
    assert "Turn by itself again" in still


def test_near_is_within_two_miles_by_the_way_of_the_crow(hall: Place) -> None:
    held("Near by", hall)
    held("Far off", PlaceFactory(lat=53.80, lon=-2.043))
    html = screen("near=ZM1+2SA")
    assert names(html) == ["Near by"]
    assert "near ZM1 2SA" in words(html)


def test_a_session_elsewhere_is_not_in_this_ward(hall: Place) -> None:
    asset = AssetFactory(name="Walks", at=[hall])
    SessionFactory(asset=asset, place=PlaceFactory(name="Elsewhere", ward=AreaFactory()))
    assert names(screen()) == []


def test_what_the_public_may_not_see_hangs_on_no_wall(hall: Place) -> None:
    held("Withdrawn", hall, withdrawn=True)
    held("Not asked", hall, unasked=True)
    held("Somewhere safe", hall, secret=True)
    assert names(screen()) == []
    assert names(screen("near=ZM1+2SA")) == []
    assert "We know of nothing on here for a week" in screen()


def test_without_a_place_it_asks_for_one(hall: Place) -> None:
    html = screen("")
    assert "A screen for your foyer" in html
    assert "Bank Top" in html
    assert "We don't know QT44" in screen("near=QT44")
    assert screen("ward=E09999999").count("<form") == 1


def test_the_square_leads_to_the_live_page(hall: Place) -> None:
    html = screen()
    assert f'href="/whats-on/?ward={WARD}"' in html
    assert '<svg aria-hidden="true" focusable="false"' in html


def test_no_cookie_and_not_for_search_engines(hall: Place) -> None:
    answer = Client().get(f"/screen/?ward={WARD}")
    assert not answer.cookies
    assert answer["X-Robots-Tag"] == "noindex"
    assert "public" in answer["Cache-Control"]


def test_hostile_addresses_are_words(hall: Place) -> None:
    for name in ("ward", "near", "picture", "still"):
        html = Client().get("/screen/", {"ward": WARD, name: '"><script>alert(1)</script>'}).content.decode()
        assert "<script>alert" not in html


def test_many_listings_ask_no_more_of_the_database(hall: Place, django_assert_max_num_queries: Capture) -> None:
    ward = Area.objects.get(code=WARD)
    for number in range(25):
        held(f"Group {number}", PlaceFactory(ward=ward))
    Client().get(f"/screen/?ward={WARD}")
    with django_assert_max_num_queries(20):
        Client().get(f"/screen/?ward={WARD}")
