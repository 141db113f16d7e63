"""Keep on a listing's own page: for who visits people, with how many are kept, and back to where it was pressed."""

import pytest
from django.test import Client
from django.urls import reverse

from cms.models import Asset
from tests.core.markup import faults
from tests.factories.assets import AssetFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def circle(db: None) -> Asset:
    return AssetFactory(name="Sewing & Natter")


def press(browser: Client, name: str, uuid: object) -> str:
    """The button of that name, as the page's form sends it. Where it leads."""
    answer = browser.post(reverse("shortlist"), {name: str(uuid), "back": "listing"})
    assert answer.status_code == 302
    return answer.headers["Location"]


def test_it_is_kept_and_let_go_where_it_stands(priya: Client, circle: Asset) -> None:
    page = circle.get_absolute_url()
    before = priya.get(page).content.decode()
    assert f'name="keep" value="{circle.uuid}"' in before
    assert 'id="bar" aria-label="Kept" hidden' in before
    assert press(priya, "keep", circle.uuid) == f"{page}#keep-{circle.uuid}"
    kept = priya.get(page).content.decode()
    assert f'name="drop" value="{circle.uuid}"' in kept
    assert "1 kept" in kept
    assert '<span class="kept-n">, 1</span>' in kept
    assert "Sewing &amp; Natter" in priya.get(reverse("shortlist")).content.decode()
    assert press(priya, "drop", circle.uuid) == f"{page}#keep-{circle.uuid}"
    assert "0 kept" in priya.get(page).content.decode()
    assert faults(before) == faults(kept) == []


@pytest.mark.parametrize("role", [None, "Group editors", "Managers"])
def test_everybody_elses_page_has_no_button_and_no_token(client: Client, circle: Asset, role: str | None) -> None:
    if role:
        client.force_login(UserFactory(role=role), backend=BACKEND)
    page = client.get(circle.get_absolute_url())
    for words in ('name="keep"', "csrfmiddlewaretoken", "kept"):
        assert words not in page.content.decode().split("<main")[1]
    assert "csrftoken" not in page.cookies


@pytest.mark.parametrize("sent", ["", "https://elsewhere.example/", "../../admin", "12"])
def test_what_no_button_sends_leads_to_the_shortlist(priya: Client, sent: str) -> None:
    assert press(priya, "keep", sent) == reverse("shortlist")


def test_a_press_on_the_shortlist_stays_there(priya: Client, circle: Asset) -> None:
    assert priya.post(reverse("shortlist"), {"keep": str(circle.uuid)}).headers["Location"] == reverse("shortlist")
