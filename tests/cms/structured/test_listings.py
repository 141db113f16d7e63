"""What a listing tells programs: valid by schema.org's own terms, the same on the page and by the API, and no more."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
import time_machine
from django.test import Client

from cms.listing_page import listed, listing
from cms.models import AccessFact, Asset, Kind, Place
from cms.told_to_machines import told_to_machines
from cms.visibility import PUBLIC
from tests.cms.structured.rules import faults
from tests.factories.assets import AssetAreaFactory, AssetFactory, CostOptionFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.pictures import PictureFactory
from tests.factories.places import PlaceAccessFactory, PlaceFactory
from tests.factories.schedules import SessionFactory, TermFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 23, 8, 20, tzinfo=UTC)
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(autouse=True)
def _monday_morning() -> Iterator[None]:
    with time_machine.travel(MONDAY, tick=False):
        yield


def told(asset: Asset) -> dict[str, Any]:
    """What the API says."""
    said: dict[str, Any] = json.loads(Client().get(f"/api/assets/{asset.uuid}/schema.org").content)
    return said


def on_page(asset: Asset) -> list[dict[str, Any]]:
    """The blocks of data in its page."""
    return [json.loads(text) for text in BLOCK.findall(Client().get(asset.get_absolute_url()).content.decode())]


def hall(**about: Any) -> Place:
    place = PlaceFactory(**{"name": "Mill Hall", "address": "2 Mill Street", "postcode": "TC1 1AA", **about})
    PlaceAccessFactory(place=place)
    PlaceAccessFactory(place=place, subject=AccessFact.Subject.PARKING, state=AccessFact.State.NO)
    PlaceAccessFactory(place=place, subject=AccessFact.Subject.TOILET, state=AccessFact.State.PARTLY, note="Upstairs")
    PlaceAccessFactory(place=place, subject=AccessFact.Subject.HEARING_LOOP, state=AccessFact.State.UNKNOWN)
    return place


def circle() -> Asset:
    asset = AssetFactory(name="Sewing", at=[hall()], cost="paid", min_age=18, organisation=OrganisationFactory())
    CostOptionFactory(asset=asset, pence=250)
    CostOptionFactory(asset=asset, pence=0, concession=True)
    SessionFactory(asset=asset, closed=["2026-12-22"], cancelled={"2026-12-01": "boiler"})
    return asset


def monthly() -> Asset:
    asset = AssetFactory(at=[hall()])
    SessionFactory(asset=asset, rhythm="monthly", days=["FR"], weeks_of_month=[2, -1], end=None)
    return asset


def fortnightly() -> Asset:
    asset = AssetFactory(at=[hall()], cost="free")
    SessionFactory(asset=asset, rhythm="fortnightly", days=["WE"], first=date(2026, 1, 7), until=date(2027, 6, 30))
    return asset


def online() -> Asset:
    asset = AssetFactory(online=True, url="https://sewing.example/")
    SessionFactory(asset=asset, rhythm="daily", days=[])
    return asset


def once() -> Asset:
    asset = AssetFactory(kind=Kind.ACTIVITY, at=[hall()], picture=PictureFactory())
    SessionFactory(asset=asset, rhythm="once", days=[], first=date(2026, 12, 5))
    return asset


def building() -> Asset:
    asset = AssetFactory(kind=Kind.PLACE, at=[hall()], cost="free")
    SessionFactory(asset=asset, days=["MO", "SA"], start=time(9), end=time(17))
    return asset


def service() -> Asset:
    asset = AssetFactory(kind=Kind.SERVICE, reach="area", organisation=OrganisationFactory())
    AssetAreaFactory(asset=asset, area__name="Low Moor")
    CostOptionFactory(asset=asset)
    return asset


def without_times() -> Asset:
    return AssetFactory(at=[hall()], url="https://sewing.example/", organisation=OrganisationFactory())


EVERY = [circle, monthly, fortnightly, online, once, building, service, without_times]


@pytest.mark.parametrize("made", EVERY)
def test_every_kind_is_valid_and_the_page_says_what_the_api_says(made: Callable[[], Asset]) -> None:
    asset = made()
    said = told(asset)
    assert faults(said) == []
    assert on_page(asset) == [said]


def test_a_series_tells_its_rhythm_and_the_days_it_is_not_on() -> None:
    series, first, second, *_ = told(circle())["@graph"]
    (rhythm,) = series["eventSchedule"]
    assert rhythm["exceptDate"][:2] == ["2026-12-01", "2026-12-22"]
    del rhythm["exceptDate"]
    assert rhythm == {
        "@type": "Schedule",
        "repeatFrequency": "P1W",
        "byDay": ["https://schema.org/Tuesday"],
        "startDate": "2026-01-06",
        "startTime": "13:30:00",
        "endTime": "15:30:00",
        "scheduleTimezone": "Europe/London",
    }
    assert (first["startDate"], first["endDate"]) == ("2026-11-24T13:30:00+00:00", "2026-11-24T15:30:00+00:00")
    assert first["eventStatus"] == "https://schema.org/EventScheduled"
    assert (second["startDate"], second["eventStatus"]) == (
        "2026-12-01T13:30:00+00:00",
        "https://schema.org/EventCancelled",
    )
    assert first["superEvent"] == {"@id": series["@id"]}


def test_a_bank_holiday_is_a_day_it_is_not_on() -> None:
    asset = AssetFactory(at=[hall()])
    SessionFactory(asset=asset, days=["FR"], first=date(2026, 1, 2))
    (rhythm,) = told(asset)["@graph"][0]["eventSchedule"]
    assert {"2026-12-25", "2027-01-01", "2027-03-26"} <= {*rhythm["exceptDate"]}


def test_days_of_a_month_are_written_as_calendars_write_them() -> None:
    (rhythm,) = told(monthly())["@graph"][0]["eventSchedule"]
    assert (rhythm["repeatFrequency"], rhythm["byDay"]) == ("P1M", ["2FR", "-1FR"])
    assert rhythm["startDate"] == "2026-01-09"


def test_the_weeks_of_a_fortnight_are_counted_from_its_first() -> None:
    (rhythm,) = told(fortnightly())["@graph"][0]["eventSchedule"]
    assert (rhythm["repeatFrequency"], rhythm["startDate"], rhythm["endDate"]) == ("P2W", "2026-01-07", "2027-06-30")


def test_holidays_are_days_it_is_not_on_and_terms_that_nobody_knows_make_no_rhythm() -> None:
    known = AssetFactory(at=[hall()])
    session = SessionFactory(asset=known, in_term_time=True)
    TermFactory(authority=session.authority, starts=date(2026, 11, 2), ends=date(2026, 12, 18))
    unknown = AssetFactory(at=[hall()])
    SessionFactory(asset=unknown, in_term_time=True)
    assert "2026-12-22" in told(known)["@graph"][0]["eventSchedule"][0]["exceptDate"]
    assert {node["@type"] for node in told(unknown)["@graph"]} == {"Event"}


def test_a_place_tells_its_address_its_point_and_what_is_known_of_getting_in() -> None:
    where = told(circle())["@graph"][0]["location"]
    assert where["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "2 Mill Street",
        "postalCode": "TC1 1AA",
        "addressCountry": "GB",
    }
    assert (where["geo"]["latitude"], where["geo"]["longitude"]) == (53.72, -1.98)
    known = {each["name"]: each["value"] for each in where["amenityFeature"]}
    assert known == {"Step-free": True, "Parking": False, "Toilet": "Upstairs"}


def test_a_date_is_where_its_session_is() -> None:
    library = PlaceFactory(name="Library", address="1 High Street", postcode="TC1 1AB")
    asset = AssetFactory(at=[hall()])
    SessionFactory(asset=asset)
    SessionFactory(asset=asset, place=library, days=["WE"])
    tuesday, wednesday = told(asset)["@graph"][1:3]
    assert {each["name"] for each in tuesday["location"]} == {"Mill Hall", "Library"}
    assert wednesday["location"]["name"] == "Library"


def test_a_place_known_to_its_sector_is_said_no_finer() -> None:
    rough = PlaceFactory(name="", address="9 Dimsdale Row", postcode="TC1 1", lat=53.7, lon=-1.9, precision="sector")
    asset = AssetFactory(at=[rough])
    SessionFactory(asset=asset)
    said = told(asset)
    assert said["@graph"][0]["location"] == {"@type": "Place", "address": "Somewhere near TC1 1"}
    assert not [word for word in ("Dimsdale", "GeoCoordinates", "53.7") if word in json.dumps(said)]


def test_one_whose_place_is_secret_tells_no_place() -> None:
    asset = AssetFactory(at=[hall()], secret=True)
    SessionFactory(asset=asset, place=PlaceFactory(name="Wicket Room", address="3 Mill Street"))
    for said in (told(asset), *on_page(asset)):
        text = json.dumps(said)
        assert "2026-11-24" in text
        assert [word for word in ("Mill", "TC1 1AA", "Wicket", '"Place"', "53.72") if word in text] == []


def test_what_it_costs() -> None:
    paid, free, unknown = (told(made())["@graph"][0] for made in (circle, fortnightly, monthly))
    assert [(each["price"], each["priceCurrency"]) for each in paid["offers"]] == [("2.50", "GBP"), ("0.00", "GBP")]
    assert (paid["isAccessibleForFree"], free["isAccessibleForFree"]) == (False, True)
    assert "isAccessibleForFree" not in unknown
    assert paid["typicalAgeRange"] == "18-"


def test_one_that_is_paused_promises_no_dates() -> None:
    asset = AssetFactory(at=[hall()], room="paused")
    SessionFactory(asset=asset)
    assert told(asset)["@type"] == "Organization"


@pytest.mark.parametrize(
    "hostile", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "a & b \u2028 c", '"}] ,', "</ScRiPt >"]
)
def test_no_words_of_anybody_get_out_of_the_block(hostile: str) -> None:
    asset = AssetFactory(name=f"Tea {hostile}", summary=hostile, at=[hall(name=hostile)])
    SessionFactory(asset=asset)
    page = Client().get(asset.get_absolute_url()).content.decode()
    (block,) = BLOCK.findall(page)
    assert not [sign for sign in "<>&\u2028" if sign in block]
    series = json.loads(block)["@graph"][0]
    assert (series["name"], series["location"]["name"]) == (f"Tea {hostile}", hostile)


def test_what_is_for_workers_alone_tells_programs_nothing(client: Client) -> None:
    """Not even in the page that they see."""
    asset = AssetFactory(name="Told of, and not asked yet", unasked=True)
    client.force_login(UserFactory(role="Workers"))
    page = client.get(asset.get_absolute_url()).content.decode()
    assert asset.name in page
    assert BLOCK.findall(page) == []
    assert client.get(f"/api/assets/{asset.uuid}/schema.org").status_code == 404


def test_it_asks_for_nothing_that_the_page_has_not_read(django_assert_num_queries: Any) -> None:
    made = circle()
    SessionFactory(asset=made, days=["WE"], place=hall(name="Library"))
    asset = listed(Asset.objects.filter(pk=made.pk)).get()
    shown = listing(asset, viewer=PUBLIC, now=MONDAY)
    with django_assert_num_queries(0):
        assert told_to_machines(asset, shown, now=MONDAY)["@graph"]
