"""What search engines are led to: every public page, in parts, and nothing else."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.models import Asset
from connector.elsewhere import sitemaps
from tests.factories.assets import AssetFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.pages import GuidancePageFactory, TopicPageFactory
from tests.factories.places import PlaceFactory
from tests.factories.schedules import SessionFactory

pytestmark = pytest.mark.django_db
BASE = "https://connector.example"
Capture = Callable[..., AbstractContextManager[CaptureQueriesContext]]


@pytest.fixture(autouse=True)
def _at(settings: object) -> None:
    settings.CONNECTOR_BASE_URL = BASE  # type: ignore[attr-defined]


def addresses(path: str) -> list[str]:
    answer = Client().get(path)
    assert answer.status_code == 200
    return re.findall(r"<loc>(.*?)</loc>", answer.content.decode())


def all_pages() -> set[str]:
    """Every address that all the parts hold, without the host."""
    parts = [part.removeprefix("http://testserver") for part in addresses("/sitemap.xml")]
    found = [each for part in parts for each in addresses(part)]
    assert len(found) == len(set(found))
    assert all(each.startswith(f"{BASE}/") for each in found)
    return {each.removeprefix(BASE) for each in found}


def test_every_public_page_is_in_it() -> None:
    place, runs = PlaceFactory(), OrganisationFactory()
    asset = AssetFactory(at=[place], organisation=runs)
    held = PlaceFactory()
    SessionFactory(asset=asset, place=held)
    topic, guidance = TopicPageFactory(slug="making"), GuidancePageFactory(slug="buses")
    shown = {each.get_absolute_url() for each in (asset, place, runs, held)} | {
        topic.url,
        guidance.url,
        "/",
        "/search/",
    }
    assert shown <= all_pages()


def test_each_of_them_is_there() -> None:
    AssetFactory(at=[PlaceFactory()], organisation=OrganisationFactory())
    TopicPageFactory(slug="making")
    found = {path: Client().get(path).status_code for path in all_pages() - {"/search/"}}
    assert [path for path, status in found.items() if status != 200] == []


def test_what_the_public_may_not_see_is_not() -> None:
    gone = AssetFactory(withdrawn=True, at=[PlaceFactory()], organisation=OrganisationFactory())
    told = AssetFactory(unasked=True, at=[PlaceFactory()])
    offer = AssetFactory(offer=True, at=[PlaceFactory(name="Somebody's house")])
    home = PlaceFactory(precision="sector")
    unnamed = PlaceFactory(name="")
    AssetFactory(at=[home, unnamed])
    draft = TopicPageFactory(slug="draft", live=False)
    pages = all_pages()
    hidden = [gone, told, offer, home, unnamed, gone.organisation]
    hidden += [row.place for each in (gone, told, offer) for row in each.asset_places.all()]
    assert [each.get_absolute_url() for each in hidden if each.get_absolute_url() in pages] == []
    assert not [path for path in pages if draft.slug in path]


def test_a_secret_place_is_in_none_of_it_though_its_listing_is() -> None:
    house, room = PlaceFactory(name="Quarrybank House"), PlaceFactory(name="Wicket Room")
    refuge = AssetFactory(secret=True, at=[house])
    SessionFactory(asset=refuge, place=room)
    pages = all_pages()
    assert refuge.get_absolute_url() in pages
    assert not {house.get_absolute_url(), room.get_absolute_url()} & pages


def test_a_part_says_when_a_page_last_changed() -> None:
    AssetFactory(last_published_at=datetime(2026, 11, 3, 12, tzinfo=UTC))
    AssetFactory(last_published_at=datetime(2026, 11, 20, 12, tzinfo=UTC))
    part = Client().get("/sitemap-listings.xml").content.decode()
    assert "<lastmod>2026-11-03</lastmod>" in part
    whole = Client().get("/sitemap.xml").content.decode()
    assert re.search(r"sitemap-listings.xml</loc>\s*<lastmod>2026-11-20", whole)


def test_parts_are_short_and_each_costs_the_same(
    monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: Capture
) -> None:
    monkeypatch.setattr(sitemaps.Rows, "limit", 4)
    made = {AssetFactory().get_absolute_url() for _ in range(10)}
    parts = [each for each in addresses("/sitemap.xml") if "listings" in each]
    assert [part.partition("sitemap-")[2] for part in parts] == ["listings.xml", "listings.xml?p=2", "listings.xml?p=3"]
    found = []
    for part in parts:
        with django_assert_max_num_queries(3):
            found.append(addresses(part.removeprefix("http://testserver")))
    assert [len(each) for each in found] == [4, 4, 2]
    assert {url.removeprefix(BASE) for each in found for url in each} == made
    assert Client().get("/sitemap-listings.xml?p=4").status_code == 404


def test_no_part_is_longer_than_search_engines_take() -> None:
    assert max(made().limit for made in sitemaps.SITEMAPS.values()) <= 50_000


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-listings.xml", "/robots.txt"])
def test_it_is_kept_for_an_hour_and_sets_no_cookie(path: str) -> None:
    answer = Client().get(path)
    assert "max-age=3600" in answer["Cache-Control"]
    assert not answer.cookies


@pytest.mark.wide
def test_a_hundred_thousand_listings(django_assert_max_num_queries: Capture) -> None:
    Asset.objects.bulk_create((Asset(name=f"Group {n}", live=True) for n in range(100_000)), batch_size=2_000)
    with django_assert_max_num_queries(16):
        parts = [each for each in addresses("/sitemap.xml") if "listings" in each]
    assert len(parts) == 100_000 // sitemaps.A_PART
    with django_assert_max_num_queries(3):
        assert len(addresses(parts[-1].removeprefix("http://testserver"))) == sitemaps.A_PART
