"""Every page, with example data and with none: sound HTML that the content policy lets through."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.core.example_pages import PAGES
from tests.core.markup import faults

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.core.example_pages")]

REAL = ["about/order/", "about/data/", "about/accessibility/", "about/cookies/", "gallery/", "account/login/"]


@pytest.mark.parametrize("address", [*PAGES, *REAL])
def test_a_page_is_sound(client: Client, address: str) -> None:
    response = client.get(f"/{address}")
    assert response.status_code == 200
    assert faults(response.content.decode()) == []


@pytest.mark.parametrize("template", sorted({template for template, _, _ in PAGES.values()}))
def test_a_page_stands_without_what_may_be_missing(client: Client, template: str) -> None:
    """A template whose optional context is left out is still a sound page."""
    from django.template.loader import render_to_string
    from django.test import RequestFactory

    request = RequestFactory().get("/")
    request.user = _nobody()  # type: ignore[attr-defined]
    html = render_to_string(template, {"heading": "A page", **_needed(template)}, request)
    assert faults(html) == []


def _nobody() -> object:
    from django.contrib.auth.models import AnonymousUser

    return AnonymousUser()


def _needed(template: str) -> dict[str, object]:
    from tests.core.example_pages import MatchForm

    return {"form": MatchForm()} if template.endswith("match.html") else {}


def test_what_is_sent_back_to_htmx_is_sound(client: Client) -> None:
    from django.template.loader import render_to_string

    from tests.core.example_pages import MATCHED

    html = render_to_string("connector/matching/_answers.html", MATCHED)
    assert faults(html, whole=False) == []
    for part in ("chips", "announce", "noticed-words", "noticed-set", "near-words", "far-words", "when-words", "bar"):
        assert f'id="{part}"' in html
    assert html.count("hx-swap-oob") == 10


def test_a_search_can_be_kept_and_sent(client: Client) -> None:
    html = client.get("/example/results/").content.decode()
    assert 'method="post"' not in html
    assert html.count("<form") == 1


def test_a_note_is_never_in_an_address(client: Client) -> None:
    html = client.get("/example/match/").content.decode()
    assert '<form method="post"' in html
    assert html.count("<form") == 1
    assert 'historyCacheSize":0' in html
    assert 'allowEval":false' in html


def test_words_of_a_search_are_escaped(client: Client) -> None:
    from django.template.loader import render_to_string

    html = render_to_string("search/results.html", {"query": '"><script>', "nothing_title": "<b>", "heading": "<b>"})
    assert "<script>" not in html
    assert "<b>." not in html


def test_the_gallery_is_for_the_demonstration_alone(client: Client, settings: Settings) -> None:
    settings.CONNECTOR_DEMONSTRATION = False
    assert client.get("/gallery/").status_code == 404
    assert "demonstration" not in client.get("/about/order/").content.decode().lower()


def test_a_page_of_nothing_says_so_in_our_words(client: Client) -> None:
    response = client.get("/no/such/page/")
    assert response.status_code == 404
    assert "We can’t find that page" in response.content.decode()


def test_every_register_is_named_with_its_licence(client: Client) -> None:
    from tests.factories.assets import AssetFactory, AssetSourceFactory, SourceFactory

    source = SourceFactory(name="Hallshire Register", licence="OGL v3.0", attribution="Contains data of Hallshire.")
    AssetSourceFactory(source=source)
    AssetSourceFactory(source=SourceFactory(name="Gone Register"), asset=AssetFactory(withdrawn=True))
    html = client.get("/about/data/").content.decode()
    for words in ("Hallshire Register", "1 listing here. Licence: OGL v3.0.", "Contains data of Hallshire."):
        assert words in html
    assert "Gone Register" not in html
