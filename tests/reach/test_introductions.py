"""Whether groups like people to be introduced: said, asked, at their limit, and what workers are told."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from cms.actions import set_introductions
from cms.models import Asset, Introductions
from connector.reach.actions.say_hello import said_hello
from connector.reach.actions.settle_limits import settle_limits
from connector.reach.deciding import is_at_limit, makes_task, may_say_hello
from connector.reach.models import SayHello
from search.going import Circumstances, points
from search.stops import stops
from search.types import CandidateFeatures
from tests.factories.assets import AssetFactory
from tests.factories.reach import IntroductionsFactory, SayHelloFactory, WeekOfReachFactory
from tests.factories.users import BACKEND, UserFactory
from tests.reach.conftest import a_worker

NOTE = {"note": "loves embroidery", "near": "M33 7ZF", "travel": "foot"}
AT_LIMIT = "They have had as many new people this month as they can welcome well; ask first."
NO_THANKS = "They would rather not have people introduced to them"
MONDAY = date(2026, 11, 30)
ANY = Circumstances(frozenset(), None, frozenset(), 20_000)


@pytest.mark.parametrize(
    ("interested", "most", "at_limit"),
    [(0, None, False), (50, None, False), (0, 1, False), (1, 1, True), (2, 3, False), (3, 3, True), (9, 3, True)],
)
def test_the_limit(interested: int, most: int | None, at_limit: bool) -> None:
    assert is_at_limit(interested, most) is at_limit


@pytest.mark.parametrize(
    ("state", "waits", "task", "offered"),
    [
        ("not_asked", False, True, True),
        ("not_asked", True, False, True),
        ("agreed", False, False, False),
        ("no_thanks", False, False, False),
        ("no_thanks", True, False, False),
    ],
)
def test_when_a_connector_says_hello(state: str, waits: bool, task: bool, offered: bool) -> None:
    assert makes_task(state, waits=waits) is task
    assert may_say_hello(state) is offered


@pytest.mark.parametrize(
    ("facts", "lowered", "said"),
    [({}, False, []), ({"at_limit": True}, True, [AT_LIMIT]), ({"no_thanks": True}, False, [NO_THANKS])],
)
def test_a_match_says_it_and_is_lowered(facts: dict[str, bool], lowered: bool, said: list[str]) -> None:
    group = CandidateFeatures(1, "group", **facts)  # type: ignore[arg-type]
    assert (points(group, None, ANY).get("at their limit", 0) < 0) is lowered
    found = [stop.sentence for stop in stops(group, None, ANY)]
    assert len(found) == len(said)
    assert all(sentence.startswith(words) for sentence, words in zip(found, said, strict=True))


@pytest.mark.django_db
def test_imported_ones_were_not_asked_and_a_first_wish_makes_one_task(circle: Asset, after_commit: Any) -> None:
    button = f'value="hello:{circle.uuid}"'
    with after_commit():
        for _ in range(2):
            browser = a_worker()
            assert button in browser.post("/match/", NOTE).content.decode()
            page = browser.post("/match/", NOTE | {"press": f"hello:{circle.uuid}"}).content.decode()
            assert "A connector will go and say hello." in page
            assert button not in page
    assert SayHello.objects.filter(asset=circle, done_on=None).count() == 1
    assert "A connector is going to say hello." in a_worker().post("/match/", NOTE).content.decode()


@pytest.mark.django_db
def test_from_the_listings_own_page(priya: Client, circle: Asset) -> None:
    path = circle.get_absolute_url()
    assert "None of us has been to say hello yet." in priya.get(path).content.decode()
    assert "Introductions" not in Client().get(path).content.decode()
    priya.post("/match/kept/", {"hello": str(circle.uuid), "back": "listing"})
    assert SayHello.objects.filter(asset=circle).count() == 1
    assert "A connector will go and say hello." in priya.get(path).content.decode()


@pytest.mark.django_db
def test_no_thank_you_is_never_offered(priya: Client, circle: Asset, up_to_date: Any) -> None:
    set_introductions(asset=circle, state="no_thanks", who="Maureen", by=None, on=MONDAY)
    up_to_date()
    page = priya.post("/match/", NOTE).content.decode()
    assert page.count(NO_THANKS) == 1
    assert "hello:" not in page
    priya.post("/match/", NOTE | {"press": f"hello:{circle.uuid}"})
    priya.post("/match/kept/", {"hello": str(circle.uuid)})
    assert not SayHello.objects.exists()


@pytest.mark.django_db
def test_open_interest_at_the_limit_is_told_in_a_match(
    priya: Client, circle: Asset, up_to_date: Any, after_commit: Any
) -> None:
    Asset.objects.filter(pk=circle.pk).update(new_a_month=1)
    assert AT_LIMIT not in priya.post("/match/", NOTE).content.decode()
    with after_commit():
        priya.post("/match/", NOTE | {"keep": str(circle.uuid)})
    up_to_date()
    assert AT_LIMIT in priya.post("/match/", NOTE).content.decode()
    assert settle_limits(on=date(2027, 1, 11)) == 1
    up_to_date()
    assert AT_LIMIT not in priya.post("/match/", NOTE).content.decode()


@pytest.mark.django_db
def test_limits_turn_both_ways_and_cost_one_query_where_nobody_has_one(django_assert_num_queries: Any) -> None:
    asset = AssetFactory(new_a_month=2)
    WeekOfReachFactory(asset=asset, week="2026-W49", interested=1)
    WeekOfReachFactory(asset=asset, week="2026-W45", interested=9)
    assert settle_limits(on=MONDAY) == 0
    WeekOfReachFactory(asset=asset, week="2026-W46", interested=1)
    assert settle_limits(on=MONDAY) == 1
    assert Introductions.objects.get(asset=asset).at_limit
    assert settle_limits(on=MONDAY) == 0
    Asset.objects.filter(pk=asset.pk).update(new_a_month=None)
    assert settle_limits(on=MONDAY) == 1
    assert not Introductions.objects.get(asset=asset).at_limit
    with django_assert_num_queries(3):  # one, and where it begins and ends
        assert settle_limits(on=MONDAY, asset_ids=[asset.pk]) == 0


@pytest.mark.django_db
def test_a_connector_writes_down_what_they_said() -> None:
    task = SayHelloFactory()
    browser = Client()
    browser.force_login(UserFactory(role="Connectors"), backend=BACKEND)
    path = f"/admin/go-and-say-hello/{task.pk}/"
    assert task.asset.name in browser.get("/admin/snippets/reach/sayhello/").content.decode()
    assert task.asset.name in browser.get(path).content.decode()
    browser.post(path, {"state": "agreed", "who": " "})
    assert SayHello.objects.filter(done_on=None).exists(), "nothing is written down of nobody"
    browser.post(path, {"state": "agreed", "who": "Maureen"})
    row = Introductions.objects.get(asset=task.asset)
    assert (row.state, row.said_by) == ("agreed", "Maureen")
    assert not said_hello(task=task, state="no_thanks", who="Ann", by=UserFactory())
    assert Introductions.objects.get(asset=task.asset).state == "agreed"


@pytest.mark.django_db
def test_an_answer_has_a_name_and_can_be_taken_back() -> None:
    row = IntroductionsFactory()
    with pytest.raises(ValueError, match="Say who said so"):
        set_introductions(asset=row.asset, state="no_thanks", who=" ", by=None, on=MONDAY)
    assert set_introductions(asset=row.asset, state="not_asked", who="", by=None, on=MONDAY)
    assert not set_introductions(asset=row.asset, state="not_asked", who="", by=None, on=MONDAY)
    row.refresh_from_db()
    assert (row.said_by, row.said_on) == ("", None)
