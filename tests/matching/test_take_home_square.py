"""The square on the take-home: an address of ours with the listings and nothing else, and the page it leads to."""

import re
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import pytest
import segno
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from cms.models import Asset
from connector.matching.list_address import MOST, codes, uuids
from tests.factories.assets import AssetFactory
from tests.factories.council import CouncilFactory

ids = st.uuids().map(str)


@given(st.lists(ids, unique=True, max_size=MOST))
def test_what_is_written_is_read(kept: list[str]) -> None:
    assert uuids(codes(kept)) == kept


@given(st.text(max_size=200))
def test_what_is_no_id_is_passed_over(text: str) -> None:
    assert all(str(UUID(each)) == each for each in uuids(text))
    mine = str(uuid4())
    assert mine in uuids(f"{codes([mine])}.{text}")


def test_a_list_has_an_end() -> None:
    many = [str(uuid4()) for _ in range(MOST + 5)]
    assert uuids(codes(many)) == many[:MOST]


def keep(browser: Client, *assets: Asset) -> list[str]:
    for asset in assets:
        browser.post("/match/kept/", {"keep": str(asset.uuid)})
    return [str(asset.uuid) for asset in assets]


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3, MOST])
def test_the_square_is_the_address_whatever_host_was_asked(priya: Client, settings: Settings, count: int) -> None:
    settings.CONNECTOR_BASE_URL = "https://connector.example.gov.uk"
    kept = keep(priya, *(AssetFactory() for _ in range(count)))
    page = priya.get("/match/take-home/", headers={"Host": "elsewhere.example"}).content.decode()
    wanted = f"https://connector.example.gov.uk/list/{codes(kept)}/"
    assert _modules(page) == [list(map(bool, row)) for row in segno.make(wanted, error="m", micro=False).matrix]
    assert "elsewhere.example" not in page
    assert not re.search(r"<svg[^>]*\bstyle=", page)


@pytest.mark.django_db
def test_it_leads_to_those_listings_for_everybody(priya: Client, client: Client) -> None:
    first, second, offer = AssetFactory(name="Choir"), AssetFactory(name="Shed"), AssetFactory(kind="offer", name="Ida")
    kept = keep(priya, second, first)
    answer = Client().get(f"/list/{codes([*kept, str(offer.uuid)])}/")
    page = answer.content.decode()
    assert page.index("Shed") < page.index("Choir")
    assert "Ida" not in page
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert 'name="keep"' not in page


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["x", "AAAAAAAAAAAAAAAAAAAAAA", "é", "...."])
def test_a_list_of_nothing_says_so(client: Client, text: str) -> None:
    answer = client.get(f"/list/{text}/")
    assert answer.status_code == 404
    assert "Nothing on this list now" in answer.content.decode()


@pytest.mark.django_db
def test_the_paper_names_the_day_and_whom_to_ring(priya: Client) -> None:
    CouncilFactory(phone="01632 960 100")
    keep(priya, AssetFactory())
    page = priya.get("/match/take-home/").content.decode()
    assert re.search(r"For you, from our chat on \w+day", page)
    assert "01632 960 100" in page


def _modules(page: str) -> list[list[bool]]:
    """The dark modules of the square in a page, row by row without the rim, read from the drawing itself."""
    drawn = re.search(r'<svg[^>]*class="qr".*?stroke="#000"[^>]* d="([^"]+)"', page, re.DOTALL)
    assert drawn
    dark: set[tuple[int, int]] = set()
    x, y = 0.0, 0.0
    for letter, numbers in re.findall(r"([Mmhz])([^Mmhz]*)", drawn[1]):
        given = [float(each) for each in re.findall(r"-?[\d.]+", numbers)]
        if letter == "M":
            x, y = given
        elif letter == "m":
            x, y = x + given[0], y + given[1]
        elif letter == "h":
            dark |= {(int(y), int(x) + step) for step in range(int(given[0]))}
            x += given[0]
    low, high = min(row for row, _ in dark), max(row for row, _ in dark)
    return [[(row, column) in dark for column in range(low, high + 1)] for row in range(low, high + 1)]


def test_an_address_has_no_room_for_anything_else() -> None:
    assert re.fullmatch(r"[\w.-]*", codes([str(uuid4()) for _ in range(5)]))
    assert urlsplit(f"/list/{codes([str(uuid4())])}/").query == ""
