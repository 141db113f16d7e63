"""The box that stands on other people's websites: what it shows, what it never shows, and who may frame what."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from html import unescape

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from cms.models import Asset
from search.finder import EngineUnavailable
from tests.core.markup import Page, faults
from tests.factories.assets import AssetFactory
from tests.factories.places import AreaFactory, PlaceFactory
from tests.factories.schedules import SessionFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 8, 20, tzinfo=UTC)
HERE = "ZM1 2SA"


@pytest.fixture(autouse=True)
def _monday_morning() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def near(up_to_date: Callable[[], None]) -> list[Asset]:
    """Three of Bank Top, the nearest first, and a refuge whose place nobody is told."""
    ward = AreaFactory(code="E05000001", name="Bank Top")
    found = []
    for number in range(3):
        place = PlaceFactory(name=f"Hall {number}", lat=53.734 + number / 100, lon=-2.043, ward=ward)
        asset = AssetFactory(name=f"Tea table {number}", at=[place])
        SessionFactory(asset=asset, first=date(2026, 1, 6))
        found.append(asset)
    AssetFactory(name="A person's offer", offer=True, at=[place])
    AssetFactory(name="Not asked yet", unasked=True, at=[place])
    refuge = PlaceFactory(name="Quarrybank House", lat=53.734, lon=-2.043, ward=ward)
    AssetFactory(name="Somewhere safe", secret=True, at=[refuge])
    up_to_date()
    return found


def shown(query: str, client: Client | None = None) -> list[str]:
    html = (client or Client()).get(f"/embed/near/?{query}").content.decode()
    return [unescape(name) for name in re.findall(r"<h2><a [^>]*>(.*?)</a>", html)]


def test_the_nearest_stand_first_and_as_many_as_were_asked_for(near: list[Asset]) -> None:
    assert shown(f"near={HERE}&most=2") == ["Tea table 0", "Tea table 1"]


def test_a_ward_and_words_narrow_it(near: list[Asset], up_to_date: Callable[[], None]) -> None:
    AssetFactory(name="Chess in another ward", at=[PlaceFactory(ward=AreaFactory(code="E05000002"))])
    up_to_date()
    assert "Chess in another ward" not in shown("ward=E05000001&most=10")
    assert shown("about=chess") == ["Chess in another ward"]
    assert "What’s on in Bank Top" in Client().get("/embed/near/?ward=E05000001").content.decode()


def test_a_worker_who_looks_sees_what_everybody_sees(near: list[Asset]) -> None:
    """Their browser may bring their session along into a page of another council's website."""
    client = Client()
    client.force_login(UserFactory(role="Workers"))
    assert shown(f"near={HERE}&most=10", client) == shown(f"near={HERE}&most=10")
    assert {"A person's offer", "Not asked yet"} & {*shown("most=10", client)} == set()


def test_a_secret_place_is_told_by_no_box(near: list[Asset]) -> None:
    for query in (f"near={HERE}&most=10", "ward=E05000001&most=10", "about=safe&most=10"):
        assert "Quarrybank" not in Client().get(f"/embed/near/?{query}").content.decode()
    assert "Somewhere safe" not in shown("ward=E05000001&most=10")


def test_every_link_opens_the_window_and_not_the_frame(near: list[Asset]) -> None:
    links = [given for tag, given in Page(Client().get("/embed/near/").content.decode()).tags if tag == "a"]
    assert len(links) == 4 + 1
    assert {given["target"] for given in links} == {"_top"}


@pytest.mark.parametrize(
    "query",
    ["", "near=QT44", "most=0", "most=9999", "most=x", "look=loud", "accent=red", "ward=x", "interest=x", "about=%00"],
)
def test_whatever_is_wrong_in_an_address_leaves_a_sound_page(near: list[Asset], query: str) -> None:
    answer = Client().get(f"/embed/near/?{query}")
    assert answer.status_code == 200
    assert faults(answer.content.decode()) == []


def test_a_place_that_nobody_knows_is_said(near: list[Asset]) -> None:
    assert "We don&#x27;t know QT44" in Client().get("/embed/near/?near=QT44").content.decode()


def test_no_words_of_an_address_become_markup(near: list[Asset]) -> None:
    hostile = '"><script>alert(1)</script>'
    for path in ("/embed/near/", "/put-this-on-your-website/"):
        html = Client().get(path, dict.fromkeys(("near", "about", "ward", "look", "accent"), hostile)).content
        assert b"<script>alert" not in html


def test_it_says_so_when_search_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*args: object, **kwargs: object) -> None:
        raise EngineUnavailable

    monkeypatch.setattr("connector.elsewhere.near_box.answer", away)
    answer = Client().get("/embed/near/?near=ZM1")
    assert answer.status_code == 503
    assert "Try again in a few minutes" in answer.content.decode()


class TestWhoMayFrame:
    def test_the_box_may_be_framed_by_anybody_and_is_as_strict_otherwise(self, near: list[Asset]) -> None:
        answer, other = Client().get("/embed/near/"), Client().get("/about/order/")
        policy = dict(part.strip().partition(" ")[::2] for part in answer["Content-Security-Policy"].split(";"))
        usual = dict(part.strip().partition(" ")[::2] for part in other["Content-Security-Policy"].split(";"))
        assert policy.pop("frame-ancestors") == "*"
        assert usual.pop("frame-ancestors") == "'none'"
        assert policy == usual
        assert "X-Frame-Options" not in answer
        assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"

    @pytest.mark.parametrize("path", ["/", "/search/", "/put-this-on-your-website/", "/embed/accent-24427c.css"])
    def test_nothing_else_may(self, near: list[Asset], path: str) -> None:
        answer = Client().get(path)
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
        assert answer["X-Frame-Options"] == "DENY"

    @pytest.mark.parametrize("path", ["/embed/near/?near=ZM1", "/embed/near.js", "/embed/accent-24427c.css"])
    def test_no_cookie_comes_with_it_and_caches_may_keep_it(self, near: list[Asset], path: str) -> None:
        answer = Client().get(path)
        assert not answer.cookies
        assert answer["Cache-Control"].startswith("public") or "public" in answer["Cache-Control"]
        assert "Cookie" not in answer.get("Vary", "")

    def test_a_session_that_comes_along_changes_nothing(self, near: list[Asset]) -> None:
        client = Client()
        client.force_login(UserFactory(role="Workers"))
        answer = client.get("/embed/near/")
        assert answer.content == Client().get("/embed/near/").content
        assert not answer.cookies

    def test_the_script_is_small_and_may_be_used_by_anybody(self) -> None:
        answer = Client().get("/embed/near.js")
        assert len(answer.content) < 2_000
        assert answer["Content-Type"].startswith("text/javascript")
        assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"


class TestColour:
    def test_one_that_can_be_read_is_used_by_day_and_by_night(self) -> None:
        answer = Client().get("/embed/accent-6b1d5c.css")
        assert answer.status_code == 200
        assert "--indigo:#6B1D5C" in answer.content.decode()
        assert "immutable" in answer["Cache-Control"]

    @pytest.mark.parametrize("digits", ["ffff00", "zzzzzz", "12", "fff-x"])
    def test_one_in_which_nobody_could_read_is_not(self, digits: str) -> None:
        assert Client().get(f"/embed/accent-{digits}.css").status_code == 404

    def test_the_box_takes_only_one_that_can_be_read(self, near: list[Asset]) -> None:
        assert "/embed/accent-6b1d5c.css" in Client().get("/embed/near/?accent=%236B1D5C").content.decode()
        assert "accent-" not in Client().get("/embed/near/?accent=%23FFFF00").content.decode()

    def test_light_and_dark_are_whatever_was_chosen(self, near: list[Asset]) -> None:
        assert 'data-theme="dark"' in Client().get("/embed/near/?look=dark").content.decode()
        assert "data-theme" not in Client().get("/embed/near/").content.decode()


class TestHandingItOut:
    @pytest.fixture(autouse=True)
    def _at(self, settings: Settings) -> None:
        settings.CONNECTOR_BASE_URL = "https://connector.example"

    def pieces(self, **query: str) -> list[str]:
        html = Client().get("/put-this-on-your-website/", query).content.decode()
        return [unescape(text) for text in re.findall(r"<textarea[^>]*>(.*?)</textarea>", html, re.DOTALL)]

    def test_both_pieces_hold_the_same_address(self, near: list[Asset]) -> None:
        frame, script = self.pieces(near=HERE, most="3", look="dark", accent="#6b1d5c")
        assert (
            'src="https://connector.example/embed/near/?near=ZM1+2SA&amp;most=3&amp;look=dark&amp;accent=%236b1d5c"'
            in frame
        )
        assert '<connector-near near="ZM1 2SA" most="3" look="dark" accent="#6b1d5c">' in script
        assert "What’s on near" in frame
        assert "<script" not in frame

    def test_nothing_is_asked_before_anything_was_typed(self, near: list[Asset]) -> None:
        html = Client().get("/put-this-on-your-website/").content.decode()
        assert faults(html) == []
        assert "<iframe" not in html

    def test_a_colour_nobody_could_read_is_refused_with_one_that_works(self, near: list[Asset]) -> None:
        html = Client().get("/put-this-on-your-website/", {"near": HERE, "accent": "#ffff00"}).content.decode()
        assert "Too light to read" in html
        assert "<iframe" not in html
        assert 'value="#ffff00"' in html

    def test_it_shows_what_it_hands_out(self, near: list[Asset]) -> None:
        answer = Client().get("/put-this-on-your-website/", {"near": HERE, "most": "2"})
        html = answer.content.decode()
        assert faults(html) == []
        assert re.search(r'<iframe class="look-at" src="(.*?)"', html)[1] == "/embed/near/?near=ZM1+2SA&amp;most=2"  # type: ignore[index]
        assert "frame-src 'self'" in answer["Content-Security-Policy"]
        assert not answer.cookies

    def test_hostile_words_stay_within_the_piece(self, near: list[Asset]) -> None:
        frame, script = self.pieces(near=HERE, about='"><script>alert(1)</script>')
        assert "<script>alert" not in frame
        assert "<script>alert" not in script

    def test_search_engines_are_led_to_the_page_and_not_to_boxes(self) -> None:
        assert "noindex" in Client().get("/embed/near/")["X-Robots-Tag"]
        assert reverse("put_on_your_website") in Client().get("/sitemap-ours.xml").content.decode()
