"""People of the borough who would share something: nobody real, nobody named where workers look, found by a match."""

import json
import re
from collections.abc import Callable

import pytest

from cms.models import Asset
from connector.demo.borough import records
from connector.demo.offers import seed_offers
from connector.offers.models import Offer
from tests.factories.places import AreaFactory
from tests.factories.users import UserFactory
from tests.offers.conftest import a_browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def seeded() -> int:
    for ward in records("wards"):
        AreaFactory(code=ward["code"], name=ward["name"])
    return seed_offers(by=UserFactory(role="Connectors"))


def test_three_are_found_and_two_wait(seeded: int) -> None:
    states = sorted(Offer.objects.values_list("state", flat=True))
    assert states == ["out", "out", "out", "to_ring", "waiting"]
    assert seeded == Asset.objects.filter(kind="offer", live=True).count() == 3
    assert seed_offers(by=UserFactory(role="Connectors")) == 0
    assert Offer.objects.filter(area=None).count() == 0


def test_a_match_shows_one(seeded: int, up_to_date: Callable[[], None]) -> None:
    up_to_date()
    note = {"note": "He kept pigeons all his life and would love that again.", "press": "show", "travel": "foot"}
    page = a_browser("Workers").post("/match/", note).content.decode()
    assert "A pigeon man’s company" in page
    assert "Ask the connector" in page
    assert "Des" not in page


def test_nobody_real_can_be_rung_or_written_to() -> None:
    for each in records("offers"):
        assert not each["email"] or each["email"].endswith("@tenterclough.example")
        assert re.fullmatch(r"(01632 960 \d{3})?", each["phone"])
        told = json.dumps([each[name] for name in ("title", "words", "when", "condition")])
        assert each["first_name"] not in told
