"""Stories, collections that put themselves away, a place this week, and lists that are never out of date."""

from datetime import date, time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from cms.body import BodyBlock
from cms.models import Asset, AssetInterest, HomePage, Kind, PlaceWeekPage, ScheduledSession, Session
from cms.scheduled import renew
from tests.cms.pages.conftest import NOW
from tests.core.markup import faults
from tests.factories.assets import AssetFactory, AssetPlaceFactory
from tests.factories.interests import InterestFactory
from tests.factories.pages import (
    CollectionPageFactory,
    GuidancePageFactory,
    PlaceWeekPageFactory,
    StoriesPageFactory,
    StoryPageFactory,
)
from tests.factories.pictures import PictureFactory
from tests.factories.places import AreaFactory, PlaceFactory
from tests.factories.schedules import SessionFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db
ANYTHING = {"heading": "With thread", "interests": [], "ward": None, "place": None, "kind": "", "most": 6}


def block(name: str, /, **value: object) -> list[tuple[str, object]]:
    return BodyBlock().to_python([{"type": name, "value": value}])


def live(client: Client, **value: object) -> str:
    page = GuidancePageFactory(body=block("live_list", **(ANYTHING | {"this_week": False} | value)))
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def meets(asset: Asset, day: int, start: int = 10, end: int = 11, **fields: object) -> Session:
    made = SessionFactory(
        asset=asset,
        rhythm=Session.Rhythm.ONCE,
        days=[],
        first=date(2026, 11, day),
        start=time(start),
        end=time(end),
        **fields,
    )
    renew([asset.pk], NOW.date())
    assert ScheduledSession.objects.filter(session=made).exists()
    return made


def test_a_live_list_shows_what_there_is_and_not_what_may_not_be_seen(client: Client) -> None:
    sewing = InterestFactory(code="sewing-things")
    for name, fields in {"Quilters": {}, "Gone quilters": {"withdrawn": True}, "Potters": {}}.items():
        asset = AssetFactory(name=name, **fields)
        if "uilters" in name:
            AssetInterest.objects.create(asset=asset, interest=sewing, state="confirmed")
    AssetFactory(name="A person’s own offer", kind=Kind.OFFER)
    html = live(client, interests=[sewing.pk])
    assert "Quilters" in html
    assert not any(name in html for name in ("Gone quilters", "Potters", "own offer"))
    assert "/search/?interest=sewing-things" in html
    assert "own offer" not in live(client)


def test_a_live_list_of_a_kind_and_of_a_ward(client: Client) -> None:
    ward = AreaFactory(code="low-moor")
    here, there = PlaceFactory(ward=ward), PlaceFactory(ward=AreaFactory(code="bank-top"))
    for name, place, secret in (("Here", here, False), ("There", there, False), ("Refuge", here, True)):
        AssetPlaceFactory(asset=AssetFactory(name=name, secret=secret), place=place)
    AssetFactory(name="Hold the ladder", kind=Kind.VOLUNTEER_ROLE)
    html = live(client, ward=ward.pk)
    assert [name in html for name in ("Here", "There", "Refuge")] == [True, False, False]
    assert "Hold the ladder" in live(client, kind="volunteer_role")
    assert "Hold the ladder" not in live(client)


def test_this_week_is_told_by_day_without_what_stands_open(client: Client) -> None:
    choir, opening = AssetFactory(name="Choir"), AssetFactory(name="The reading room")
    meets(choir, 26, cancelled={"2026-11-26": "the hall is cold"})
    meets(opening, 25, 9, 17)
    meets(AssetFactory(name="Much later"), 30, 20, 21)
    late = AssetFactory(name="In a fortnight")
    SessionFactory(asset=late, rhythm=Session.Rhythm.ONCE, days=[], first=date(2026, 12, 8), start=time(10))
    renew([late.pk], NOW.date())
    html = live(client, this_week=True)
    assert "Thu 26 Nov" in html
    assert "Not on: the hall is cold" in html
    assert "Much later" in html
    assert "The reading room" not in html
    assert "In a fortnight" not in html


def test_with_nothing_a_live_list_says_so_and_leads_on(client: Client) -> None:
    assert "Nothing that we know of just now. Yet." in live(client, interests=[InterestFactory().pk])


def test_a_list_asks_as_much_of_a_large_catalogue(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    page = GuidancePageFactory(body=block("live_list", **(ANYTHING | {"this_week": True})))
    meets(AssetFactory(), 25)
    client.get(page.url)
    with CaptureQueriesContext(connection) as few:
        client.get(page.url)
    for _ in range(5):
        meets(AssetFactory(), 25)
    with django_assert_num_queries(len(few.captured_queries)):
        client.get(page.url)


def test_a_story_has_its_picture_and_stands_in_the_list_the_newest_first(client: Client) -> None:
    picture = PictureFactory(description="Three flowers in cross stitch.")
    first = StoryPageFactory(title="How Jean found the choir", lead="She hummed.", picture=picture)
    StoryPageFactory(title="How Ted came back", lead="He had a key.")
    StoryPageFactory(title="Half told", live=False)
    page, above = (client.get(url).content.decode() for url in (first.url, first.get_parent().url))
    assert 'alt="Three flowers in cross stitch."' in page
    assert ".webp" in page
    assert "She hummed." in page
    assert above.index("How Ted came back") < above.index("How Jean found the choir")
    assert "Half told" not in above
    assert faults(page) == faults(above) == []


def test_a_story_on_a_page_goes_when_it_is_taken_down(client: Client) -> None:
    story = StoryPageFactory(title="How Jean found the choir", lead="She hummed.")
    page = GuidancePageFactory(body=block("story", page=story.pk))
    assert story.url in client.get(page.url).content.decode()
    story.unpublish()
    assert "Jean" not in client.get(page.url).content.decode()


@pytest.mark.parametrize(
    ("opens", "closes", "shown", "says"),
    [
        (date(2026, 11, 24), date(2026, 11, 24), True, "From 24 November to 24 November"),
        (date(2026, 11, 25), date(2027, 2, 28), False, "This begins on 25 November."),
        (date(2026, 1, 1), date(2026, 11, 23), False, "This ended on 23 November 2026."),
    ],
)
def test_a_collection_puts_itself_away(client: Client, opens: date, closes: date, shown: bool, says: str) -> None:
    page = CollectionPageFactory(title="Warm rooms", opens=opens, closes=closes, lead="A chair.")
    page.body = [("details", {"summary": "Is it free?", "body": "It is."})]
    page.save()
    home = HomePage.objects.get()
    home.body = block("season", page=page.pk)
    home.save()
    html, front = client.get(page.url).content.decode(), client.get("/").content.decode()
    assert says in html
    assert ("Is it free?" in html) == shown == ("Warm rooms" in front)
    assert ("See what is on this week" in html) == (not shown)
    assert faults(html) == []


def test_a_collection_ends_after_it_begins() -> None:
    page = CollectionPageFactory.build(opens=date(2026, 2, 1), closes=date(2026, 1, 1), title="Back", slug="back")
    with pytest.raises(Exception, match="before it begins"):
        HomePage.objects.get().add_child(instance=page)


def test_a_place_this_week(client: Client) -> None:
    library, other = PlaceFactory(name="Mill Library"), PlaceFactory(name="Other")
    story, both = AssetFactory(name="Story and a biscuit"), AssetFactory(name="At two places")
    AssetPlaceFactory(asset=story, place=library)
    for place in (library, other):
        AssetPlaceFactory(asset=both, place=place)
    meets(story, 25)
    meets(both, 26, place=other)
    page = PlaceWeekPageFactory(title="Your library this week", place=library)
    html = client.get(page.url).content.decode()
    assert "Story and a biscuit" in html
    assert "At two places" not in html
    assert f"/posters/place/{library.uuid}/" in html
    assert library.get_absolute_url() in html
    assert faults(html) == []


def test_a_place_that_tells_nothing_leads_to_everything(client: Client) -> None:
    place = PlaceFactory(name="Hidden house")
    AssetPlaceFactory(asset=AssetFactory(name="Refuge", secret=True), place=place)
    gone = PlaceWeekPageFactory(place=PlaceFactory())
    PlaceWeekPage.objects.filter(pk=gone.pk).update(place=None)
    for page in (PlaceWeekPageFactory(place=place), gone):
        html = client.get(page.url).content.decode()
        assert "Nothing that we know of. Yet." in html
        assert not any(words in html for words in ("Refuge", "Hidden house"))


def test_an_editor_sees_a_collection_before_its_season(client: Client) -> None:
    """Wagtail's preview of a page that is published and not in season: with all that will stand on it."""
    client.force_login(UserFactory(role="Administrators"), backend=BACKEND)
    page = CollectionPageFactory(title="Spring", slug="spring", opens=date(2027, 3, 1), closes=date(2027, 5, 31))
    sent = {"title": "Spring, nearly", "slug": "spring", "cloth": "moss", "opens": "2027-03-01", "closes": "2027-05-31"}
    listed = {"heading": "Out of doors", "most": "3", "interests-count": "0", "ward": "", "place": "", "kind": ""}
    sent |= {"body-count": "1", "body-0-type": "live_list", "body-0-order": "0", "body-0-deleted": "", "body-0-id": ""}
    sent |= {f"body-0-value-{name}": value for name, value in listed.items()}
    AssetFactory(name="Bluebell walk")
    address = f"/admin/pages/{page.pk}/edit/preview/"
    assert client.post(address, sent).json()["is_valid"]
    html = client.get(address, {"mode": ""}).content.decode()
    assert "Spring, nearly" in html
    assert "Bluebell walk" in html
    assert "Bluebell walk" not in client.get(page.url).content.decode()


def test_an_empty_list_of_stories(client: Client) -> None:
    assert "No story yet." in client.get(StoriesPageFactory().url).content.decode()
