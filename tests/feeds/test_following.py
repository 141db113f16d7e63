"""A group gives its calendar, sees what was read, follows it, and hears when it breaks."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from pytest_django import Settings
from wagtail.models import ModelLogEntry

from cms.models import Asset, GroupChange
from connector.accounts.models import User
from connector.feeds.following import follow_due
from connector.feeds.models import Feed
from connector.fetching import Why
from connector.notifications.sending import send_due
from connector.stewardship.models import Task
from tests.factories.assets import AssetFactory, AssetPlaceFactory
from tests.factories.feeds import FeedFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.schedules import SessionFactory
from tests.factories.users import BACKEND, UserFactory
from tests.feeds.test_reading import SERIES, calendar
from tests.fetching.pages import FakeFetcher, Page

URL = "https://calendars.example/sewing.ics"
MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WEB = FakeFetcher()


def web() -> FakeFetcher:
    """What `CONNECTOR_FETCHER` names in these tests."""
    return WEB


@pytest.fixture(autouse=True)
def clock(settings: Settings) -> Iterator[time_machine.Traveller]:
    settings.CONNECTOR_CHANNELS = {"email": "mail"}
    settings.CONNECTOR_FETCHER = f"{__name__}.web"
    WEB.pages, WEB.asked[:] = {URL: Page(calendar(SERIES[0]), etag='"1"')}, []
    with time_machine.travel(MORNING, tick=False) as found:
        yield found


@pytest.fixture
def maureen(db: None) -> User:
    return UserFactory(first_name="Maureen", email="maureen@tenterclough.example", role="Group editors")


@pytest.fixture
def circle(maureen: User) -> Asset:
    asset = AssetFactory(name="Weavers Fold Sewing Circle")
    AssetPlaceFactory(asset=asset)
    SessionFactory(asset=asset, days=["WE"])
    EditorshipFactory(user=maureen, asset=asset, lead=True)
    return asset


@pytest.fixture
def my_listing(client: Client, maureen: User, circle: Asset) -> Callable[[], str]:
    """Her page of the listing, whenever she looks: days later she signs in again."""

    def one() -> str:
        client.force_login(maureen, backend=BACKEND)
        return client.get(f"/my-listings/{circle.uuid}/").content.decode()

    return one


@pytest.fixture
def page(client: Client, maureen: User, circle: Asset) -> Callable[..., str]:
    """Her page of the calendar, after a press if there is one."""
    client.force_login(maureen, backend=BACKEND)
    address = f"/my-listings/{circle.uuid}/calendar/"

    def one(**pressed: str) -> str:
        answer = client.post(address, pressed, follow=True) if pressed else client.get(address)
        return answer.content.decode()

    return one


def times(asset: Asset) -> list[tuple[str, list[str]]]:
    return [(row.rhythm, row.days) for row in Asset.objects.get(pk=asset.pk).sessions.all()]


def days(count: int, clock: time_machine.Traveller) -> None:
    """So many days go by, each with its work."""
    for _ in range(count):
        clock.shift(timedelta(days=1))
        follow_due(datetime.now(UTC).date())


def test_a_calendar_is_seen_as_dates_and_then_followed(page, circle: Asset) -> None:
    shown = page(do="look", url="webcal://calendars.example/sewing.ics", words="sewing")
    assert "This is what we read" in shown
    assert "Tomorrow" in shown
    assert "10 Mar" in shown
    assert times(circle) == [("weekly", ["WE"])]
    followed = page(do="follow")
    assert "From now on we follow your calendar" in followed
    assert times(circle) == [("weekly", ["TU"])]
    row = Asset.objects.get(pk=circle.pk).sessions.get()
    assert (row.on_bank_holidays, row.place_id) == (True, None)
    assert ModelLogEntry.objects.filter(action="feeds.follow", object_id=str(circle.pk)).count() == 1
    # A connector looks at it after, as at any change of times.
    assert GroupChange.objects.get(asset=circle).state == GroupChange.State.LIVE


def test_what_was_typed_stays_where_it_leads_nowhere(page, circle: Asset) -> None:
    WEB.pages = {URL: Why.NOWHERE}
    for typed, words in ((URL, Why.NOWHERE.value), ("ftp://a.example/", Why.ADDRESS.value)):
        shown = page(do="look", url=typed)
        assert words in shown
        assert f'value="{typed}"' in shown
    assert not Feed.objects.exists()
    WEB.pages = {URL: Page(calendar(SERIES[0]))}
    assert "No event in the coming half year has these words" in page(do="look", url=URL, words="choir")


def test_scripts_in_a_calendar_are_words(page) -> None:
    WEB.pages = {URL: Page(calendar("UID:<script>alert(1)</script>\nSUMMARY:<script>\nDTSTART:20260310T100000"))}
    assert "<script>alert" not in page(do="look", url=URL)


def test_what_changes_there_changes_here_and_is_said(page, circle: Asset, clock, my_listing) -> None:
    page(do="look", url=URL)
    page(do="follow")
    WEB.pages = {URL: Page(calendar(*SERIES), etag='"2"')}
    days(1, clock)
    assert sorted(times(circle)) == [("once", []), ("weekly", ["TU"])]
    assert "One date moved, one was called off." in my_listing()
    line = ModelLogEntry.objects.filter(action="feeds.follow").latest("timestamp")
    assert line.data["what"] == "One date moved, one was called off."


def test_nothing_changes_by_itself_and_little_is_sent(page, circle: Asset, clock) -> None:
    page(do="look", url=URL)
    page(do="follow")
    before = list(Asset.objects.get(pk=circle.pk).sessions.values_list("pk", flat=True))
    days(9, clock)
    assert list(Asset.objects.get(pk=circle.pk).sessions.values_list("pk", flat=True)) == before
    assert [bool(each.etag) for each in WEB.asked] == [False] + [True] * 6 + [False, True, True]
    assert GroupChange.objects.count() == 1


def test_a_calendar_that_breaks_keeps_its_dates_and_says_so(page, circle: Asset, clock, my_listing) -> None:
    page(do="look", url=URL)
    page(do="follow")
    WEB.pages = {URL: Page(status=404)}
    days(2, clock)
    send_due()
    assert (mail.outbox, Task.objects.count()) == ([], 0)
    days(1, clock)
    send_due()
    assert times(circle) == [("weekly", ["TU"])]
    assert "There is nothing at this address." in my_listing()
    assert [(each.to, each.subject) for each in mail.outbox] == [
        (["maureen@tenterclough.example"], "We cannot read the calendar of Weavers Fold Sewing Circle")
    ]
    assert URL not in mail.outbox[0].body
    assert Task.objects.get().what == Task.What.CALENDAR
    days(10, clock)
    send_due()
    assert len(mail.outbox) == 1
    # Once it is there again, all is well.
    WEB.pages = {URL: Page(calendar(SERIES[0]))}
    days(7, clock)
    assert (Feed.objects.get().trouble, Task.objects.count()) == ("", 0)


def test_a_message_is_not_needed_once_it_is_read_again(page, circle: Asset, clock) -> None:
    page(do="look", url=URL)
    page(do="follow")
    WEB.pages = {URL: Page(status=503)}
    days(3, clock)
    WEB.pages = {URL: Page(calendar(SERIES[0]))}
    days(1, clock)
    send_due()
    assert mail.outbox == []


def test_stopping_forgets_the_address_and_keeps_the_times(page, circle: Asset) -> None:
    page(do="look", url=URL)
    page(do="follow")
    page(do="stop")
    assert not Feed.objects.exists()
    assert times(circle) == [("weekly", ["TU"])]


def test_a_listing_that_is_not_out_follows_nothing(page, circle: Asset) -> None:
    Asset.objects.filter(pk=circle.pk).update(live=False)
    page(do="look", url=URL)
    assert "People do not see your listing yet" in page(do="follow")
    assert times(circle) == [("weekly", ["WE"])]


def test_a_calendar_that_nobody_keeps_any_more_changes_nothing(circle: Asset) -> None:
    circle.editorships.all().delete()
    FeedFactory(asset=circle)
    follow_due(MORNING.date())
    assert times(circle) == [("weekly", ["WE"])]


def test_nobody_else_reaches_it(client: Client, circle: Asset) -> None:
    client.force_login(UserFactory(role="Group editors"), backend=BACKEND)
    assert client.get(f"/my-listings/{circle.uuid}/calendar/").status_code == 404
    assert client.post(f"/my-listings/{circle.uuid}/calendar/", {"do": "look", "url": URL}).status_code == 404
    assert WEB.asked == []


def test_where_fetching_is_off_nothing_fails(settings: Settings, circle: Asset) -> None:
    settings.CONNECTOR_FETCHER = "connector.fetching.choosing.null_fetcher"
    feed = FeedFactory(asset=circle)
    follow_due(MORNING.date())
    feed.refresh_from_db()
    assert (feed.failed_days, feed.trouble) == (0, "")


def test_looking_without_end_is_stopped(page, client: Client, circle: Asset) -> None:
    for _ in range(20):
        page(do="look", url=URL)
    assert client.post(f"/my-listings/{circle.uuid}/calendar/", {"do": "look", "url": URL}).status_code == 429
    assert len(WEB.asked) == 20
