"""What search engines are asked to leave alone, and the one address of every page that they may keep."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import Settings

from connector.core.crawled import CLOSED, is_open
from connector.fetching.robots import parse
from tests.factories.assets import AssetFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.pages import TopicPageFactory
from tests.factories.places import PlaceFactory

pytestmark = pytest.mark.django_db
BASE = "https://connector.example"
UUID = "00000000-0000-4000-8000-00000000c19c"


@pytest.fixture(autouse=True)
def _at(settings: Settings) -> None:
    settings.CONNECTOR_BASE_URL = BASE


def canonical(path: str) -> list[str]:
    return re.findall(r'<link rel="canonical" href="(.*?)">', Client().get(path).content.decode())


def test_robots_reads_as_a_robot_reads_it_and_leads_to_the_sitemap() -> None:
    answer = Client().get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    text = answer.content.decode()
    assert f"\nSitemap: {BASE}/sitemap.xml\n" in text
    robot = parse(text, "AnyBot")
    for path in ("/admin/", "/account/login/", "/link/x/", "/list/x/", "/match/", "/api/search?q=x", "/metrics"):
        assert not robot.allow(path), path
    assert not robot.allow("/search/?q=tea&cost=free")
    for path in ("/", "/search/", f"/listings/{UUID}/", "/topics/", "/list-your-group/", "/about/order/"):
        assert robot.allow(path), path


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/", True),
        (f"/listings/{UUID}/", True),
        (f"/listings/{UUID}/wrong/", False),
        (f"/listings/{UUID}/look-after/sent/", False),
        ("/list-your-group/", True),
        (f"/list-your-group/{UUID}/what/", False),
        ("/share-something/", True),
        ("/share-something/where/", False),
        ("/link/abc/", False),
        ("/matchless/", True),
    ],
)
def test_what_is_open(path: str, found: bool) -> None:
    assert is_open(path) is found


def test_whatever_is_closed_stands_in_robots_once() -> None:
    text = Client().get("/robots.txt").content.decode()
    assert [path for path in CLOSED if text.count(f"Disallow: {path}\n") != 1] == []


def test_every_public_page_has_one_address_whatever_brought_a_reader_there() -> None:
    asset = AssetFactory(at=[PlaceFactory()], organisation=OrganisationFactory())
    place = asset.asset_places.get().place
    paths = [each.get_absolute_url() for each in (asset, place, asset.organisation)]
    paths += ["/", "/topics/", TopicPageFactory(slug="making").url, "/about/order/", "/list-your-group/"]
    for path in paths:
        assert canonical(f"{path}?utm_source=letter&fbclid=x&page=1") == [f"{BASE}{path}"], path


def test_a_page_of_a_long_list_has_an_address_of_its_own() -> None:
    runs = OrganisationFactory()
    for _ in range(21):
        AssetFactory(organisation=runs)
    path = runs.get_absolute_url()
    assert canonical(f"{path}?page=2&utm_source=x") == [f"{BASE}{path}?page=2"]
    assert canonical(f"{path}?page=9") == [f"{BASE}{path}?page=2"]


def test_a_search_has_one_address_whatever_the_order_of_its_fields(up_to_date: Callable[[], None]) -> None:
    up_to_date()
    one = canonical("/search/?cost=free&q=tea&utm_campaign=x&day=mon")
    assert (
        one
        == canonical("/search/?day=mon&gclid=y&q=tea&cost=free")
        == [f"{BASE}/search/?q=tea&amp;day=mon&amp;cost=free"]
    )


@pytest.mark.parametrize(
    "path", ["/no-such-page/", f"/listings/{UUID}/", "/account/login/", f"/listings/{UUID}/wrong/"]
)
def test_what_is_not_there_or_not_for_them_has_none(path: str) -> None:
    assert canonical(path) == []
