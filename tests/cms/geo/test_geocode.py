"""The geocoder of the installation: one contract for ours, the null one and any other of geopy's."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from geopy.exc import GeocoderTimedOut
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from pytest_django import Settings

from cms.geo.answers import Found, NotFound
from cms.geo.gazetteer import TableGazetteer
from cms.geo.geocode import FindingGeocoder, NullGeocoder, OfflineGeocoder, get_geocoder

OURS = "cms.geo.geocode.OfflineGeocoder"
NULL = "cms.geo.geocode.NullGeocoder"
OTHER = f"{__name__}.OtherGeocoder"
BROKEN = f"{__name__}.BrokenGeocoder"
POINT = (53.4251, -2.32)


class OtherGeocoder(Geocoder):
    """A geocoder from elsewhere that knows one house."""

    def __init__(self, *, house: str = "4 Cross Street, Sale") -> None:
        super().__init__()
        self.house = house

    def geocode(self, query: str, *, exactly_one: bool = True, timeout: Any = None) -> Any:
        location = Location(self.house, (*POINT, 0.0), {}) if query == self.house else None
        return location if exactly_one or location is None else [location]


class BrokenGeocoder(Geocoder):
    """A geocoder from elsewhere that cannot answer just now, or ever."""

    def __init__(self, *, error: str = "timeout") -> None:
        super().__init__()
        self.error = GeocoderTimedOut("slow") if error == "timeout" else KeyError("lat")

    def geocode(self, query: str, *, exactly_one: bool = True, timeout: Any = None) -> Any:
        raise self.error

    def reverse(self, query: Any, *, exactly_one: bool = True, timeout: Any = None) -> Any:
        raise self.error


@pytest.fixture
def set_geocoder(settings: Settings) -> Any:
    def choose(dotted_path: str, **kwargs: Any) -> FindingGeocoder:
        settings.CONNECTOR_GEOCODER = {"class": dotted_path, "kwargs": kwargs}
        return get_geocoder()

    return choose


@pytest.fixture(params=[OURS, NULL, OTHER, BROKEN])
def any_geocoder(request: pytest.FixtureRequest, set_geocoder: Any) -> Iterator[FindingGeocoder]:
    return set_geocoder(request.param)


@pytest.mark.parametrize("text", ["M33 7ZF", "4 Cross Street, Sale", "", "🐈", "x" * 5000, "M", "QT44"])
def test_every_geocoder_answers_any_text(any_geocoder: FindingGeocoder, text: str) -> None:
    answer, location = any_geocoder.find(text), any_geocoder.geocode(text)
    assert isinstance(answer, Found | NotFound)
    assert isinstance(answer, Found) == isinstance(location, Location)
    assert answer.label == location.address if isinstance(answer, Found) else answer.reason.endswith(".")


def test_every_geocoder_is_one_of_geopys(any_geocoder: FindingGeocoder) -> None:
    assert isinstance(any_geocoder, Geocoder)
    assert any_geocoder.reverse(POINT) is None or isinstance(any_geocoder.reverse(POINT), Location)


def test_every_geocoder_makes_a_home_coarse(any_geocoder: FindingGeocoder) -> None:
    kept = any_geocoder.coarse(Found("4 Cross Street, Sale", *POINT, "street"))
    assert (kept.label, kept.precision) == ("M33 7", "sector")


def test_ours_gives_a_location_that_carries_ward_and_precision(set_geocoder: Any) -> None:
    location = set_geocoder(OURS).geocode("m337zf")
    assert location.address == "M33 7ZF"
    assert (location.latitude, location.longitude) == (53.4251, -2.32)
    assert location.raw["precision"] == "unit"
    assert (location.raw["ward_code"], location.raw["district_code"]) == ("E05015254", "E08000009")


def test_ours_can_give_all_of_one_name(set_geocoder: Any) -> None:
    addresses = [location.address for location in set_geocoder(OURS).geocode("Newport", exactly_one=False)]
    assert addresses[0] == "Newport"
    assert {"Newport, Isle of Wight", "Newport, Pembrokeshire"} < set(addresses)


def test_ours_goes_from_a_point_to_its_sector(set_geocoder: Any) -> None:
    ours = set_geocoder(OURS)
    location = ours.reverse("53.4251, -2.32")
    assert (location.address, location.raw["district_code"]) == ("M33 7", "E08000009")
    assert ours.reverse(POINT, exactly_one=False) == [location]
    assert ours.reverse((48.85, 2.35)) is None


def test_ours_knows_the_tables_of_the_installation(set_geocoder: Any) -> None:
    assert set_geocoder(OURS).find("ZM1 2SA").ward_name == "Weavers Fold"


def test_ours_can_be_told_where_the_council_is(set_geocoder: Any) -> None:
    assert set_geocoder(OURS, near=(52.7, -2.5)).find("Newport").label == "Newport, Telford and Wrekin"


def test_ours_can_be_given_a_gazetteer(table: TableGazetteer) -> None:
    geocoder = OfflineGeocoder(gazetteer=table)
    assert geocoder.geocode("QT4 4").raw["ward_name"] == "Bank Top"
    assert str(geocoder.find("QT44")) == "We don't know QT44. Is it QT4 4?"


def test_ours_and_the_null_one_can_ask_no_network() -> None:
    for geocoder in (OfflineGeocoder(), NullGeocoder()):
        with pytest.raises(RuntimeError, match="asks no network"):
            geocoder.adapter.get_json("http://localhost", timeout=1, headers={})
        with pytest.raises(RuntimeError, match="asks no network"):
            geocoder.adapter.get_text("http://localhost", timeout=1, headers={})


def test_the_null_one_says_that_look_ups_are_off(set_geocoder: Any) -> None:
    assert str(set_geocoder(NULL).find("Sale")).startswith("Looking up places is turned off here.")


def test_another_geocoder_takes_our_place(set_geocoder: Any) -> None:
    found = set_geocoder(OTHER, house="The Old Mill").find("The Old Mill")
    assert (found.label, found.lat, found.lon, found.precision) == ("The Old Mill", *POINT, "street")
    assert set_geocoder(OTHER).find("Nowhere") == NotFound(
        "We don't know that place. Check the spelling, or try its postcode."
    )


@pytest.mark.parametrize("error", ["timeout", "other"])
def test_a_geocoder_that_fails_gives_a_sentence_and_no_secret(
    set_geocoder: Any, caplog: pytest.LogCaptureFixture, error: str
) -> None:
    broken = set_geocoder(BROKEN, error=error)
    with caplog.at_level(logging.WARNING):
        answer = broken.find("4 Cross Street, Sale")
    assert answer == NotFound("We could not look that up just now. Wait a minute and try again.")
    assert broken.geocode("Sale") is None
    assert broken.reverse(POINT) is None
    assert "Cross Street" not in caplog.text


def test_the_geocoder_is_made_once_for_a_setting(settings: Settings) -> None:
    settings.CONNECTOR_GEOCODER = {"class": OURS, "kwargs": {}}
    first = get_geocoder()
    assert get_geocoder() is first
    settings.CONNECTOR_GEOCODER = {"class": NULL, "kwargs": {}}
    assert isinstance(get_geocoder(), NullGeocoder)


@pytest.mark.parametrize(
    "setting",
    [
        "cms.geo.geocode.OfflineGeocoder",
        {"kwargs": {}},
        {"class": "cms.geo.geocode.Nothing", "kwargs": {}},
        {"class": "no.such.module", "kwargs": {}},
        {"class": OURS, "kwargs": {"colour": "blue"}},
    ],
)
def test_a_wrong_setting_says_which(settings: Settings, setting: Any) -> None:
    settings.CONNECTOR_GEOCODER = setting
    with pytest.raises(ImproperlyConfigured, match="CONNECTOR_GEOCODER"):
        get_geocoder()
