"""“I know one that isn't here”: three lines on the match page become a listing that workers see and nobody else."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils.html import escape
from pytest_django import Settings

from cms.models import Asset, AssetInterest, Place
from search.engines import get_engine
from tests.engines.shared import SharedEngine
from tests.factories.assets import AssetFactory
from tests.factories.places import PlaceFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db
NOTE = {"note": "She loves embroidery.", "travel": "foot"}
TOLD = {"tell-name": "Thursday Embroidery", "tell-where": "Mill Hall, M33 7ZF", "tell-when": "Thursdays after dinner"}


@pytest.fixture
def catalogue(up_to_date: Callable[[], None]) -> Callable[[], None]:
    AssetFactory(name="Sewing Circle", interests=["embroidery"])
    up_to_date()
    return up_to_date


def test_it_is_a_listing_for_workers_at_once(priya: Client, catalogue: Callable[[], None]) -> None:
    page = priya.post("/match/", NOTE | TOLD | {"press": "tell"}).content.decode()
    assert "Your colleagues see “Thursday Embroidery” from now on" in page
    assert "She loves embroidery." in page, "the note stays"
    assert "Sewing Circle" in page, "and is answered"
    asset = Asset.objects.get(name="Thursday Embroidery")
    assert (asset.live, asset.unasked, asset.met, asset.opening_words) == (True, True, False, "Thursdays after dinner")
    catalogue()
    answer = priya.post("/match/", NOTE | {"near": "M33", "press": "show"}).content.decode()
    assert "Thursday Embroidery" in answer
    assert "Nobody has asked the group yet" in answer
    assert priya.get(asset.get_absolute_url()).status_code == 200


def test_nobody_else_comes_upon_it(priya: Client, client: Client, catalogue: Callable[[], None]) -> None:
    priya.post("/match/", NOTE | TOLD | {"press": "tell"})
    catalogue()
    asset = Asset.objects.get(unasked=True)
    public = Client()
    for path in (f"/listings/{asset.uuid}/", f"/api/assets/{asset.uuid}", f"/api/assets/{asset.uuid}/schema.org"):
        assert public.get(path).status_code == 404
    for path in ("/search/?q=embroidery", "/api/search?q=embroidery", "/api/suggest?q=thursday"):
        assert "Thursday Embroidery" not in public.get(path).content.decode()
    priya.post("/match/kept/", {"keep": str(asset.uuid)})
    assert "Thursday Embroidery" not in priya.get("/match/take-home/").content.decode(), "paper lies on any table"


def test_once_the_group_was_asked_everybody_does(priya: Client, catalogue: Callable[[], None]) -> None:
    priya.post("/match/", NOTE | TOLD | {"press": "tell"})
    Asset.objects.get(unasked=True).save()
    asset = Asset.objects.get(unasked=True)
    asset.unasked = False
    asset.save()
    catalogue()
    assert "Thursday Embroidery" in Client().get("/search/?q=embroidery").content.decode()


def test_a_place_of_that_name_is_taken_and_a_postcode_placed(priya: Client, catalogue: Callable[[], None]) -> None:
    hall = PlaceFactory(name="Mill Hall", lat=53.42, lon=-2.32)
    priya.post("/match/", NOTE | TOLD | {"press": "tell", "tell-where": "mill hall"})
    assert Asset.objects.get(unasked=True).asset_places.get().place == hall
    priya.post("/match/", NOTE | TOLD | {"press": "tell", "tell-name": "Another"})
    made = Place.objects.get(name="Mill Hall, M33 7ZF")
    assert made.precision == Place.Precision.SECTOR
    assert made.lat is not None


def test_its_name_suggests_what_it_is_about(priya: Client, catalogue: Callable[[], None]) -> None:
    priya.post("/match/", NOTE | TOLD | {"press": "tell"})
    row = AssetInterest.objects.get(asset__unasked=True)
    assert (row.interest.code, row.state) == ("embroidery", "suggested")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"tell-name": ""}, "Say what it is called."),
        ({"tell-where": " "}, "Say where it is"),
        ({"tell-when": ""}, "Say when it is on"),
        ({"tell-name": "sewing circle"}, "That one is here already."),
        ({"tell-name": "Mrs Ogden’s sewing"}, "Leave out who it is"),
        ({"tell-where": "14 Mill Lane, M33 7ZF"}, "Leave out the number of the house"),
        ({"tell-when": "Thursdays after dinner, ring 0161 496 0123"}, "Leave out telephone"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(
    priya: Client, catalogue: Callable[[], None], changed: dict[str, str], said: str
) -> None:
    page = priya.post("/match/", NOTE | TOLD | {"press": "tell"} | changed).content.decode()
    assert said in page
    assert all(escape(typed.strip()) in page for typed in (NOTE | TOLD | changed).values())
    assert not Asset.objects.filter(unasked=True).exists()


def test_without_an_answer_nothing_is_told_and_the_next_press_tells_it(
    priya: Client, catalogue: Callable[[], None], settings: Settings
) -> None:
    well = settings.CONNECTOR_SEARCH_ENGINE
    settings.CONNECTOR_SEARCH_ENGINE, settings.CONNECTOR_SEARCH_SPARE = "tests.engines.shared", ""
    away = get_engine()
    assert isinstance(away, SharedEngine)
    away.away = True
    assert priya.post("/match/", NOTE | TOLD | {"press": "tell"}).status_code == 503
    assert not Asset.objects.filter(unasked=True).exists()
    settings.CONNECTOR_SEARCH_ENGINE = well
    page = priya.post("/match/", NOTE | TOLD | {"press": "tell"}).content.decode()
    assert "Your colleagues see “Thursday Embroidery” from now on" in page
    assert Asset.objects.filter(unasked=True).count() == 1


def test_another_press_loses_nothing_that_was_typed_there(priya: Client, catalogue: Callable[[], None]) -> None:
    page = priya.post("/match/", NOTE | TOLD | {"press": "show"}).content.decode()
    assert "Thursday Embroidery" in page
    assert "Tell us about it" in page
    assert not Asset.objects.filter(unasked=True).exists()


def test_a_connector_finds_what_has_to_be_asked(priya: Client, client: Client, catalogue: Callable[[], None]) -> None:
    priya.post("/match/", NOTE | TOLD | {"press": "tell"})
    desk = Client()
    desk.force_login(UserFactory(role="Connectors"), backend=BACKEND)
    listed = desk.get("/admin/snippets/cms/asset/?unasked=yes").content.decode()
    assert "Thursday Embroidery" in listed
    assert "Sewing Circle" not in listed
    assert "group to ask" in desk.get("/admin/").content.decode()
