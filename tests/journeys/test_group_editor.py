"""A group keeps its own: a code by e-mail; Wednesday becomes Thursday and people find it at once; another name waits
until a connector says yes in Wagtail.

Everything goes through the real pages and the real index.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.models import Asset
from cms.visibility import PUBLIC
from search.finder import find
from search.questions import Question
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.places import PlaceFactory
from tests.factories.schedules import SessionFactory
from tests.factories.users import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
TUESDAY_MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
MAUREEN = "maureen@tenterclough.example"


@pytest.fixture(autouse=True)
def _tuesday() -> object:
    with time_machine.travel(TUESDAY_MORNING, tick=False):
        yield


@pytest.fixture
def circle() -> Asset:
    """Wednesdays, half past one."""
    asset = AssetFactory(name="Weavers Fold Sewing Circle", summary="Sewing and a brew.", at=[PlaceFactory()])
    SessionFactory(asset=asset, days=["WE"])
    ContactFactory(asset=asset, phone="01632 960 014")
    EditorshipFactory(user=UserFactory(email=MAUREEN, role="Group editors"), asset=asset)
    return asset


def test_a_change_from_the_code_to_the_index(circle: Asset, mailoutbox: list, up_to_date: Callable[[], None]) -> None:
    up_to_date()
    assert _on("wed") == ["Weavers Fold Sewing Circle"]

    maureen = Client()
    maureen.post("/account/login/code/", {"email": MAUREEN})
    code = re.search(r"\d{4}-\d{4}", mailoutbox[0].body)[0]
    assert maureen.post("/account/login/code/confirm/", {"code": code})["Location"] == "/my-listings/"
    _wednesday_becomes_thursday(maureen, circle)

    up_to_date()
    assert _on("thu") == ["Weavers Fold Sewing Circle"], "a time is live at once, and looked at afterwards"
    assert _on("wed") == []
    assert "People see this." in maureen.get("/my-listings/").content.decode()
    assert "Thu 26 Nov" in Client().get(circle.get_absolute_url()).content.decode()

    _it_gets_another_name(maureen, circle)
    up_to_date()
    assert _on("thu") == ["Weavers Fold Sewing Circle"], "until a connector has looked, people see its name as it was"
    assert "You sent it today" in maureen.get("/my-listings/").content.decode()

    _a_connector_approves(circle)
    up_to_date()
    assert _on("thu") == ["Weavers Fold Sewing and Mending"]
    assert "People see this." in maureen.get("/my-listings/").content.decode()


def _wednesday_becomes_thursday(client: Client, asset: Asset) -> None:
    """One page after another, as the links and redirects lead."""
    listing = f"/my-listings/{asset.uuid}/"
    assert listing in client.get("/my-listings/").content.decode()
    time = f"{listing}times/{asset.sessions.get().pk}/"
    assert time in client.get(listing).content.decode()
    assert f"{time}days/" in client.get(time).content.decode()
    answer = client.post(f"{time}days/", {"days": ["TH"]})
    assert answer["Location"] == f"{listing}check/"
    page = client.get(answer["Location"])
    read_back = [date.day for date in page.context["dates"]]
    assert read_back == ["Thu 26 Nov", "Thu 3 Dec", "Thu 10 Dec", "Thu 17 Dec"]
    assert client.post(answer["Location"], {"version": page.context["version"]})["Location"] == listing


def _it_gets_another_name(client: Client, asset: Asset) -> None:
    listing = f"/my-listings/{asset.uuid}/"
    assert client.post(f"{listing}name/", {"name": "Weavers Fold Sewing and Mending"})["Location"] == f"{listing}check/"
    version = client.get(f"{listing}check/").context["version"]
    assert client.post(f"{listing}check/", {"version": version})["Location"] == listing


def _a_connector_approves(asset: Asset) -> None:
    """Through Wagtail's own page, as somebody who signed in with a password."""
    client = Client()
    dawn = UserFactory(role="Connectors")
    client.post("/account/login/", {"login": dawn.email, "password": PASSWORD})
    task = Asset.objects.get(pk=asset.pk).current_workflow_task_state
    url = reverse(Asset.snippet_viewset.get_url_name("workflow_action"), args=[asset.pk, "approve", task.pk])
    answer = client.post(url, {})
    assert answer.status_code in {200, 302}
    assert Asset.objects.get(pk=asset.pk).current_workflow_state is None


def _on(day: str) -> list[str]:
    """What the search finds on a day."""
    page = find(Question(text="sewing", days=frozenset({day})), viewer=PUBLIC, now=timezone.now())
    return list(Asset.objects.filter(pk__in=[hit.asset_id for hit in page.hits]).values_list("name", flat=True))
