"""Counts through the pages of a visit: what is counted, once, and what and who never is."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.models import Asset
from connector.matching.actions.make_token import make_token
from connector.matching.list_address import codes
from connector.reach.actions.count import count
from connector.reach.deciding import Count
from connector.reach.models import WeekOfReach
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.users import BACKEND, UserFactory
from tests.reach.conftest import a_worker

pytestmark = pytest.mark.django_db
NOTE = {"note": "Mrs Zibbleworth loves embroidery.", "near": "M33 7ZF", "travel": "foot"}
SHOW = {**NOTE, "press": "show"}
NAMES = [str(each) for each in Count]


def counted(asset: Asset) -> dict[str, int]:
    """What is above nothing, over all weeks."""
    rows = WeekOfReach.objects.filter(asset=asset)
    sums = {name: sum(getattr(row, name) for row in rows) for name in NAMES}
    return {name: many for name, many in sums.items() if many}


def test_a_visit_that_shows_keeps_and_prints(priya: Client, circle: Asset, after_commit: Any) -> None:
    with after_commit():
        assert "Sewing Circle" in priya.post("/match/", SHOW).content.decode()
    assert counted(circle) == {"shown": 1}
    with after_commit():
        priya.post("/match/", NOTE | {"keep": str(circle.uuid)})
    assert counted(circle) == {"shown": 1, "kept": 1, "interested": 1}
    with after_commit():
        assert "Sewing Circle" in priya.get("/match/take-home/").content.decode()
    assert counted(circle) == {"shown": 1, "kept": 1, "printed": 1, "interested": 1}


def test_the_same_visit_counts_once(priya: Client, circle: Asset, after_commit: Any) -> None:
    with after_commit():
        for _ in range(3):
            priya.post("/match/", SHOW | {"keep": str(circle.uuid)})
            priya.post("/match/kept/", {"keep": str(circle.uuid)})
            priya.get("/match/take-home/")
    assert counted(circle) == {"shown": 1, "kept": 1, "printed": 1, "interested": 1}
    with after_commit():
        a_worker().post("/match/", SHOW)
    assert counted(circle)["shown"] == 2


def test_a_text_that_a_worker_opens_counts_once_a_visit(priya: Client, circle: Asset, after_commit: Any) -> None:
    ContactFactory(asset=circle)
    page = priya.get(circle.get_absolute_url()).content.decode()
    assert f'data-sent="/match/sent/" data-listing="{circle.uuid}"' in page
    assert "sent.js" in page
    with after_commit():
        for _ in range(2):
            assert priya.post("/match/sent/", {"listing": str(circle.uuid)}).status_code == 204
    assert counted(circle) == {"shown": 1, "sent": 1, "interested": 1}


@pytest.mark.parametrize("listing", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_what_is_no_listing_counts_nothing(priya: Client, circle: Asset, after_commit: Any, listing: str) -> None:
    with after_commit():
        assert priya.post("/match/sent/", {"listing": listing}).status_code == 204
    assert not WeekOfReach.objects.exists()


@pytest.mark.parametrize("role", [None, "Group editors", "Managers"])
def test_nobody_elses_text_is_counted(circle: Asset, after_commit: Any, role: str | None) -> None:
    ContactFactory(asset=circle)
    browser = Client()
    if role:
        browser.force_login(UserFactory(role=role), backend=BACKEND)
    page = browser.get(circle.get_absolute_url()).content.decode()
    assert "data-sent" not in page
    assert "sent.js" not in page
    with after_commit():
        assert browser.post("/match/sent/", {"listing": str(circle.uuid)}).status_code in (302, 403)
    assert not WeekOfReach.objects.exists()


def test_a_forged_form_counts_nothing(circle: Asset, after_commit: Any) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(UserFactory(role="Workers"), backend=BACKEND)
    with after_commit():
        assert browser.post("/match/sent/", {"listing": str(circle.uuid)}).status_code == 403
    assert not WeekOfReach.objects.exists()


def test_typing_alone_shows_nobody(priya: Client, circle: Asset, after_commit: Any) -> None:
    with after_commit():
        assert "Sewing Circle" in priya.post("/match/", NOTE, headers={"HX-Request": "true"}).content.decode()
    assert counted(circle) == {}


def test_only_the_first_screen_was_shown(priya: Client, up_to_date: Callable[[], None], after_commit: Any) -> None:
    circles = [AssetFactory(name=f"Circle {n}", interests=["embroidery"]) for n in range(6)]
    up_to_date()
    with after_commit():
        priya.post("/match/", SHOW)
        page = priya.post("/match/", NOTE | {"press": "more"}).content.decode()
    assert all(f"Circle {n}" in page for n in range(6))
    assert WeekOfReach.objects.filter(asset__in=circles, shown=1).count() == 3


def test_kept_from_its_own_page_counts_and_let_go_does_not(priya: Client, circle: Asset, after_commit: Any) -> None:
    with after_commit():
        priya.post("/match/kept/", {"drop": str(circle.uuid)})
    assert counted(circle) == {}
    with after_commit():
        priya.post("/match/kept/", {"keep": str(circle.uuid), "back": "listing"})
    assert counted(circle) == {"shown": 1, "kept": 1, "interested": 1}


def test_nobody_who_keeps_the_listing_is_counted_for_it(circle: Asset, after_commit: Any) -> None:
    other = AssetFactory(name="Another")
    user = UserFactory(role="Workers")
    EditorshipFactory(user=user, asset=circle)
    browser = Client()
    browser.force_login(user, backend=BACKEND)
    with after_commit():
        browser.post("/match/", SHOW)
        for each in (circle, other):
            browser.post("/match/kept/", {"keep": str(each.uuid)})
        browser.get("/match/take-home/")
    assert counted(circle) == {}
    assert counted(other) == {"shown": 1, "kept": 1, "printed": 1, "interested": 1}


def test_no_robot_is_counted(priya: Client, circle: Asset, after_commit: Any) -> None:
    robot = Client(headers={"User-Agent": "Mozilla/5.0 (compatible; Examplebot/1.0)"})
    priya.post("/match/kept/", {"keep": str(circle.uuid)})
    with after_commit():
        for path in (circle.get_absolute_url(), f"/list/{codes([str(circle.uuid)])}/", "/search/?q=embroidery"):
            assert robot.get(path).status_code == 200
        robot.post("/match/", SHOW)
        robot.post("/match/kept/", {"keep": str(circle.uuid)})
        priya.get("/match/take-home/", headers={"Sec-Purpose": "prefetch;prerender"})
        priya.get(circle.get_absolute_url())
    assert counted(circle) == {}


def test_no_program_is_counted(circle: Asset, after_commit: Any) -> None:
    token = make_token(by=UserFactory(role="Workers"), now=timezone.now())
    with after_commit():
        answer = Client().post(
            "/api/match",
            {"text": "loves embroidery", "near": "M33 7ZF"},
            content_type="application/json",
            headers={"Authorization": f"Bearer {token}"},
        )
    assert "Sewing Circle" in answer.content.decode()
    assert counted(circle) == {}


def test_counting_costs_a_match_two_statements(priya: Client, circle: Asset, after_commit: Any) -> None:
    def statements() -> list[str]:
        with (
            CaptureQueriesContext(connection) as seen,
            after_commit(),
        ):
            priya.post("/match/", SHOW)
        said = [each["sql"] for each in seen.captured_queries]
        return [sql for sql in said if "SAVEPOINT" not in sql and "django_session" not in sql]

    priya.post("/match/", NOTE)  # so that everything that is read once is there
    first, again = statements(), statements()
    ours = [sql for sql in first if "reach_weekofreach" in sql]
    assert len(ours) == 1
    assert not any("reach_weekofreach" in sql for sql in again)
    finding = [[sql for sql in said if '"cms_asset"."uuid" IN' in sql] for said in (first, again)]
    assert len(finding[0]) - len(finding[1]) == 1


def test_many_listings_are_two_statements(django_assert_num_queries: Any) -> None:
    assets = [AssetFactory() for _ in range(20)]
    new = [(str(asset.uuid), which) for asset in assets for which in (Count.SHOWN, Count.KEPT)]
    with django_assert_num_queries(2):
        count(new=new, but=(), on=date(2026, 11, 30))
    with django_assert_num_queries(2):
        count(new=new[:2], but=(), on=date(2026, 11, 30))
    assert counted(assets[0]) == {"shown": 2, "kept": 2}
    assert counted(assets[1]) == {"shown": 1, "kept": 1}


def test_a_listing_that_is_gone_or_hidden_counts_nothing(django_assert_num_queries: Any) -> None:
    hidden = AssetFactory(withdrawn=True)
    gone = "00000000-0000-4000-8000-00000000c19c"
    with django_assert_num_queries(1):
        assert count(new=[(str(hidden.uuid), Count.KEPT), (gone, Count.KEPT)], but=(), on=date(2026, 11, 30)) == {}


def test_weeks_are_rows_of_their_own() -> None:
    asset = AssetFactory()
    for day in (29, 30):  # a Sunday, and the Monday after it
        count(new=[(str(asset.uuid), Count.SHOWN)], but=(), on=date(2026, 11, day))
    assert [row.week for row in WeekOfReach.objects.order_by("week")] == ["2026-W48", "2026-W49"]


def test_the_session_tells_no_listing(priya: Client, circle: Asset, after_commit: Any) -> None:
    with after_commit():
        priya.post("/match/", SHOW)
    assert priya.session["reached"]
    assert str(circle.uuid) not in str(priya.session["reached"])
