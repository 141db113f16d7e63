"""What a group reads of what its listing brought."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from cms.models import Asset
from tests.factories.assets import AssetFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.reach import WeekOfReachFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _wednesday() -> Iterator[None]:
    with time_machine.travel("2026-12-02 10:00Z", tick=False):
        yield


@pytest.fixture
def mine() -> Asset:
    asset: Asset = AssetFactory(name="Sewing Circle")
    return asset


@pytest.fixture
def maureen(mine: Asset) -> Client:
    user = UserFactory(role="Group editors")
    EditorshipFactory(user=user, asset=mine)
    browser = Client()
    browser.force_login(user, backend=BACKEND)
    return browser


def page(browser: Client, asset: Asset) -> str:
    return browser.get(f"/my-listings/{asset.uuid}/").content.decode()


def test_the_last_four_weeks_are_added_up(maureen: Client, mine: Asset) -> None:
    for week, shown in (("2026-W49", 6), ("2026-W48", 5), ("2026-W46", 3), ("2026-W45", 90)):
        WeekOfReachFactory(asset=mine, week=week, shown=shown, kept=2)
    WeekOfReachFactory(week="2026-W49", shown=70)
    assert "14 people were shown you this month, 6 kept you." in page(maureen, mine)


def test_nothing_is_said_kindly(maureen: Client, mine: Asset) -> None:
    said = page(maureen, mine)
    assert "Nobody was shown you this month. It depends on whom we visited and what they love." in said
    assert "your own editors are never counted" in said


def test_of_a_listing_that_nobody_sees_nothing_is_said(maureen: Client, mine: Asset) -> None:
    Asset.objects.filter(pk=mine.pk).update(live=False)
    assert "What it brings" not in page(maureen, mine)
