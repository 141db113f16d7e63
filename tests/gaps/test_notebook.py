"""The gap notebook through the match page and the admin: what is written down, once, and nobody in it."""

from collections.abc import Callable
from datetime import date

import pytest
from django.forms.models import model_to_dict
from django.test import Client

from cms.models import AssetInterest
from connector.gaps.models import Gap
from connector.gaps.weeks import week_of, weeks_before
from tests.factories.assets import AssetFactory
from tests.factories.gaps import GapFactory
from tests.factories.places import PlaceFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db
ASKED = {"near": "M33 7ZF", "travel": "foot", "press": "show"}


@pytest.fixture
def priya(client: Client) -> Client:
    client.force_login(UserFactory(role="Workers"), backend=BACKEND)
    return client


@pytest.fixture
def catalogue(up_to_date: Callable[[], None]) -> None:
    AssetFactory(name="Sewing Circle", interests=["embroidery"], at=[PlaceFactory(lat=53.424, lon=-2.322)])
    up_to_date()


def test_what_nothing_near_meets_is_written_down_and_told(priya: Client, catalogue: None) -> None:
    note = {"note": "She loves embroidery and bell ringing, says Mrs Ogden."}
    page = priya.post("/match/", ASKED | note).content.decode()
    assert "No good match near for bell ringing." in page
    (row,) = Gap.objects.all()
    kept = model_to_dict(row, exclude=["id"])
    assert kept.pop("area") == "Trafford, ward E05015254"
    assert kept.pop("area_code").startswith("E05")
    assert kept == {
        "interest": "bell-ringing",
        "label": "Bell ringing",
        "obstacle": "nothing",
        "subject": "",
        "week": week_of(date.today()),
        "times": 1,
    }


def test_a_good_match_is_no_gap(priya: Client, catalogue: None) -> None:
    page = priya.post("/match/", ASKED | {"note": "She loves embroidery."}).content.decode()
    assert "Sewing Circle" in page
    assert "No good match" not in page
    assert not Gap.objects.exists()


def test_one_listing_may_meet_two_likings(priya: Client, up_to_date: Callable[[], None]) -> None:
    hall = PlaceFactory(lat=53.424, lon=-2.322)
    AssetFactory(name="Bells and Thread", interests=["embroidery"], suggested=["bell-ringing"], at=[hall])
    AssetFactory(name="Sewing Circle", interests=["embroidery"], at=[hall])
    up_to_date()
    page = priya.post("/match/", ASKED | {"note": "She loves embroidery. She misses bell ringing."}).content.decode()
    assert "Bells and Thread" in page
    assert "No good match" not in page
    assert not Gap.objects.exists()


def test_what_somebody_took_off_a_listing_is_none_of_it(priya: Client, up_to_date: Callable[[], None]) -> None:
    hall = PlaceFactory(lat=53.424, lon=-2.322)
    asset = AssetFactory(name="Sewing Circle", interests=["embroidery", "bell-ringing"], at=[hall])
    AssetInterest.objects.filter(asset=asset, interest__code="bell-ringing").update(state="removed")
    up_to_date()
    priya.post("/match/", ASKED | {"note": "She loves embroidery and bell ringing."})
    assert [row.interest for row in Gap.objects.all()] == ["bell-ringing"]


def test_one_that_is_too_far_is(priya: Client, catalogue: None) -> None:
    page = priya.post("/match/", ASKED | {"note": "She loves embroidery.", "near": "OL1"}).content.decode()
    assert "No good match near for embroidery (there is some, too far away)." in page
    assert Gap.objects.get().obstacle == "far"


def test_one_visit_counts_once_and_the_next_one_again(priya: Client, catalogue: None) -> None:
    for _ in range(3):
        page = priya.post("/match/", ASKED | {"note": "bell ringing"}).content.decode()
        assert "No good match near for bell ringing." in page, "told each time"
    assert Gap.objects.get().times == 1
    another = Client()
    another.force_login(UserFactory(role="Workers"), backend=BACKEND)
    another.post("/match/", ASKED | {"note": "bell ringing"})
    assert Gap.objects.get().times == 2
    assert "bell" not in str(dict(another.session.items()))


def test_typing_writes_nothing_down(priya: Client, catalogue: None) -> None:
    priya.post("/match/", {"note": "bell ringing", "near": "M33 7ZF", "travel": "foot"}, headers={"HX-Request": "true"})
    typed = {"HX-Request": "true", "HX-Trigger": "match"}
    priya.post("/match/", ASKED | {"note": "bell ringing"}, headers=typed)
    assert not Gap.objects.exists(), "htmx sends the last button along"
    priya.post("/match/", ASKED | {"note": "bell ringing"}, headers={"HX-Request": "true", "HX-Trigger": "show"})
    assert Gap.objects.exists()


def test_without_a_place_there_is_no_ward_to_write_down(priya: Client, catalogue: None) -> None:
    priya.post("/match/", {"note": "bell ringing", "press": "show", "travel": "foot"})
    assert not Gap.objects.exists()


def test_a_connector_sees_the_list_and_takes_it_along(client: Client) -> None:
    GapFactory(times=4)
    GapFactory(times=3, week="2026-W47")
    GapFactory(interest="=1+1", label="=1+1", obstacle="access", subject="step_free")
    client.force_login(UserFactory(role="Connectors"), backend=BACKEND)
    page = client.get("/admin/snippets/gaps/gap/").content.decode()
    for words in ("Whippets", "Bank Top", "there is nothing near", "they cannot get in: step-free", ">7<"):
        assert words in page.replace("\n", "").replace("  ", ""), words
    assert "Add" not in page.partition("<main")[2].partition("Filter")[0]
    sheet = client.get("/admin/snippets/gaps/gap/?export=csv")
    told = b"".join(sheet.streaming_content).decode()  # type: ignore[attr-defined]
    assert "whippets" in told
    assert "'=1+1" in told


@pytest.mark.parametrize("role", ["Workers", "Managers", "Group editors"])
def test_nobody_else_does(client: Client, role: str) -> None:
    client.force_login(UserFactory(role=role), backend=BACKEND)
    assert client.get("/admin/snippets/gaps/gap/").status_code in {302, 403}


def test_weeks_are_written_as_they_are_counted() -> None:
    assert week_of(date(2026, 11, 29)) == "2026-W48"
    assert week_of(date(2027, 1, 1)) == "2026-W53"
    assert weeks_before(date(2027, 1, 8), 2) == "2026-W52"
