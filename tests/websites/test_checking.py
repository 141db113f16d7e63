"""Websites of listings are looked at, politely, and nothing is said too soon."""

from datetime import date, timedelta

import pytest
from django.test import Client
from pytest_django import Settings

from cms.models import Asset
from connector.fetching import Why
from connector.stewardship.models import Task
from connector.websites.checking import check_due
from connector.websites.models import Website
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.users import BACKEND, UserFactory
from tests.factories.websites import WebsiteFactory
from tests.fetching.pages import FakeFetcher, Page

TODAY = date(2026, 3, 2)
URL = "https://sewing.example/"
WEB = FakeFetcher()


def web() -> FakeFetcher:
    """What `CONNECTOR_FETCHER` names in these tests."""
    return WEB


class Clock:
    """Stands still, but for waits, which it counts."""

    def __init__(self) -> None:
        self.now, self.waits = 1_000.0, []

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


@pytest.fixture(autouse=True)
def clock(settings: Settings) -> Clock:
    settings.CONNECTOR_FETCHER = f"{__name__}.web"
    WEB.pages, WEB.asked[:] = {}, []
    return Clock()


def days(clock: Clock, *numbers: int) -> None:
    for number in numbers:
        check_due(TODAY + timedelta(days=number), wait=clock.wait, clock=clock)


def asked() -> list[tuple[str, str]]:
    return [(each.method, each.url) for each in WEB.asked]


@pytest.mark.django_db
def test_a_website_that_is_there_is_asked_for_its_head_alone(clock: Clock) -> None:
    row = WebsiteFactory()
    WEB.pages = {URL: Page(b"tea")}
    days(clock, 0)
    row.refresh_from_db()
    assert asked() == [("GET", f"{URL}robots.txt"), ("HEAD", URL)]
    assert (row.seen_on, row.trouble, row.next_on) == (TODAY, "", TODAY + timedelta(days=14))
    assert clock.waits == [5.0]


@pytest.mark.django_db
def test_what_robots_are_asked_to_leave_is_left(clock: Clock) -> None:
    row = WebsiteFactory()
    WEB.pages = {f"{URL}robots.txt": Page(b"User-agent: connector\nDisallow: /"), URL: Page(status=404)}
    days(clock, *range(0, 60, 14))
    row.refresh_from_db()
    assert {url for _, url in asked()} == {f"{URL}robots.txt"}
    assert (row.failed_days, row.trouble) == (0, "")


@pytest.mark.django_db
def test_nothing_is_said_before_three_different_days(clock: Clock) -> None:
    row = WebsiteFactory()
    WEB.pages = {URL: Page(status=404)}
    days(clock, 0, 0, 1)
    Website.objects.update(next_on=TODAY)
    days(clock, 1)
    row.refresh_from_db()
    assert (row.failed_days, Task.objects.count()) == (2, 0)
    days(clock, 2)
    task = Task.objects.get()
    assert (task.what, task.words) == (Task.What.WEBSITE, f"There is nothing at this address any more. {URL}")
    days(clock, 3, 4, 5)
    row.refresh_from_db()
    assert (row.failed_days, Task.objects.count()) == (3, 1)
    WEB.pages = {URL: Page()}
    days(clock, 9)
    row.refresh_from_db()
    assert (row.failed_days, row.trouble, Task.objects.count()) == (0, "", 0)


@pytest.mark.django_db
def test_a_task_that_is_there_for_another_reason_stays(clock: Clock) -> None:
    row = WebsiteFactory(failed_days=2, failed_on=TODAY - timedelta(days=1))
    Task.objects.create(asset=row.asset, what=Task.What.STOPPED, made_on=TODAY)
    WEB.pages = {f"{URL}robots.txt": Why.NOWHERE}
    days(clock, 0)
    assert [each.what for each in Task.objects.all()] == [Task.What.STOPPED]


@pytest.mark.django_db
def test_one_host_is_asked_once_in_five_seconds_and_others_meanwhile(clock: Clock) -> None:
    for number in range(3):
        WebsiteFactory(url=f"{URL}{number}")
    WebsiteFactory(url="https://choir.example/")
    WEB.pages = {"/": Page()}
    days(clock, 0)
    times = {"sewing.example": 1 + 3 * 2, "choir.example": 1 + 1}  # those that are not there are asked for twice
    assert len(asked()) == sum(times.values())
    assert sum(clock.waits) >= 5.0 * (times["sewing.example"] - 2)
    assert Website.objects.filter(next_on__lte=TODAY).count() == 0


@pytest.mark.django_db
def test_a_days_work_ends(clock: Clock) -> None:
    for number in range(80):
        WebsiteFactory(url=f"{URL}{number}")
    days(clock, 0)
    assert clock.now <= 1_000 + 300 + 15
    assert Website.objects.filter(next_on__lte=TODAY).count() > 0


@pytest.mark.django_db
def test_rows_follow_what_listings_name(clock: Clock) -> None:
    changed, bare, new = WebsiteFactory(), WebsiteFactory(), AssetFactory(url="https://new.example/")
    AssetFactory(url="https://draft.example/", live=False)
    Asset.objects.filter(pk=changed.asset_id).update(url="https://other.example/")
    Asset.objects.filter(pk=bare.asset_id).update(url="")
    days(clock, -1)
    found = dict(Website.objects.values_list("asset_id", "url"))
    assert found == {changed.asset_id: "https://other.example/", new.pk: "https://new.example/"}


@pytest.mark.django_db
def test_the_group_is_asked_on_its_own_page(client: Client) -> None:
    maureen = UserFactory(role="Group editors")
    row = WebsiteFactory(failed_days=3, trouble="There is no such website: its name is not known.")
    EditorshipFactory(user=maureen, asset=row.asset)
    ContactFactory(asset=row.asset, phone="01632 9601")
    client.force_login(maureen, backend=BACKEND)
    shown = client.get(f"/my-listings/{row.asset.uuid}/").content.decode()
    assert f"Is {URL} still yours?" in shown
    assert "it is too short. Is it written right?" in shown
    Website.objects.update(failed_days=2)
    assert "still yours?" not in client.get(f"/my-listings/{row.asset.uuid}/").content.decode()
