"""What a reader of news follows: what is new, what is on; for interests, a ward, a place; ids that hold for good."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from cms.models import InterestRelation, Session
from tests.factories.assets import AssetAreaFactory, AssetFactory
from tests.factories.interests import InterestFactory
from tests.factories.pages import TopicPageFactory
from tests.factories.places import AreaFactory, PlaceFactory
from tests.factories.schedules import SessionFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 8, 20, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://connector.example"
Capture = Callable[..., AbstractContextManager[CaptureQueriesContext]]


@pytest.fixture(autouse=True)
def _monday_morning(settings: Settings) -> Iterator[None]:
    settings.CONNECTOR_BASE_URL = BASE
    with time_machine.travel(NOW, tick=False):
        yield


def feed(path: str) -> ET.Element:
    answer = Client().get(f"/follow/{path}")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(answer.content)


def told(of: ET.Element, name: str) -> list[str]:
    return [entry.findtext(f"{ATOM}{name}") or "" for entry in of.iter(f"{ATOM}entry")]


def test_the_newest_stand_first() -> None:
    for day, name in ((3, "Old"), (20, "New"), (11, "Between")):
        AssetFactory(name=name, first_published_at=datetime(2026, 11, day, tzinfo=UTC))
    assert told(feed("new.xml"), "title") == ["New", "Between", "Old"]


def test_what_is_on_stands_in_its_order_and_says_what_was_called_off() -> None:
    asset = AssetFactory(name="Sewing", at=[PlaceFactory(name="Mill Hall")])
    SessionFactory(asset=asset, cancelled={"2026-12-01": "boiler"})
    of = feed("on.xml")
    assert told(of, "title") == ["Tue 24 Nov, 1.30 to 3.30pm: Sewing", "Not on: Tue 1 Dec, 1.30 to 3.30pm: Sewing"]
    assert told(of, "summary") == ["A pot of tea and a chat. Mill Hall.", "boiler. A pot of tea and a chat. Mill Hall."]


def test_an_entry_keeps_its_id_whatever_changes() -> None:
    asset = AssetFactory(at=[PlaceFactory()])
    SessionFactory(asset=asset)
    before = (told(feed("new.xml"), "id"), told(feed("on.xml"), "id"))
    page = f"{BASE}{asset.get_absolute_url()}"
    assert before == ([page], [f"{page}#2026-11-24T13:30", f"{page}#2026-12-01T13:30"])
    asset.name = "Another name"
    asset.save()
    Session.objects.update(cancelled={"2026-11-24": "snow"})
    assert (told(feed("new.xml"), "id"), told(feed("on.xml"), "id")) == before


def test_an_interest_brings_its_narrower_ones_and_no_guesses() -> None:
    craft = InterestFactory(code="x-craft", label="Craft")
    sewing = InterestFactory(code="x-sewing", label="Sewing")
    InterestRelation.objects.create(source=sewing, target=craft, kind=InterestRelation.Kind.BROADER)
    AssetFactory(name="Sewing circle", interests=["x-sewing"])
    AssetFactory(name="Perhaps", suggested=["x-craft"])
    AssetFactory(name="Chess")
    of = feed("new.xml?interest=x-craft")
    assert told(of, "title") == ["Sewing circle"]
    assert (of.findtext(f"{ATOM}title") or "").startswith("New for Craft – ")


def test_a_ward_holds_what_is_in_it_and_what_serves_it() -> None:
    ward = AreaFactory(code="E05000001", name="Bank Top")
    AssetFactory(name="In it", at=[PlaceFactory(ward=ward)])
    AssetAreaFactory(asset=AssetFactory(name="Serves it"), area=ward)
    AssetFactory(name="Elsewhere", at=[PlaceFactory(ward=AreaFactory())])
    assert {*told(feed("new.xml?ward=E05000001"), "title")} == {"In it", "Serves it"}


def test_a_place_has_the_dates_that_are_held_there() -> None:
    hall, library = PlaceFactory(name="Mill Hall"), PlaceFactory(name="Library")
    asset = AssetFactory(name="Sewing", at=[hall, library])
    SessionFactory(asset=asset, place=hall, until=date(2026, 11, 24))
    SessionFactory(asset=asset, place=library, days=["WE"], until=date(2026, 11, 25))
    assert told(feed(f"on.xml?place={hall.uuid}"), "title") == ["Tue 24 Nov, 1.30 to 3.30pm: Sewing"]
    assert {*told(feed("on.xml"), "id")} == {
        f"{BASE}{asset.get_absolute_url()}#{starts}" for starts in ("2026-11-24T13:30", "2026-11-25T13:30")
    }


@pytest.mark.parametrize(
    "query", ["interest=none", "ward=none", "place=none", "place=00000000-0000-4000-8000-00000000c19c"]
)
def test_what_there_is_not_cannot_be_followed(query: str) -> None:
    for name in ("new", "on"):
        assert Client().get(f"/follow/{name}.xml?{query}").status_code == 404


def test_what_may_be_a_home_cannot_be_followed() -> None:
    home = PlaceFactory(name="Number nine", precision="sector")
    AssetFactory(at=[home])
    assert Client().get(f"/follow/on.xml?place={home.uuid}").status_code == 404


def test_the_public_view_alone_and_no_secret_place() -> None:
    ward = AreaFactory(code="E05000001")
    house = PlaceFactory(name="Quarrybank House", ward=ward)
    for about in ({"withdrawn": True}, {"unasked": True}, {"offer": True}):
        SessionFactory(asset=AssetFactory(name="Hidden", at=[house], **about))
    refuge = AssetFactory(name="Somewhere safe", at=[house], secret=True)
    SessionFactory(asset=refuge)
    for path in ("new.xml", "on.xml", "new.xml?ward=E05000001", "on.xml?ward=E05000001"):
        text = ET.tostring(feed(path), encoding="unicode")
        assert "Hidden" not in text
        assert "Quarrybank" not in text
        assert ("Somewhere safe" in text) is ("ward" not in path), path
    assert Client().get(f"/follow/new.xml?place={house.uuid}").status_code == 404


def test_it_says_where_it_is_itself_in_one_way() -> None:
    InterestFactory(code="x-craft")
    AreaFactory(code="E05000001")
    links = {
        link.get("href")
        for query in ("ward=E05000001&utm_source=x&interest=x-craft", "interest=x-craft&ward=E05000001")
        for link in feed(f"new.xml?{query}").findall(f"{ATOM}link")
        if link.get("rel") == "self"
    }
    assert links == {f"{BASE}/follow/new.xml?interest=x-craft&ward=E05000001"}


def test_signs_that_no_xml_may_hold_are_left_out() -> None:
    AssetFactory(name="Tea\x0b & <b>talk</b>\x1f", summary="A\x08B")
    of = feed("new.xml")
    assert told(of, "title") == ["Tea & <b>talk</b>"]
    assert told(of, "summary") == ["AB"]


@pytest.mark.parametrize("name", ["new", "on"])
def test_it_follows_nobody(name: str) -> None:
    AssetFactory()
    answer = Client().get(f"/follow/{name}.xml")
    assert not answer.cookies
    assert "max-age=3600" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"
    assert "Cookie" not in answer.get("Vary", "")


def test_pages_lead_to_it() -> None:
    sewing, place = InterestFactory(code="x-sewing"), PlaceFactory(name="Mill Hall")
    AssetFactory(at=[place], interests=["x-sewing"])
    topic = TopicPageFactory(slug="making", interests=[sewing])
    for path, query in (
        ("/", ""),
        (topic.url, "?interest=x-sewing"),
        (place.get_absolute_url(), f"?place={place.uuid}"),
    ):
        html = Client().get(path).content.decode()
        for name in ("new", "on"):
            assert f'type="application/atom+xml" title="what is {name}" href="/follow/{name}.xml{query}"' in html, path


def test_a_search_that_was_narrowed_leads_to_its_interests_and_never_to_its_words(
    up_to_date: Callable[[], None],
) -> None:
    InterestFactory(code="x-sewing")
    up_to_date()
    link = 'href="/follow/new.xml?interest=x-sewing"'
    assert link in Client().get("/search/?interest=x-sewing").content.decode()
    assert "/follow/" not in Client().get("/search/?interest=x-sewing&q=alone").content.decode()
    assert "/follow/" not in Client().get("/search/").content.decode()


def test_many_listings_ask_no_more_of_the_database(django_assert_max_num_queries: Capture) -> None:
    for _ in range(20):
        SessionFactory(asset=AssetFactory(at=[PlaceFactory()]))
    for path in ("new.xml", "on.xml"):
        with django_assert_max_num_queries(18):
            assert len(told(feed(path), "id")) >= 20
