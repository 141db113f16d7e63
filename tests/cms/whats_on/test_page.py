"""What is on, through its address: days in order, narrowed, called off, empty, long; to everybody what is for them."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.models import Asset, Kind, ScheduledSession, Session
from cms.whats_on.page import A_DAY, PAGE
from search.refresh import fill_dates
from tests.core.markup import faults
from tests.factories.assets import AssetAccessFactory, AssetAreaFactory, AssetFactory
from tests.factories.places import AreaFactory, PlaceAccessFactory, PlaceFactory
from tests.factories.schedules import EducationAuthorityFactory, SessionFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db
# A Wednesday.
NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
NAME = re.compile(r'<a class="nm" href="[^"]*">([^<]*)</a>')


@pytest.fixture(autouse=True)
def _wednesday_morning() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def page(client: Client) -> Callable[[str], str]:
    """The page at an address, with dates up to date; sound as HTML."""

    def get(query: str = "") -> str:
        fill_dates(lambda text: None)
        answer = client.get(f"/whats-on/{query}")
        assert answer.status_code == 200
        html = answer.content.decode()
        assert faults(html) == []
        assert not answer.cookies
        return unescape(html)

    return get


Page = Callable[[str], str]


def on(name: str, days: str, start: time = time(14), end: time | None = time(15, 30), **asset: Any) -> Session:
    """A listing that is on every week on these days. `place`: of the session alone."""
    place = asset.pop("place", None)
    return SessionFactory(asset=AssetFactory(name=name, **asset), days=days.split(), start=start, end=end, place=place)


def names(html: str) -> list[str]:
    return NAME.findall(html)


def test_today_from_now_in_order_and_what_matters(page: Page) -> None:
    hall = PlaceFactory(name="Weavers Hall", step_free=True)
    on("Toddlers", "WE", time(9, 30), time(10, 30))
    on("Sewing", "WE", at=[hall], cost="free", summary="Mending and talk.")
    on("Lunch", "WE", time(12), None, at=[PlaceFactory(name="Old Mill")], cost="paid", cost_pence=200)
    on("Choir", "TH")
    html = page("")
    assert names(html) == ["Lunch", "Sewing"]
    assert "<h1>What’s on today</h1>" in html
    assert "Mending and talk." in html
    assert "Until 3.30pm. Weavers Hall. Free. Step-free." in html
    assert "Old Mill. £2." in html
    assert names(page("?when=tomorrow")) == ["Choir"]
    assert 'aria-current="page">Tomorrow</a>' in page("?when=2026-11-26")


def test_what_is_called_off_is_shown_with_why(page: Page) -> None:
    session = on("Sewing", "WE")
    session.cancelled = {"2026-11-25": "The boiler is being mended."}
    session.save()
    html = page("")
    assert '<li class="off"><span class="time">2pm</span>' in html
    assert "Not on: The boiler is being mended." in html


def test_terms_that_nobody_knows_are_a_caution(page: Page) -> None:
    session = on("Sewing", "WE")
    session.term_time, session.authority = True, EducationAuthorityFactory()
    session.save()
    assert "Term dates not known. Check before you go." in page("")


def test_a_week_is_told_day_by_day_from_today(page: Page) -> None:
    on("Brass", "MO FR")
    on("Sewing", "WE")
    on("Walkers", "FR", time(10), None)
    html = page("?when=week")
    assert names(html) == ["Sewing", "Walkers", "Brass"]
    days = re.findall(r"<h2[^>]* id=\"d-([^\"]*)\"", html)
    assert days == ["2026-11-25", "2026-11-27"]
    after = page("?when=2026-W49")
    assert "<h1>What’s on, 30 November to 6 December</h1>" in after
    assert names(after) == ["Brass", "Sewing", "Walkers", "Brass"]
    assert 'href="/whats-on/?when=2026-W50">The week after</a>' in after


@pytest.mark.parametrize("many", [False, True])
def test_a_full_day_of_a_week_leads_to_all_of_it(page: Page, monkeypatch: pytest.MonkeyPatch, many: bool) -> None:
    """Read at once, or day by day where there is very much."""
    if many:
        monkeypatch.setattr("cms.whats_on.dates.FEW", 1)
    for number in range(A_DAY + 1):
        on(f"Circle {number}", "FR", time(9, number))
    on("Last", "SA")
    html = page("?when=week&time=morning&time=afternoon")
    assert names(html) == [*(f"Circle {number}" for number in range(A_DAY)), "Last"]
    assert 'href="/whats-on/?when=2026-11-27&time=morning&time=afternoon">Everything on Friday</a>' in html
    assert "Everything on Saturday" not in html


def test_a_week_tells_what_people_meet_for_before_what_stands_open(page: Page) -> None:
    on("Community fridge", "FR", time(8), time(18))
    for number in range(A_DAY):
        on(f"Circle {number}", "FR", time(9 + number), time(10 + number))
    assert names(page("?when=week")) == [f"Circle {number}" for number in range(A_DAY)]
    assert names(page("?when=2026-11-27"))[0] == "Community fridge"


def test_a_long_day_is_paged(page: Page) -> None:
    for number in range(PAGE + 2):
        on(f"Circle {number:02}", "TH", time(9 + number // 60, number % 60))
    html = page("?when=tomorrow")
    assert names(html) == [f"Circle {number:02}" for number in range(PAGE)]
    assert 'href="/whats-on/?when=tomorrow&page=2" rel="next"' in html
    rest = page("?when=tomorrow&page=2")
    assert names(rest) == [f"Circle {number:02}" for number in range(PAGE, PAGE + 2)]
    assert 'href="/whats-on/?when=tomorrow" rel="prev"' in rest


def _there() -> dict[str, str]:
    """Listings that differ in one thing each, and what each is narrowed to by."""
    ward = AreaFactory(code="E05000001", name="Fleece Bridge")
    inside, elsewhere = PlaceFactory(ward=ward), PlaceFactory(ward=AreaFactory())
    on("In the ward", "TH", at=[inside])
    on("Its session in the ward", "TH", place=inside)
    on("Its session elsewhere", "TH", at=[inside], place=elsewhere)
    AssetAreaFactory(area=ward, asset=on("All over the ward", "TH").asset)
    on("Secret", "TH", at=[inside], secret=True)
    on("Embroiderers", "TH", interests=["embroidery"])
    on("Said to embroider", "TH", suggested=["embroidery"])
    on("Early", "TH", time(8), time(9))
    on("Late", "TH", time(19), None)
    on("Gratis", "TH", cost="free")
    on("Hush", "TH", mood="quiet")
    on("Nippers", "TH", audience=["toddlers", "carers"])
    on("For families", "TH", only_for="families")
    return {"ward": ward.code}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ward=E05000001", ["In the ward", "Its session in the ward", "All over the ward"]),
        ("topic=making-and-mending", ["Embroiderers", "Said to embroider"]),
        ("time=morning", ["Early"]),
        ("time=evening&time=morning", ["Early", "Late"]),
        ("free=on", ["Gratis"]),
        ("quiet=on", ["Hush"]),
        ("family=on", ["Nippers", "For families"]),
        ("free=on&quiet=on", []),
    ],
)
def test_it_is_narrowed(page: Page, query: str, expected: list[str]) -> None:
    _there()
    html = page(f"?when=tomorrow&{query}")
    assert names(html) == expected
    # The month counts what the day shows.
    told = f"{len(expected)} things on" if expected else "nothing on"
    assert f"Thursday 26 November 2026, {told.replace('1 things', '1 thing')}" in html
    assert names(page(f"?when=week&{query}")) == expected


def _reached(own: str, places: list[str]) -> Session:
    """A listing that says this of itself, at places of which that is known; "" for nothing."""
    session = on("Circle", "TH", at=[PlaceFactory() for _ in places])
    for row, state in zip(session.asset.asset_places.order_by("pk"), places, strict=True):
        if state:
            PlaceAccessFactory(place=row.place, subject="step_free", state=state)
    if own:
        AssetAccessFactory(asset=session.asset, subject="step_free", state=own)
    return session


@pytest.mark.parametrize(
    ("own", "places", "found"),
    [
        ("yes", [], True),
        ("yes", ["no"], True),
        ("", ["yes"], True),
        ("unknown", ["yes", "yes"], True),
        ("no", ["yes"], False),
        ("partly", ["yes"], False),
        ("", ["yes", ""], False),
        ("", ["yes", "unknown"], False),
        ("", ["partly"], False),
        ("", [""], False),
        ("", [], False),
    ],
)
def test_step_free_is_only_what_is_known_to_be(page: Page, own: str, places: list[str], found: bool) -> None:
    _reached(own, places)
    assert names(page("?when=tomorrow&step_free=on")) == (["Circle"] if found else [])


def test_a_secret_place_gives_no_way_in(page: Page) -> None:
    session = _reached("", ["yes"])
    Asset.objects.filter(pk=session.asset_id).update(secret=True)
    assert names(page("?when=tomorrow&step_free=on")) == []
    html = page("?when=tomorrow")
    assert "Where it is, is kept secret." in html
    assert "Step-free." not in html


def test_what_is_for_workers_is_theirs_and_counted_for_nobody_else(client: Client, page: Page) -> None:
    on("A person's offer", "TH", kind=Kind.OFFER)
    on("Told of", "TH", unasked=True)
    on("Sewing", "TH")
    html = page("?when=tomorrow")
    assert names(html) == ["Sewing"]
    assert "Thursday 26 November 2026, 1 thing on" in html
    client.force_login(UserFactory(role="Workers"), backend=BACKEND)
    seen = unescape(client.get("/whats-on/?when=tomorrow").content.decode())
    assert names(seen) == ["A person's offer", "Told of", "Sewing"]
    assert "Thursday 26 November 2026, 3 things on" in seen


def test_what_was_withdrawn_a_moment_ago_is_gone_before_its_dates_are(client: Client, page: Page) -> None:
    asset = on("Sewing", "TH").asset
    on("Brass", "TH")
    page("")
    asset.unpublish()
    assert ScheduledSession.objects.filter(asset=asset).exists()
    html = client.get("/whats-on/?when=tomorrow").content.decode()
    assert names(html) == ["Brass"]
    assert "Thursday 26 November 2026, 1 thing on" in html


def test_where_nothing_is_on_it_says_what_else_is(page: Page) -> None:
    on("Choir", "TH", cost="paid", cost_pence=100)
    on("Walkers", "SA", cost="free")
    html = page("?free=on")
    assert names(html) == []
    assert '<a href="/whats-on/?when=week&free=on"><b>This week</b><span>1 thing on</span></a>' in html
    assert '<a href="/whats-on/?when=2026-W49&free=on"><b>Next week</b><span>1 thing on</span></a>' in html
    assert "<b>Tomorrow</b>" not in html
    narrowed = page("?when=tomorrow&free=on")
    assert (
        '<a href="/whats-on/?when=tomorrow"><b>Everything, not narrowed down</b><span>1 thing on</span></a>' in narrowed
    )


def test_an_empty_directory_has_a_page(page: Page) -> None:
    assert "Nothing more that we know of. Yet." in page("")


def test_what_cannot_be_read_is_told(page: Page) -> None:
    assert "We could not read that date, so here is today." in page("?when=someday")


def test_what_is_chosen_stands_there_and_can_be_taken_off(page: Page) -> None:
    html = page("?when=week&time=evening&free=on")
    assert "Narrow it down, 2 chosen" in html
    assert 'href="/whats-on/?when=week&free=on"' in html
    assert 'name="free" value="on" checked' in html
    assert '<input type="hidden" name="when" value="week">' in html


def test_a_month_leads_to_its_days_and_to_other_months(page: Page) -> None:
    html = page("?when=2026-12-09")
    assert "December 2026</caption>" in html
    assert 'href="/whats-on/?when=2026-12-10"' in html
    assert 'href="/whats-on/">The month before</a>' in html
    assert 'href="/whats-on/?when=2027-01-01">The month after</a>' in html


def test_how_many_queries_does_not_hang_on_how_much_there_is(client: Client, page: Page) -> None:
    def queries(query: str) -> int:
        with CaptureQueriesContext(connection) as found:
            client.get(f"/whats-on/{query}")
        return len(found)

    for number in range(2):
        on(f"Circle {number}", "MO TU WE TH FR SA SU", at=[PlaceFactory(step_free=True)])
    page("")
    asked = ("", "?when=week", "?when=2026-W49&free=on", "?when=tomorrow&step_free=on&time=afternoon")
    few = {query: queries(query) for query in asked}
    for number in range(20):
        on(f"Ring {number}", "MO TU WE TH FR SA SU", at=[PlaceFactory(step_free=True)], cost="free")
    page("")
    assert {query: queries(query) for query in asked[:2]} == {query: few[query] for query in asked[:2]}
    assert max(queries(query) for query in asked) < 30


def test_days_ahead_are_known_for_a_year_and_a_month(page: Page) -> None:
    on("Choir", "TH")
    assert names(page("?when=2027-12-23")) == ["Choir"]
    assert "We know dates up to Saturday 25 December 2027." in page("?when=2027-12-30")
    assert date(2027, 12, 23) - NOW.date() > timedelta(days=390)


def test_while_dates_are_worked_out_it_says_so(client: Client) -> None:
    SessionFactory(days=["WE"], first=date(2026, 1, 7), start=time(13, 30))
    page = unescape(client.get("/whats-on/").content.decode())
    assert faults(page) == []
    assert "We are working out what is on when." in page
    fill_dates(lambda text: None)
    assert "working out" not in client.get("/whats-on/").content.decode()
