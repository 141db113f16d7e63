"""What nobody knows and a match hangs on, by the match page and the admin: asked once, counted, closed by itself."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.serializers import serialize
from django.forms.models import model_to_dict
from django.test import Client
from django.utils import timezone

from cms.models import Asset, AssetAccess, AssetPlace
from connector.asking.models import AccessQuestion
from connector.asking.wording import needed
from tests.core.markup import faults
from tests.factories.asking import AccessQuestionFactory
from tests.factories.assets import AssetAccessFactory, AssetFactory, AssetPlaceFactory, ContactFactory
from tests.factories.places import PlaceAccessFactory, PlaceFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db
NOTE = {"note": "Mrs Zibbleworth loves embroidery. Uses a wheelchair.", "near": "M33 7ZF", "travel": "foot"}
UNKNOWN, WILL, THERE = "Step-free: not known.", "We will ask them.", "They were asked already."


def a_worker() -> Client:
    browser = Client()
    browser.force_login(UserFactory(role="Workers"), backend=BACKEND)
    return browser


@pytest.fixture
def priya() -> Client:
    return a_worker()


@pytest.fixture
def circle(up_to_date: Callable[[], None]) -> Asset:
    asset: Asset = AssetFactory(
        name="Sewing Circle", interests=["embroidery"], at=[PlaceFactory(lat=53.424, lon=-2.322)]
    )
    ContactFactory(asset=asset, name="Maureen Threadgold", phone="01632 960 014")
    up_to_date()
    return asset


def answer(browser: Client, **pressed: str) -> str:
    return browser.post("/match/", NOTE | pressed).content.decode()


def asks(asset: Asset, subject: str = "step_free") -> str:
    return f"ask:{asset.uuid}:{subject}"


def test_looking_and_typing_ask_nothing(priya: Client, circle: Asset) -> None:
    priya.get("/match/")
    page = answer(priya, press="show")
    assert UNKNOWN in page
    assert f'value="{asks(circle)}"' in page
    assert WILL not in page
    priya.post("/match/", NOTE, headers={"HX-Request": "true", "HX-Trigger": "match"})
    priya.get(f"/listings/{circle.uuid}/")
    assert not AccessQuestion.objects.exists()


def test_a_press_writes_a_row_with_nobody_in_it(priya: Client, circle: Asset) -> None:
    page = answer(priya, press=asks(circle))
    assert faults(page, whole=True) == []
    assert UNKNOWN in page
    assert WILL in page
    assert "Ask them" not in page
    assert NOTE["note"] in page, "what was typed stays"
    (row,) = AccessQuestion.objects.all()
    today = timezone.localdate()
    assert model_to_dict(row, exclude=["id"]) == {
        "asset": circle.pk,
        "subject": "step_free",
        "times": 1,
        "first_asked": today,
        "last_asked": today,
        "state": "open",
        "unsure_on": None,
    }
    kept = serialize("json", [row]) + str(dict(priya.session.items()))
    for words in ("Zibbleworth", "embroidery", "wheelchair", "M33", "step_free:"):
        assert words not in kept.replace('"subject": "step_free"', ""), words


def test_by_script_the_answer_says_the_same(priya: Client, circle: Asset) -> None:
    pressed = {"HX-Request": "true", "HX-Trigger": "match"}
    page = priya.post("/match/", NOTE | {"press": asks(circle)}, headers=pressed).content.decode()
    assert WILL in page
    assert "<html" not in page


def test_keeping_asks_what_the_match_hangs_on(priya: Client, circle: Asset) -> None:
    assert WILL in answer(priya, keep=str(circle.uuid))
    assert AccessQuestion.objects.get().times == 1
    answer(priya, drop=str(circle.uuid))
    assert AccessQuestion.objects.get().times == 1
    sure = {"note": "She loves embroidery."}
    a_worker().post("/match/", NOTE | sure | {"keep": str(circle.uuid)})
    assert AccessQuestion.objects.get().times == 1, "it hung on nothing"


def test_one_visit_counts_once_and_the_next_one_again(
    priya: Client, circle: Asset, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        assert WILL in answer(priya, press=asks(circle), keep=str(circle.uuid))
    assert WILL in answer(priya), "told as long as the visit lasts"
    AccessQuestion.objects.update(first_asked=date(2026, 1, 2), last_asked=date(2026, 1, 2))
    sam = a_worker()
    assert WILL not in answer(sam), "nobody is told that somebody else asked"
    answer(sam, press=asks(circle))
    row = AccessQuestion.objects.get()
    assert (row.times, row.first_asked, row.last_asked) == (2, date(2026, 1, 2), timezone.localdate())


def test_only_what_a_card_told_can_be_asked(priya: Client, circle: Asset) -> None:
    other = AssetFactory(name="Wednesday Walkers")
    for pressed in (
        asks(other),
        asks(circle, "parking"),
        asks(circle, "x" * 99),
        "ask:",
        "ask:::",
        f"ask:{circle.uuid}",
    ):
        assert answer(priya, press=pressed)
    answer(priya, keep=str(other.uuid))
    assert not AccessQuestion.objects.exists()


@pytest.mark.parametrize("role", ["Group editors", "Managers", None])
def test_nobody_but_who_visits_people_asks(client: Client, circle: Asset, role: str | None) -> None:
    if role:
        client.force_login(UserFactory(role=role), backend=BACKEND)
    assert client.post("/match/", NOTE | {"press": asks(circle)}).status_code in {302, 403}
    assert not AccessQuestion.objects.exists()


def test_a_group_that_was_asked_is_not_asked_again(priya: Client, circle: Asset) -> None:
    AccessQuestionFactory(asset=circle, state="asked")
    page = answer(priya)
    assert THERE in page
    assert "Ask them" not in page
    answer(priya, keep=str(circle.uuid))
    row = AccessQuestion.objects.get()
    assert (row.state, row.times) == ("asked", 2), "it waits for its answer, and is counted"


@pytest.mark.parametrize("state", ["yes", "no", "partly"])
def test_it_closes_when_the_listing_says(circle: Asset, state: str) -> None:
    row, parking = AccessQuestionFactory(asset=circle), AccessQuestionFactory(asset=circle, subject="parking")
    elsewhere = AccessQuestionFactory()
    AssetAccessFactory(asset=circle, state="unknown")
    row.refresh_from_db()
    assert row.state == "open", "not known is no answer"
    fact = AssetAccess.objects.get(asset=circle)
    fact.state = state
    fact.save()
    states = [each.state for each in AccessQuestion.objects.order_by("pk")]
    assert states == ["answered", "open", "open"], (row, parking, elsewhere)


def test_it_closes_when_its_places_say(circle: Asset) -> None:
    asked = AccessQuestionFactory(asset=circle, state="asked")
    second = PlaceFactory(lat=53.43, lon=-2.33)
    AssetPlaceFactory(asset=circle, place=second)
    PlaceAccessFactory(place=AssetPlace.objects.filter(asset=circle).earliest("pk").place)
    asked.refresh_from_db()
    assert asked.state == "asked", "of one of two"
    PlaceAccessFactory(place=second)
    asked.refresh_from_db()
    assert asked.state == "answered"


def test_what_is_known_by_now_is_not_asked_and_what_is_lost_again_is(
    priya: Client, circle: Asset, up_to_date: Callable[[], None]
) -> None:
    fact = AssetAccessFactory(asset=circle)
    assert WILL not in answer(priya, press=asks(circle)), "search has not heard of it yet"
    assert not AccessQuestion.objects.exists()
    up_to_date()
    assert "Ask them" not in answer(priya)
    AccessQuestionFactory(asset=circle, state="answered", times=4)
    fact.delete()
    up_to_date()
    assert WILL in answer(priya, press=asks(circle))
    row = AccessQuestion.objects.get()
    assert (row.state, row.times) == ("open", 5)


def test_staff_see_the_list_and_the_listing_says_so(client: Client, circle: Asset) -> None:
    AccessQuestionFactory(asset=circle, times=3)
    AccessQuestionFactory(asset=circle, subject="hearing_loop", state="answered")
    AccessQuestionFactory(asset__name="=1+1", subject="parking", state="asked")
    client.force_login(UserFactory(role="Connectors"), backend=BACKEND)
    address, edit = "/admin/snippets/asking/accessquestion/", f"/admin/snippets/cms/asset/edit/{circle.pk}/"

    def listed(query: str = "") -> str:
        return client.get(f"{address}{query}").content.decode().partition("<main")[2]

    page = listed()
    assert f"{edit}#tab-access" in page
    assert [words in page for words in ("Sewing Circle", "=1+1", "to be asked", "known now")] == [True] * 4
    assert "accessquestion/add" not in page
    narrowed = listed("?state=open&subject=step_free")
    assert "Sewing Circle" in narrowed
    assert "=1+1" not in narrowed
    assert "Sewing Circle" not in listed("?state=asked")
    sheet = b"".join(client.get(f"{address}?export=csv").streaming_content).decode()  # type: ignore[attr-defined]
    assert "'=1+1" in sheet
    told = client.get(edit).content.decode()
    assert "Needed on 3 visits, on 2 November 2026." in told
    assert "nobody does" not in client.get(f"/admin/snippets/cms/asset/edit/{AssetFactory().pk}/").content.decode()


@pytest.mark.parametrize("role", ["Workers", "Managers", "Group editors"])
def test_nobody_else_does(client: Client, role: str) -> None:
    AccessQuestionFactory()
    client.force_login(UserFactory(role=role), backend=BACKEND)
    assert client.get("/admin/snippets/asking/accessquestion/").status_code in {302, 403}


def test_nothing_is_added_changed_or_deleted_by_hand(client: Client) -> None:
    row = AccessQuestionFactory()
    client.force_login(UserFactory(role="Administrators"), backend=BACKEND)
    for rest in ("add/", f"edit/{row.pk}/", f"delete/{row.pk}/"):
        assert client.post(f"/admin/snippets/asking/accessquestion/{rest}", {"times": 9}).status_code in {302, 403, 404}
    row.refresh_from_db()
    assert row.times == 1


def test_how_often_it_was_needed_in_words() -> None:
    assert needed(1, date(2026, 11, 2), date(2026, 11, 2)) == "Needed on 1 visit, on 2 November 2026"
    assert needed(3, date(2026, 11, 2), date(2026, 11, 30)) == "Needed on 3 visits, from 2 to 30 November 2026"
    assert needed(1200, date(2025, 11, 2), date(2026, 11, 3)).endswith("from 2 November 2025 to 3 November 2026")
