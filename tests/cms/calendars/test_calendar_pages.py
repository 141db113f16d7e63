"""Calendars at their addresses: what is in each and what never is, how they are asked for again, who offers them."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils.http import http_date
from pytest_django import DjangoAssertNumQueries

from cms.calendars import reading
from cms.models import Asset, AssetInterest, Organisation, Place
from tests.cms.calendars.expanding import events, lines
from tests.factories.assets import (
    AssetAreaFactory,
    AssetFactory,
    AssetPlaceFactory,
    ContactFactory,
    FormerAddressFactory,
)
from tests.factories.interests import InterestFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.pages import TopicPageFactory
from tests.factories.places import AreaFactory, PlaceFactory
from tests.factories.schedules import SessionFactory, TermFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 8, 20, tzinfo=UTC)
WARD = "E05000999"


@pytest.fixture(autouse=True)
def _monday_morning() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def hall() -> Place:
    return PlaceFactory(name="Mill Hall", address="2 Mill Street", postcode="TC1 1AA", ward=AreaFactory(code=WARD))


@pytest.fixture
def circle(hall: Place) -> Asset:
    """A sewing circle on Tuesdays, at the hall."""
    asset = AssetFactory(
        name="Sewing; with tea, and talk",
        summary="One long table.",
        at=[hall],
        organisation=OrganisationFactory(name="The Fold"),
        interests=["embroidery"],
        last_published_at=datetime(2026, 11, 2, 12, tzinfo=UTC),
    )
    SessionFactory(asset=asset)
    return asset


def ask(path: str, status: int = 200, **headers: str) -> bytes:
    answer = Client().get(path, headers=headers)  # type: ignore[arg-type]
    assert answer.status_code == status
    return bytes(answer.content)


def of(row: Asset | Organisation | Place) -> str:
    return f"{row.get_absolute_url()}calendar.ics"


def names(path: str) -> list[str]:
    return sorted(str(event["SUMMARY"]) for event in events(ask(path)))


def test_a_listing_is_told_whole(circle: Asset, hall: Place) -> None:
    (event,) = events(ask(of(circle)))
    assert str(event["SUMMARY"]) == "Sewing; with tea, and talk"
    assert str(event["LOCATION"]) == "Mill Hall, 2 Mill Street, TC1 1AA"
    assert event["GEO"].to_ical() == "53.72;-1.98"
    assert str(event["URL"]).endswith(circle.get_absolute_url())
    assert "One long table.\nEvery Tuesday, 1.30 to 3.30pm" in str(event["DESCRIPTION"])
    assert event["RRULE"].to_ical().decode().startswith("FREQ=WEEKLY;")


def test_its_text_is_escaped_folded_and_says_its_zone(circle: Asset) -> None:
    file = ask(of(circle))
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    told = lines(file)
    assert r"SUMMARY:Sewing\; with tea\, and talk" in told
    assert "DTSTART;TZID=Europe/London:20260106T133000" in told
    zone = told[told.index("BEGIN:VTIMEZONE") : told.index("END:VTIMEZONE")]
    assert {"TZNAME:BST", "TZNAME:GMT", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"} <= set(zone)
    assert {"REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H"} <= set(told)
    assert r"X-WR-CALNAME:Sewing\; with tea\, and talk" in told


def test_nobody_is_named(circle: Asset) -> None:
    ContactFactory(asset=circle, name="Maureen", phone="01632 960 014", visibility="public")
    assert "Maureen" not in ask(of(circle)).decode()


def test_a_session_keeps_its_name_and_counts_its_changes(circle: Asset) -> None:
    (before,) = events(ask(of(circle)))
    session = circle.sessions.get()
    session.start, session.end = time(9), time(11)
    session.days = ["FR"]
    session.save()
    circle.name, circle.last_published_at = "Stitching", NOW
    circle.save()
    (after,) = events(ask(of(circle)))
    assert str(after["UID"]) == str(before["UID"])
    assert int(after["SEQUENCE"]) - int(before["SEQUENCE"]) == int((NOW - before["DTSTAMP"].dt).total_seconds())
    assert after["DTSTAMP"].dt == after["LAST-MODIFIED"].dt == NOW
    assert (str(after["SUMMARY"]), after["DTSTART"].dt.hour) == ("Stitching", 9)


def test_a_place_that_moves_counts_as_a_change(circle: Asset, hall: Place) -> None:
    hall.last_published_at = NOW
    hall.save()
    (event,) = events(ask(of(circle)))
    assert event["LAST-MODIFIED"].dt == NOW


def test_each_session_has_a_name_of_its_own(circle: Asset) -> None:
    SessionFactory(asset=circle, days=["FR"])
    found = events(ask(of(circle)))
    assert len({str(event["UID"]) for event in found}) == 2


def test_terms_that_nobody_entered_are_said(circle: Asset) -> None:
    session = SessionFactory(asset=circle, in_term_time=True, days=["TH"])
    told = {str(event["DESCRIPTION"]) for event in events(ask(of(circle)))}
    assert any("Term dates not known. Check before you go." in words for words in told)
    TermFactory(authority=session.authority)
    (thursdays,) = [event for event in events(ask(of(circle))) if event["DTSTART"].dt.weekday() == 3]
    assert "Term dates not known" not in str(thursdays["DESCRIPTION"])
    assert thursdays["RRULE"]["UNTIL"][0].date() == date(2026, 10, 22)


def test_one_that_does_not_run_just_now_has_no_dates(circle: Asset) -> None:
    Asset.objects.filter(pk=circle.pk).update(room=Asset.Room.PAUSED)
    file = ask(of(circle))
    assert events(file) == []
    assert "X-WR-CALDESC:Not running just now." in lines(file)


@pytest.mark.parametrize("gone", [{"live": False}, {"kind": "offer"}, {"unasked": True}])
def test_what_is_not_listed_empties_the_calendar_and_says_nothing_of_itself(
    circle: Asset, gone: dict[str, Any]
) -> None:
    Asset.objects.filter(pk=circle.pk).update(**gone)
    never = ask("/listings/00000000-0000-4000-8000-000000000000/calendar.ics")
    assert ask(of(circle)) == never
    assert events(never) == []
    assert ask(of(OrganisationFactory(live=False))) == ask(of(PlaceFactory(live=False))) == never


def test_one_that_turned_out_to_be_another_leads_there(circle: Asset) -> None:
    former = FormerAddressFactory(asset=circle)
    answer = Client().get(f"/listings/{former.uuid}/calendar.ics")
    assert (answer.status_code, answer["Location"]) == (301, of(circle))


def test_it_is_asked_for_again_by_what_it_was(circle: Asset) -> None:
    answer = Client().get(of(circle))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "public, max-age=900"
    assert not answer.cookies
    again = Client().get(of(circle), headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", answer["ETag"])
    assert ask(of(circle), 304, **{"if-modified-since": answer["Last-Modified"]}) == b""
    Asset.objects.filter(pk=circle.pk).update(name="Stitching")
    assert b"Stitching" in ask(of(circle), 200, **{"if-none-match": answer["ETag"]})


def test_what_goes_is_gone_by_the_next_day_for_who_asks_by_the_hour_alone(circle: Asset) -> None:
    asked = {"if-modified-since": http_date((NOW - timedelta(days=1)).timestamp())}
    Asset.objects.filter(pk=circle.pk).update(live=False)
    assert events(ask(of(circle), 200, **asked)) == []


def test_an_organisation_a_place_an_interest_and_a_ward_hold_it(circle: Asset, hall: Place) -> None:
    elsewhere = PlaceFactory()
    other = AssetFactory(name="Elsewhere", at=[elsewhere])
    SessionFactory(asset=other)
    assert circle.organisation is not None
    for path in (
        of(circle.organisation),
        of(hall),
        "/interests/embroidery/calendar.ics",
        "/interests/nothing-such.embroidery/calendar.ics",
        f"/wards/{WARD}/calendar.ics",
    ):
        assert names(path) == [circle.name], path
    assert names(of(elsewhere)) == ["Elsewhere"]
    ask("/wards/E0000/calendar.ics", 404)
    ask("/interests/nothing-such/calendar.ics", 404)


def test_a_place_and_a_ward_hold_only_the_sessions_that_are_there(circle: Asset, hall: Place) -> None:
    SessionFactory(asset=circle, place=PlaceFactory(), days=["FR"])
    SessionFactory(asset=circle, place=hall, days=["SA"])
    assert len(events(ask(of(circle)))) == 3
    for path in (of(hall), f"/wards/{WARD}/calendar.ics"):
        assert {event["DTSTART"].dt.weekday() for event in events(ask(path))} == {1, 5}, path


def test_a_ward_holds_what_serves_it_and_is_at_no_place(hall: Place) -> None:
    for name, at in (("Walks", []), ("Far", [PlaceFactory()])):
        asset = AssetFactory(name=name, at=at)
        AssetAreaFactory(asset=asset, area=hall.ward)
        SessionFactory(asset=asset)
    assert names(f"/wards/{WARD}/calendar.ics") == ["Walks"]


def test_what_is_only_suggested_is_in_no_calendar_of_an_interest(circle: Asset) -> None:
    AssetInterest.objects.update(state=AssetInterest.State.SUGGESTED)
    assert names("/interests/embroidery/calendar.ics") == []


def test_a_place_known_to_its_neighbourhood_is_told_no_finer(circle: Asset, hall: Place) -> None:
    Place.objects.filter(pk=hall.pk).update(precision=Place.Precision.SECTOR, postcode="TC1 1", name="")
    (event,) = events(ask(of(circle)))
    assert str(event["LOCATION"]) == "Somewhere near TC1 1"
    assert "GEO" not in event


def test_where_it_is_is_said_of_no_secret(circle: Asset, hall: Place) -> None:
    Asset.objects.filter(pk=circle.pk).update(secret=True)
    (event,) = events(ask(of(circle)))
    assert "LOCATION" not in event
    assert "GEO" not in event
    assert names(of(hall)) == names(f"/wards/{WARD}/calendar.ics") == []


def test_one_of_several_places_is_not_guessed(circle: Asset) -> None:
    AssetPlaceFactory(asset=circle)
    (event,) = events(ask(of(circle)))
    assert "LOCATION" not in event


def test_what_is_online_says_so() -> None:
    asset = AssetFactory(online=True)
    SessionFactory(asset=asset)
    (event,) = events(ask(of(asset)))
    assert str(event["LOCATION"]) == "Online"


def test_a_long_one_says_what_it_leaves_out(circle: Asset, hall: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    SessionFactory(asset=AssetFactory(name="Confirmed", at=[hall], confirmed=True))
    monkeypatch.setattr(reading, "MOST", 1)
    file = ask(of(hall))
    assert [str(event["SUMMARY"]) for event in events(file)] == ["Confirmed"]
    assert "The 1 of 2 that somebody confirmed last." in str(lines(file))


def test_many_listings_take_no_more_queries_than_one(
    hall: Place, circle: Asset, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(4):
        SessionFactory(asset=AssetFactory(at=[hall]), in_term_time=True)
    with django_assert_max_num_queries(12):
        assert len(events(ask(f"/wards/{WARD}/calendar.ics"))) == 5


def test_pages_offer_it(circle: Asset, hall: Place, up_to_date: Callable[[], None]) -> None:
    up_to_date()
    topic = TopicPageFactory(title="Stitching", interests=[InterestFactory(code="embroidery")])
    assert circle.organisation is not None
    offered = {
        circle.get_absolute_url(): of(circle),
        circle.organisation.get_absolute_url(): of(circle.organisation),
        hall.get_absolute_url(): of(hall),
        topic.url: "/interests/embroidery/calendar.ics",
        f"/search/?area={WARD}": f"/wards/{WARD}/calendar.ics",
        "/search/?interest=embroidery&order=soonest": "/interests/embroidery/calendar.ics",
    }
    for page, calendar in offered.items():
        html = ask(page).decode()
        assert f'href="{calendar}"' in html, page
        assert f'href="webcal://127.0.0.1:8000{calendar}"' in html, page
    assert "calendar.ics" not in ask("/search/?q=sewing").decode()


def test_a_listing_without_dates_offers_none(circle: Asset) -> None:
    circle.sessions.all().delete()
    assert "calendar.ics" not in ask(circle.get_absolute_url()).decode()
