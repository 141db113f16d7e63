"""Web pages with events, addresses as people copy them, and every answer that is no calendar."""

import gzip
import json

import pytest

from cms.schedule.occurrences import LONDON
from connector.feeds.addresses import calendar_address
from connector.feeds.dates import Unreadable
from connector.feeds.json_ld import NOTHING, read_page
from connector.feeds.looking import GONE, PRIVATE, look
from connector.fetching import Why
from tests.feeds.test_reading import NOW, SERIES, calendar, said
from tests.fetching.pages import FakeFetcher, Page, packed


def page(*told: object) -> bytes:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(each)}</script>' for each in told)
    return f"<!doctype html><title>x</title><script>var a = '<!--';</script>{scripts}<p>tea".encode()


EVENT = {"@type": "Event", "@id": "https://a.example/1", "name": "Sewing", "startDate": "2026-04-07T13:30"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (EVENT, ["07/04 13:30"]),
        (
            {"@graph": [{"@type": ["Thing", "https://schema.org/MusicEvent"], "startDate": "2026-04-07T12:30Z"}]},
            ["07/04 13:30"],
        ),
        ([EVENT | {"endDate": "2026-04-07T15:30:00+01:00"}], ["07/04 13:30-15:30"]),
        (EVENT | {"eventStatus": "https://schema.org/EventCancelled"}, ["(07/04 13:30)"]),
        ({"@type": "EventSeries", "subEvent": [EVENT, EVENT | {"startDate": "2026-04-14T13:30"}]}, []),
        ([EVENT, EVENT | {"startDate": "2026-04-14"}, EVENT | {"startDate": 7}], ["07/04 13:30"]),
    ],
)
def test_events_of_a_web_page(told: object, expected: list[str]) -> None:
    if isinstance(told, dict) and told.get("@type") == "EventSeries":
        expected = ["07/04 13:30", "14/04 13:30"]
    assert said(read_page(page(told), (), NOW, LONDON)) == expected


@pytest.mark.parametrize(
    "body", [b"<p>tea", page("x"), page({"@type": "Person"}), b"<script type='application/ld+json'>{"]
)
def test_a_page_without_events_says_so(body: bytes) -> None:
    with pytest.raises(Unreadable, match=NOTHING[:30]):
        read_page(body, (), NOW, LONDON)


def test_json_without_end_is_no_event() -> None:
    deep = b"<script type='application/ld+json'>" + b"[" * 100_000 + b"</script>"
    with pytest.raises(Unreadable):
        read_page(deep, (), NOW, LONDON)


# --- Addresses and answers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" webcal://a.example/x.ics ", "https://a.example/x.ics"),
        ("WEBCAL://a.example/x.ics", "https://a.example/x.ics"),
        ("a.example/x.ics", "https://a.example/x.ics"),
        ("http://a.example/x.ics", "http://a.example/x.ics"),
        (
            "https://calendar.google.com/calendar/embed?src=a%40group.calendar.google.com&ctz=Europe%2FLondon",
            "https://calendar.google.com/calendar/ical/a%40group.calendar.google.com/public/basic.ics",
        ),
        (
            "https://calendar.google.com/calendar/u/0?cid=YUBncm91cC5jYWxlbmRhci5nb29nbGUuY29t",
            "https://calendar.google.com/calendar/ical/a%40group.calendar.google.com/public/basic.ics",
        ),
        (
            "https://calendar.google.com/calendar/ical/a/private-1/basic.ics",
            "https://calendar.google.com/calendar/ical/a/private-1/basic.ics",
        ),
        (
            "https://outlook.office365.com/owa/calendar/a@b/c/calendar.html",
            "https://outlook.office365.com/owa/calendar/a@b/c/calendar.ics",
        ),
        ("https://calendar.google.com/calendar/u/0?cid=%%%", "https://calendar.google.com/calendar/u/0?cid=%%%"),
    ],
)
def test_what_people_copy_leads_to_the_calendar(typed: str, address: str) -> None:
    assert calendar_address(typed) == address


URL = "https://a.example/x.ics"
ANSWERS = {
    "private": (Page(status=403), PRIVATE),
    "gone": (Page(status=404), GONE),
    "a fault": (Page(status=503), "The website that keeps the calendar answers with an error (503)."),
    "nobody": (Why.NOWHERE, Why.NOWHERE.value),
    "ten megabytes": (Page(b"x" * 10_000_000), Why.LARGE.value),
    "a bomb": (packed(b"x" * 10_000_000), Why.LARGE.value),
    "a page": (Page(b"<!doctype html><p>tea"), NOTHING),
}


@pytest.mark.parametrize("which", ANSWERS)
def test_every_answer_that_is_no_calendar_says_why(which: str) -> None:
    answer, words = ANSWERS[which]
    assert look(URL, (), now=NOW, fetcher=FakeFetcher({URL: answer})).trouble == words


def test_what_came_last_time_is_not_sent_again() -> None:
    fetcher = FakeFetcher({URL: Page(calendar(SERIES[0]), etag='"1"')})
    first = look(URL, (), now=NOW, fetcher=fetcher)
    assert first.read is not None
    again = look(URL, (), now=NOW, fetcher=fetcher, etag=first.etag)
    assert (again.unchanged, again.etag) == (True, '"1"')


def test_a_packed_calendar_is_read() -> None:
    fetcher = FakeFetcher({URL: Page(gzip.compress(calendar(SERIES[0])), headers={"Content-Encoding": "gzip"})})
    found = look(URL, (), now=NOW, fetcher=fetcher)
    assert found.read is not None
    assert len(found.read.dates) > 20
