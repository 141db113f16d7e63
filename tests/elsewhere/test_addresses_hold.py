"""An address that was given out leads somewhere for good: to its page, to where that is now, or to kind words."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from cms.actions.join_assets import join_assets
from cms.actions.withdraw_asset import withdraw_asset
from cms.models import TopicPage
from tests.factories.assets import AssetFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.pages import GuidancePageFactory, TopicPageFactory
from tests.factories.places import PlaceFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db
Rename = Callable[[TopicPage, str], None]


@pytest.fixture
def renamed(django_capture_on_commit_callbacks: Callable[..., Any]) -> Rename:
    """Call it to give a page another word in its address, and publish it so."""

    def rename(page: TopicPage, slug: str) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            page.slug = slug
            page.save_revision().publish()

    return rename


def test_a_new_name_changes_no_address() -> None:
    asset = AssetFactory(
        name="Knit and Natter", at=[PlaceFactory(name="Mill Hall")], organisation=OrganisationFactory()
    )
    place = asset.asset_places.get().place
    for row in (asset, place, asset.organisation):
        path, row.name = row.get_absolute_url(), "Another name altogether"
        row.save()
        answer = Client().get(path)
        assert (answer.status_code, row.get_absolute_url()) == (200, path)
        assert "Another name altogether" in answer.content.decode()


def test_one_that_was_joined_to_another_leads_there_for_good() -> None:
    kept, other = AssetFactory(name="Sewing"), AssetFactory(name="Sewing circle")
    paths = [other.get_absolute_url(), f"/api/assets/{other.uuid}/schema.org"]
    join_assets(stays=kept, goes=other, by=UserFactory(role="Connectors"))
    found = [Client().get(path) for path in paths]
    assert [(answer.status_code, answer["Location"]) for answer in found] == [
        (301, kept.get_absolute_url()),
        (301, f"/api/assets/{kept.uuid}/schema.org"),
    ]


def test_a_topic_that_is_called_otherwise_leads_from_where_it_was(renamed: Rename) -> None:
    topic = TopicPageFactory(title="Making", slug="making")
    old = topic.url
    renamed(topic, "making-and-mending")
    answer = Client().get(f"{old}?utm_source=letter")
    assert (answer.status_code, answer["Location"]) == (301, "/topics/making-and-mending/")
    assert Client().get(answer["Location"]).status_code == 200


def test_it_leads_there_at_once_however_often_it_was_renamed(renamed: Rename) -> None:
    topic = TopicPageFactory(slug="one")
    for slug in ("two", "three"):
        renamed(TopicPage.objects.get(pk=topic.pk), slug)
    assert [Client().get(f"/topics/{old}/")["Location"] for old in ("one", "two")] == ["/topics/three/"] * 2


def test_a_page_that_was_moved_leads_from_where_it_was() -> None:
    first, second = GuidancePageFactory(slug="getting-about"), GuidancePageFactory(slug="help")
    page = GuidancePageFactory(parent=first, slug="buses")
    old = page.url
    page.move(second, pos="last-child")
    answer = Client().get(old)
    assert (answer.status_code, answer["Location"]) == (301, "/help/buses/")


def test_a_new_page_where_another_was_is_shown_itself(renamed: Rename) -> None:
    renamed(TopicPageFactory(slug="making"), "mending")
    TopicPageFactory(title="Making anew", slug="making")
    answer = Client().get("/topics/making/")
    assert answer.status_code == 200
    assert "Making anew" in answer.content.decode()


def test_one_that_was_withdrawn_says_so_kindly_and_leads_on() -> None:
    asset = AssetFactory()
    withdraw_asset(asset=asset, by=UserFactory(role="Connectors"), reason="They stopped.")
    answer = Client().get(asset.get_absolute_url())
    assert answer.status_code == 404
    assert "the group may have stopped" in answer.content.decode()
