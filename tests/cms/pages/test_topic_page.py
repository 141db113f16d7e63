"""A topic page: what an editor wrote, then what is live for its interests and narrower ones, then ways to give."""

from collections.abc import Callable
from datetime import date, time

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cms.lineage import with_narrower
from cms.models import Asset, AssetInterest, InterestRelation, Kind, Session, TopicPage
from cms.topics import SHOWN, topic
from cms.visibility import PUBLIC, Viewer
from tests.cms.pages.conftest import NOW
from tests.factories.assets import AssetFactory
from tests.factories.interests import InterestFactory, InterestRelationFactory
from tests.factories.pages import TopicPageFactory
from tests.factories.schedules import SessionFactory

pytestmark = pytest.mark.django_db
Meets = Callable[..., Asset]


@pytest.fixture
def clay() -> TopicPage:
    """Clay things, of which pinch pots are a kind."""
    things, pots = InterestFactory(code="clay-things"), InterestFactory(code="pinch-pots")
    InterestRelationFactory(source=pots, target=things, kind=InterestRelation.Kind.BROADER)
    return TopicPageFactory(title="Clay things", lead="Mud, and what hands make of it.", interests=[things])


@pytest.fixture
def meets() -> Meets:
    """An asset that meets an interest, confirmed if not said."""

    def made(code: str = "pinch-pots", state: str = "confirmed", **fields: object) -> Asset:
        asset = AssetFactory(**fields)
        AssetInterest.objects.create(asset=asset, interest=InterestFactory(code=code), state=state)
        return asset

    return made


def test_narrower_interests_come_with_it(clay: TopicPage) -> None:
    things, pots = InterestFactory(code="clay-things"), InterestFactory(code="pinch-pots")
    assert with_narrower([things.pk]) == {things.pk, pots.pk}
    assert with_narrower([pots.pk]) == {pots.pk}


def test_a_ring_of_broader_interests_ends() -> None:
    one, two = InterestFactory(), InterestFactory()
    InterestRelationFactory(source=one, target=two, kind=InterestRelation.Kind.BROADER)
    InterestRelationFactory(source=two, target=one, kind=InterestRelation.Kind.BROADER)
    assert with_narrower([one.pk]) == {one.pk, two.pk}


def test_it_shows_what_is_live_and_nothing_else(client: Client, clay: TopicPage, meets: Meets) -> None:
    shown = meets(name="Potters of Mill Street")
    meets(name="Withdrawn Potters", withdrawn=True)
    meets(name="Guessed Potters", state="suggested")
    meets(name="Somebody’s Own Wheel", kind=Kind.OFFER)
    meets("made-up-else", name="Brass Band")
    html = client.get(clay.url).content.decode()
    assert "Mud, and what hands make of it." in html
    assert shown.get_absolute_url() in html
    for name in ("Withdrawn Potters", "Guessed Potters", "Own Wheel", "Brass Band"):
        assert name not in html


def test_a_worker_sees_an_offer_too(clay: TopicPage, meets: Meets) -> None:
    meets(kind=Kind.OFFER)
    interests = [interest.pk for interest in clay.interests.all()]
    totals = [topic(interests, viewer=viewer, now=NOW).total for viewer in (PUBLIC, Viewer(works=True))]
    assert totals == [0, 1]


def test_the_soonest_stands_first_and_what_has_no_date_last(clay: TopicPage, meets: Meets) -> None:
    later, sooner, undated = meets(name="Later"), meets(name="Sooner"), meets(name="Undated")
    for asset, day in ((later, 27), (sooner, 25)):
        first = date(2026, 11, day)
        SessionFactory(asset=asset, rhythm=Session.Rhythm.ONCE, days=[], first=first, start=time(10))
    found = topic([InterestFactory(code="clay-things").pk], viewer=PUBLIC, now=NOW)
    assert [card.name for card in found.cards] == [sooner.name, later.name, undated.name]


@pytest.mark.parametrize(
    "narrow",
    [{"max_age": 17}, {"min_age": 50}, {"only_for": "women"}, {"audience": ["young"]}, {"room": Asset.Room.FULL}],
)
def test_what_is_for_most_people_stands_before_what_is_for_some(
    clay: TopicPage, meets: Meets, narrow: dict[str, object]
) -> None:
    some, most = meets(name="Some", **narrow), meets(name="Most", min_age=16, audience=["adults", "older"])
    for asset, day in ((some, 24), (most, 27)):
        first = date(2026, 11, day)
        SessionFactory(asset=asset, rhythm=Session.Rhythm.ONCE, days=[], first=first, start=time(10))
    found = topic([InterestFactory(code="clay-things").pk], viewer=PUBLIC, now=NOW)
    assert [card.name for card in found.cards] == [most.name, some.name]


def test_there_are_ways_to_give(client: Client, clay: TopicPage, meets: Meets) -> None:
    meets(name="Kiln minder", kind=Kind.VOLUNTEER_ROLE, summary="Watch the kiln on a Thursday.")
    meets(name="Potters", help_wanted="somebody who can mend a wheel")
    meets(name="Paused Potters", help_wanted="nobody just now", room=Asset.Room.PAUSED)
    html = client.get(clay.url).content.decode()
    ways = html[html.index('id="giving"') :]
    assert "Watch the kiln on a Thursday." in ways
    assert "They would like somebody who can mend a wheel." in ways
    assert "nobody just now" not in ways
    assert html.index("Potters") < html.index('id="giving"')


def test_a_topic_without_anything_says_so(client: Client, clay: TopicPage) -> None:
    html = client.get(clay.url).content.decode()
    assert "Nothing near here that we know of. Yet." in html
    assert "interest=clay-things" in html
    assert 'id="giving"' not in html


def test_a_topic_without_interests_is_a_page_of_words(client: Client) -> None:
    page = TopicPageFactory(title="Not yet")
    assert client.get(page.url).status_code == 200


def test_the_rest_is_in_search(client: Client, clay: TopicPage, meets: Meets) -> None:
    for number in range(SHOWN + 1):
        meets(name=f"Potters {number}")
    html = client.get(clay.url).content.decode()
    assert f"All {SHOWN + 1} of them" in html
    assert 'href="/search/?interest=clay-things"' in html


def test_more_listings_cost_no_more_queries(
    clay: TopicPage, meets: Meets, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    interests = [InterestFactory(code="clay-things").pk]
    for number in range(8):
        SessionFactory(asset=meets(name=f"Potters {number}", help_wanted="hands"))
    with django_assert_max_num_queries(16):
        assert len(topic(interests, viewer=PUBLIC, now=NOW).cards) == 8
