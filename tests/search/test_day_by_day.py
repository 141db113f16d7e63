"""From what was found to what is on this week, with what both can be narrowed by."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.http import QueryDict
from django.test import Client

from cms.models import Asset
from search.addresses import Address
from search.day_by_day import day_by_day
from search.filters import SearchFilters
from tests.factories.assets import AssetFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("q=bread&order=soonest", "when=week"),
        ("time=morning&time=evening&cost=free", "when=week&time=morning&time=evening&free=on"),
        ("access=step_free&access=parking&kind=group", "when=week&step_free=on"),
        ("interest=making-and-mending", "when=week&topic=making-and-mending"),
        ("interest=embroidery", "when=week"),
        ("interest=making-and-mending&interest=animals", "when=week"),
    ],
)
def test_it_takes_along_what_the_other_page_can_be_narrowed_by(asked: str, leads_to: str) -> None:
    data = QueryDict(asked)
    assert day_by_day(Address.of(data, SearchFilters.of(data))) == f"/whats-on/?{leads_to}"


@pytest.mark.parametrize("role", ["", "Workers"])
def test_whoever_searches_has_that_door(client: Client, up_to_date: Callable[[], None], role: str) -> None:
    if role:
        client.force_login(UserFactory(role=role), backend=BACKEND)
    AssetFactory(cost=Asset.Cost.FREE)
    up_to_date()
    html = client.get("/search/", {"cost": "free"}).content.decode()
    found = re.search(r'href="([^"]*)">What’s on this week, day by day', html)
    assert found is not None
    assert unescape(found[1]) == "/whats-on/?when=week&free=on"
    assert client.get(unescape(found[1])).status_code == 200
