"""One box over a few listings: a place and a time in the words, slips, chips, rescue, paging and the one address."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from django.http import QueryDict
from django.test import Client

from search.addresses import Address
from search.filters import SearchFilters
from tests.factories.assets import AssetFactory
from tests.factories.places import PlaceFactory
from tests.factories.schedules import SessionFactory

pytestmark = pytest.mark.django_db
Look = Callable[[str], Any]


@pytest.fixture
def look(client: Client, up_to_date: Callable[[], None]) -> Look:
    near, far = PlaceFactory(lat=53.424, lon=-2.322, step_free=True), PlaceFactory(lat=53.48, lon=-2.24)
    for number in range(12):
        asset = AssetFactory(name=f"Embroidery {number}", interests=["embroidery"], at=[near], cost="free")
        SessionFactory(asset=asset, days=["TU"])
    AssetFactory(name="Far Stitchers", interests=["embroidery"], at=[far], audience=["carers"])
    AssetFactory(name="Shuttlecocks", interests=["badminton"], at=[near], cost="paid", cost_pence=300)
    up_to_date()
    return lambda query: client.get(query if query.startswith("/") else f"/search/?{query}").context


def address(query: str) -> str:
    return Address.of(QueryDict(query), SearchFilters.of(QueryDict(query))).url


def test_a_place_and_a_time_in_the_words(look: Look) -> None:
    found = look("q=embroidery on tuesdays near M33&radius=1+mile")
    assert found["heading"] == "12 things for “embroidery on tuesdays” near M33"
    (_, _, any_place), (_, _, any_time) = found["heard"]
    assert look(any_time)["count"] == 12
    assert look(any_place)["heading"].endswith("“embroidery on tuesdays near M33”")
    assert look("q=embroidery on sundays")["heard"][0][0].startswith("Nothing that we know of is on then")


def test_it_can_be_sent_as_it_is(client: Client, look: Look) -> None:
    said = look("q=embroidery&order=soonest")["sent"]
    assert said == "13 things for “embroidery”: http://127.0.0.1:8000/search/?q=embroidery&order=soonest"
    page = client.get("/search/?q=embroidery").content.decode()
    assert f'href="sms:?&amp;body={quote(look("q=embroidery")["sent"], safe="")}"' in page
    assert "mailto:?subject=13%20things" in page


def test_a_slip_is_put_right_and_said(look: Look) -> None:
    found = look("q=embroidary")
    assert (found["spelling"]["read"], found["spelling"]["count"]) == ("embroidery", 0)
    assert look(found["spelling"]["url"])["count"] == 0


def test_little_or_nothing_comes_with_what_could_be_tried(look: Look) -> None:
    for query in ("q=embroidery&who=carers&cost=free", "q=badminton&near=M33&radius=1 mile&day=mon", "q=xyzzy"):
        found = look(query)
        assert found["tries"], query
        for label, url, words in found["tries"]:
            assert words.split()[0] == str(look(url)["count"]), (query, label)
    assert look("q=embroidery")["tries"] == []


def test_choices_are_chips_and_counts_are_without_their_own(look: Look) -> None:
    found = look("q=embroidery&cost=few&access=step_free")
    options = {option.value: option for group in found["groups"] for option in group.options}
    assert (found["count"], options["free"].count, options["few"].count) == (0, 12, 0)
    assert [label for label, _ in found["chosen"]] == ["£5 or less", "Step-free"]
    assert found["hint"]["link"] == "See all 0, known or not"


def test_pages_follow_one_another(look: Look) -> None:
    first = look("q=embroidery")
    second = look(first["next_url"])
    names = [card.name for page in (first, second) for card in page["cards"]]
    assert len(set(names)) == len(names) == first["count"] == 13
    assert look(second["previous_url"])["canonical"] == "/search/?q=embroidery"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "/search/"),
        ("day=wed&q=sewing&day=mon&utm_source=x", "/search/?q=sewing&day=mon&day=wed"),
        ("q=+sewing++bee&limit=10&offset=0&kind=", "/search/?q=sewing+bee"),
        ("free=on&cost=few", "/search/?cost=free&cost=few"),
        ("day=someday&who=carers&who=carers", "/search/?who=carers"),
        ("near=QT44&offset=20", "/search/?near=QT44&offset=20"),
        ("order=cheapest&radius=far", "/search/"),
    ],
)
def test_one_state_has_one_address(query: str, expected: str) -> None:
    assert address(query) == expected
    assert address(expected.partition("?")[2]) == expected
