"""The front page beside an editor's words: today, patches with how much there is, somebody who would like a hand."""

from collections.abc import Callable
from datetime import UTC, datetime, time

import pytest
import time_machine
from django.test import Client

from cms.models import AssetInterest, HomePage, Interest, Kind
from tests.factories.assets import AssetFactory
from tests.factories.pages import HomePageFactory, TopicPageFactory
from tests.factories.schedules import SessionFactory

pytestmark = pytest.mark.django_db


def test_an_editors_patches_lead_to_topic_pages(client: Client, up_to_date: Callable[[], None]) -> None:
    embroidery = Interest.objects.get(code="embroidery")
    for _ in range(2):
        AssetInterest.objects.create(asset=AssetFactory(), interest=embroidery)
    stitching, gone = TopicPageFactory(title="Stitching", interests=[embroidery]), TopicPageFactory(live=False)
    HomePageFactory(patches=[("topic", stitching), ("topic", gone)])
    up_to_date()
    html = client.get("/").content.decode()
    assert html.count('class="patch ') == 1
    assert f'href="{stitching.url}"' in html
    assert "2 to try" in html


def test_a_patch_names_what_an_editor_wrote_where_there_is_any(client: Client, up_to_date: Callable[[], None]) -> None:
    embroidery = Interest.objects.get(code="embroidery")
    AssetInterest.objects.create(asset=AssetFactory(), interest=embroidery)
    stitching = TopicPageFactory(title="Stitching", interests=[embroidery], for_instance="samplers, hems")
    flying = TopicPageFactory(title="Flying", for_instance="kites")
    HomePageFactory(patches=[("topic", stitching), ("topic", flying)])
    up_to_date()
    html = client.get("/").content.decode()
    assert "samplers, hems" in html
    assert "1 to try" not in html
    assert "kites" not in html


def test_a_patch_with_nothing_says_so(client: Client) -> None:
    HomePageFactory(patches=[("topic", TopicPageFactory(title="Flying"))])
    assert "Nothing yet" in client.get("/").content.decode()


def test_an_editors_ways_to_begin(client: Client) -> None:
    starts = [
        ("start", {"label": "Something warm", "search": "soup & bread"}),
        ("start", {"label": "At home", "search": "/search/?kind=online"}),
    ]
    HomePageFactory(starts=starts)
    html = client.get("/").content.decode()
    assert 'href="/search/?q=soup+%26+bread">Something warm' in html
    assert 'href="/search/?kind=online">At home' in html


def test_somebody_who_would_like_a_hand(client: Client) -> None:
    AssetFactory(kind=Kind.VOLUNTEER_ROLE, summary="Two hands for a shed roof.")
    HomePageFactory(give_heading="Have you an hour?")
    html = client.get("/").content.decode()
    assert "Have you an hour?" in html
    assert "Two hands for a shed roof." in html


def test_the_preview_of_the_front_page_is_the_page(client: Client) -> None:
    home = HomePage.objects.get()
    home.question = "What shall we do?"
    response = home.make_preview_request(None, home.default_preview_mode)
    assert "What shall we do?" in response.content.decode()


def test_what_is_on_online_says_so(client: Client, up_to_date: Callable[[], None]) -> None:
    HomePageFactory()
    with time_machine.travel(datetime(2026, 11, 24, 9, 0, tzinfo=UTC), tick=False):
        asset = AssetFactory(name="Twigs", reach="online", cost="free")
        SessionFactory(asset=asset, days=["TU"], start=time(20, 0), end=None)
        up_to_date()
        html = client.get("/").content.decode()
    assert "Twigs" in html
    assert "Online. Free." in html


def test_when_today_is_nearly_over_tomorrow_is_told(client: Client, up_to_date: Callable[[], None]) -> None:
    HomePageFactory()
    with time_machine.travel(datetime(2026, 11, 24, 18, 0, tzinfo=UTC), tick=False):
        SessionFactory(
            asset=AssetFactory(name="Choir", summary="Songs of the mill."), days=["TU"], start=time(19, 0), end=None
        )
        SessionFactory(asset=AssetFactory(name="Walkers"), days=["WE"], start=time(10, 0))
        SessionFactory(asset=AssetFactory(name="Thursday Lunch"), days=["TH"], start=time(12, 0))
        up_to_date()
        html = client.get("/").content.decode()
    assert html.index("On today") < html.index("Choir") < html.index("Songs of the mill.") < html.index(">Tomorrow<")
    assert html.index(">Tomorrow<") < html.index("Walkers")
    assert "Thursday Lunch" not in html


def test_what_people_meet_for_comes_before_what_stands_open_all_day(
    client: Client, up_to_date: Callable[[], None]
) -> None:
    HomePageFactory()
    with time_machine.travel(datetime(2026, 11, 24, 7, 0, tzinfo=UTC), tick=False):
        SessionFactory(asset=AssetFactory(name="The Fridge"), days=["TU"], start=time(8, 0), end=time(18, 0))
        SessionFactory(
            asset=AssetFactory(name="Dial-a-Bus", kind=Kind.SERVICE), days=["TU"], start=time(8, 30), end=time(9, 30)
        )
        for hour in range(10, 15):
            circle = AssetFactory(name=f"Circle at {hour}")
            SessionFactory(asset=circle, days=["TU"], start=time(hour, 0), end=time(hour + 2, 0))
        up_to_date()
        html = client.get("/").content.decode()
    names = ("The Fridge", "Dial-a-Bus", *(f"Circle at {hour}" for hour in range(10, 15)))
    assert [name for name in names if name in html] == [f"Circle at {hour}" for hour in range(10, 15)]
    assert '<a href="/whats-on/">Everything today</a>' in html
    assert '<a href="/whats-on/?when=week">this week</a>' in html
