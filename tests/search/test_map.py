"""What the map beside the results is told: spots of the list, a coarse ring, no other host unless one is set."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from pytest_django import Settings

from cms.cards import Spot
from cms.geo.geocode import get_geocoder
from cms.models import Asset, Kind, Place
from cms.whereabouts import spot_of, spot_on_a_list
from connector.core.tiles import tile_source
from search.map_context import you
from tests.factories.assets import AssetFactory
from tests.factories.places import AreaFactory, PlaceFactory

TILES = "https://{s}.tiles.example/{z}/{x}/{y}.png"


@pytest.mark.django_db
def test_the_list_holds_its_spots(client: Client, up_to_date: Callable[[], None]) -> None:
    hall = PlaceFactory(name="Mill Hall", ward=AreaFactory(code="E05099999"))
    AssetFactory(name="Looms", at=[hall])
    AssetFactory(name="Anywhere")
    up_to_date()
    html = client.get("/search/").content.decode()
    assert html.count("data-at=") == 1
    assert 'data-at="53.72000,-1.98000" data-place="Mill Hall" data-ward="E05099999"' in html
    assert "data-map hidden" in html
    assert "data-tiles" not in html
    assert "data-you" not in html


@pytest.mark.django_db
def test_without_a_list_there_is_no_map(client: Client, up_to_date: Callable[[], None]) -> None:
    up_to_date()
    assert "data-map" not in client.get("/search/", {"q": "zzzz"}).content.decode()


@pytest.mark.parametrize("typed", ["ZM1 2SA", "ZM1 2", "Carder Street"])
def test_the_ring_is_never_finer_than_a_sector(db: None, typed: str) -> None:
    at, words = you(get_geocoder().find(typed)) or ("", "")
    sector = get_geocoder().find("ZM1 2")
    assert (at, words) == (f"{sector.lat:.3f},{sector.lon:.3f}", "near ZM1 2")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "ring"),
    [
        ({"q": "wheel", "near": "ZM1 2SA"}, True),
        ({"q": "wheel near ZM1 2SA"}, True),
        ({"q": "wheel"}, False),
        ({"q": "wheel", "near": "here"}, False),
    ],
)
def test_there_is_a_ring_where_a_place_was_typed_or_said(
    client: Client, up_to_date: Callable[[], None], asked: dict[str, str], ring: bool
) -> None:
    AssetFactory(name="Wheel and Clay", reach="online")
    up_to_date()
    assert ("data-you" in client.get("/search/", asked).content.decode()) is ring


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "spot"),
    [
        ({"name": "Mill Hall"}, Spot("53.72000,-1.98000", "Mill Hall")),
        ({"name": ""}, Spot("53.72000,-1.98000", "2 Mill Street")),
        ({"nowhere": True}, None),
        ({"name": "", "precision": "sector", "postcode": "M33 7"}, Spot("53.72,-1.98", "M33 7", sector="M33 7")),
        ({"name": "Hut", "precision": "sector", "postcode": "M33 7ZF"}, Spot("53.72,-1.98", "Hut", sector="M33 7")),
        ({"name": "Hut", "precision": "sector", "postcode": ""}, Spot("53.72,-1.98", "Hut", sector="about")),
    ],
)
def test_a_place_as_a_spot(fields: dict, spot: Spot | None) -> None:
    assert spot_of(PlaceFactory(**fields)) == spot


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "shown"),
    [({}, True), ({"kind": Kind.OFFER}, False), ({"reach": Asset.Reach.VISITING}, False), ({"online": True}, False)],
)
def test_only_what_people_go_to_has_a_pin(fields: dict, shown: bool) -> None:
    place: Place = PlaceFactory()
    assert (spot_on_a_list(AssetFactory(at=[place], **fields), place) is not None) == shown


@pytest.mark.django_db
def test_tiles_are_a_setting(client: Client, settings: Settings, up_to_date: Callable[[], None]) -> None:
    settings.CONNECTOR_MAP_TILES, settings.CONNECTOR_MAP_ATTRIBUTION = TILES, "© Somebody"
    AssetFactory(at=[PlaceFactory()])
    up_to_date()
    assert f'data-tiles="{TILES}" data-credit="© Somebody"' in client.get("/search/").content.decode()


@pytest.mark.parametrize(
    ("template", "source"),
    [
        ("", ""),
        ("/tiles/{z}/{x}/{y}.png", ""),
        ("https://tiles.example/{z}/{x}/{y}.png?key=1", "https://tiles.example"),
        ("https://tiles.example:8443/{z}/{x}/{y}", "https://tiles.example:8443"),
        (TILES, "https://*.tiles.example"),
    ],
)
def test_the_content_policy_lets_through_the_tiles_host_alone(template: str, source: str) -> None:
    assert tile_source(template, "© Somebody") == source


@pytest.mark.parametrize(
    ("template", "attribution", "says"),
    [
        ("https://tiles.example/tile.png", "©", "needs {z}"),
        ("https://tiles.example/{z}/{x}/{y}.png", "", "CONNECTOR_MAP_ATTRIBUTION"),
        ("http://tiles.example/{z}/{x}/{y}.png", "©", "begin with https"),
        ("//tiles.example/{z}/{x}/{y}.png", "©", "begin with https"),
        ("https://a; script-src *.x/{z}/{x}/{y}", "©", "begin with https"),
    ],
)
def test_tiles_that_are_set_wrongly_say_what_to_do(template: str, attribution: str, says: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=says):
        tile_source(template, attribution)
