"""The page for whoever answers for the directory: what it counts, that its links lead to just that, and for whom."""

import html
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.actions import submit_change
from cms.freshness import LATELY_DAYS, STALE_DAYS, Age, age_after
from cms.models import Asset
from cms.viewsets.filters import AssetFilters
from connector.insight.reading import catalogue
from tests.core.markup import faults
from tests.factories.assets import (
    AssetAccessFactory,
    AssetAreaFactory,
    AssetFactory,
    ContactFactory,
    PossibleDuplicateFactory,
)
from tests.factories.intake import ImportFactory
from tests.factories.places import AreaFactory, PlaceAccessFactory, PlaceFactory
from tests.factories.schedules import SessionFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db
PATH = "/at-a-glance/"


@pytest.fixture
def today() -> date:
    """The day of the test, not that on which the run began."""
    return timezone.localdate()


def browser_of(role: str) -> Client:
    browser = Client()
    browser.force_login(UserFactory(role=role), backend=BACKEND)
    return browser


def confirmed(days: int, today: date) -> dict[str, object]:
    return {"confirmed_on": today - timedelta(days=days), "confirmed_by": "Maureen"}


def fill(today: date) -> None:
    """A borough of two wards, with one of everything that is counted."""
    ward, other = AreaFactory(name="Bank Top"), AreaFactory(name="Low Moor")
    hall = PlaceFactory(ward=ward, step_free=True)
    PlaceAccessFactory(place=hall, subject="parking", state="unknown")
    lately = AssetFactory(name="Sewing circle", at=[hall], **confirmed(LATELY_DAYS, today), suggested=["embroidery"])
    SessionFactory(asset=lately, place=hall)
    AssetFactory(name="Choir", kind="activity", at=[hall], **confirmed(LATELY_DAYS + 1, today))
    ringing = AssetFactory(name="Ringing round", kind="visiting", **confirmed(STALE_DAYS, today))
    AssetAreaFactory(asset=ringing, area=other)
    SessionFactory(asset=ringing, days=["SA", "SU"])
    AssetFactory(name="Whist", at=[PlaceFactory(ward=None)], **confirmed(STALE_DAYS + 1, today))
    never = AssetFactory(name="Bingo")
    AssetAccessFactory(asset=never, subject="come_alone")
    unmet = AssetFactory(name="Trust", met=False)
    AssetFactory(name="Draft", live=False)
    ContactFactory(asset=lately, name="Privatia")
    PossibleDuplicateFactory(first=never, second=unmet)
    submit_change(draft=Asset.objects.get(pk=lately.pk), by=UserFactory(first_name="Vera"))
    ImportFactory(source="The volunteer centre", state="done", result={"rows": 12, "counts": {"new": 3}, "rejected": 1})


class TestWhatIsRead:
    def test_ages_meet_at_their_edges(self, today: date) -> None:
        fill(today)
        found = {asset.name: catalogue(today).listings.get(asset.pk) for asset in Asset.objects.all()}
        assert found.pop("Draft") is None
        assert {name: listing.age for name, listing in found.items() if listing} == {
            "Sewing circle": Age.LATELY,
            "Choir": Age.OLDER,
            "Ringing round": Age.OLDER,
            "Whist": Age.STALE,
            "Bingo": Age.NEVER,
            "Trust": Age.NOT_MET,
        }

    def test_where_and_when(self, today: date) -> None:
        fill(today)
        read = catalogue(today)
        named = {ward.name: read.slots.get(pk, set()) for pk, ward in read.wards.items()}
        assert named == {"Bank Top": {"tue-afternoon"}, "Low Moor": {"sat-afternoon", "sun-afternoon"}}

    @pytest.mark.parametrize(
        "changes",
        [
            {"until": timedelta(days=-1)},
            {"rhythm": "once", "days": [], "first": timedelta(days=3)},
            {"days": ["XX"]},
            {"days": {"no": "list"}},
            {"asset__live": False},
            {"asset__room": "paused"},
            {"asset__kind": "offer"},
            {"asset__unasked": True},
        ],
    )
    def test_what_fills_no_part_of_the_week(self, changes: dict[str, object], today: date) -> None:
        dated = {name: today + value if isinstance(value, timedelta) else value for name, value in changes.items()}
        SessionFactory(place=PlaceFactory(ward=AreaFactory()), **dated)
        assert not any(catalogue(today).slots.values())

    def test_a_session_elsewhere_says_nothing_of_the_wards_of_its_listing(self, today: date) -> None:
        asset = AssetFactory(at=[PlaceFactory(ward=AreaFactory())])
        SessionFactory(asset=asset, place=PlaceFactory(ward=None))
        assert not any(catalogue(today).slots.values())


class TestLinks:
    def test_each_leads_to_as_many_as_it_says(self, today: date) -> None:
        """Every number that leads to a list of assets, against what the filters of that list let through."""
        fill(today)
        tried = set()
        link = re.compile(r'<a href="/admin/snippets/cms/asset/\?([^"]+)">([\d,]+)<')
        for url, number in link.findall(page(browser_of("Connectors"))):
            narrowed = AssetFilters(QueryDict(html.unescape(url)), queryset=Asset.objects.all())
            assert narrowed.is_valid()
            assert narrowed.qs.count() == int(number), url
            tried |= set(html.unescape(url).split("&"))
        assert {f"check={word}" for word in ("lately", "older", "stale", "never")} <= tried
        assert {"met=no", "met=yes", "status=waiting", "kind=group", "unknown=parking", "unknown=come_alone"} <= tried

    def test_a_manager_is_led_to_what_people_find(self, today: date) -> None:
        fill(today)
        AssetFactory(offer=True)
        told = page(browser_of("Managers"))
        assert "/admin/" not in told
        assert "/search/?kind=group" in told
        assert "/search/?area=" in told
        assert "kind=offer" not in told


class TestThePage:
    @pytest.mark.parametrize("role", ["Managers", "Connectors"])
    def test_it_is_sound_and_has_no_name_in_it(self, role: str, today: date) -> None:
        fill(today)
        told = page(browser_of(role))
        assert faults(told) == []
        main = told.split("<main")[1].split("</main")[0]
        names = [*Asset.objects.values_list("name", flat=True), "Privatia", "Vera", "Maureen"]
        assert [name for name in names if name in main and name not in ("Draft", "Trust")] == []

    def test_what_it_says(self, today: date) -> None:
        fill(today)
        told = " ".join(re.sub(r"<[^>]+>", " ", page(browser_of("Managers"))).split())
        for words in (
            "6 listings on",
            "A connector puts this right",
            "1 change waits for a yes",
            "1 interest is only suggested",
            "1 pair may be one and the same",
            "1 draft was never published",
            "3 more are in no ward that we know",
            "The volunteer centre , ",
            "done. 12 rows: 3 new, 1 rejected.",
            "6 listings can be looked for",
        ):
            assert words in told

    def test_nothing_at_all(self) -> None:
        told = page(browser_of("Managers"))
        assert faults(told) == []
        assert "Nothing is published yet." in told
        assert "No wards are loaded yet. Ask whoever runs the directory for you" in told
        assert "load_areas" not in told

    def test_more_listings_ask_no_more(self, up_to_date: Callable[[], None], today: date) -> None:
        fill(today)
        up_to_date()
        browser = browser_of("Managers")
        page(browser)
        few = asked(browser)
        for _ in range(3):
            fill(today)
        up_to_date()
        assert asked(browser) == few <= 32

    def test_looking_changes_nothing(self) -> None:
        assert browser_of("Managers").post(PATH).status_code == 405


@pytest.mark.parametrize(
    ("days", "age"), [(0, Age.LATELY), (90, Age.LATELY), (91, Age.OLDER), (200, Age.OLDER), (201, Age.STALE)]
)
def test_how_old(days: int, age: Age) -> None:
    assert age_after(days, met=True) is age


def page(browser: Client) -> str:
    answer = browser.get(PATH)
    assert answer.status_code == 200
    return answer.content.decode()


def asked(browser: Client) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page(browser)
    return len(queries)
