"""The match page through its address: signed in, posted, answered and forgotten."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from cms.models import Asset
from connector.matching.forms import MatchForm
from tests.factories.assets import AssetAccessFactory, AssetFactory, ContactFactory
from tests.factories.places import PlaceFactory
from tests.factories.schedules import SessionFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db
NOTE = "Embroidery all round the room, and Mrs Ogden-Pargeter said in the day"


@pytest.fixture
def circle(up_to_date: Callable[[], None]) -> object:
    asset = AssetFactory(
        name="Sewing Circle", interests=["embroidery"], at=[PlaceFactory(lat=53.424, lon=-2.322, name="Mill Hall")],
        greeter_name="Maureen", greeter_words="will wait at the door", cost_words="£2, tea included", cost="paid",
    )  # fmt: skip
    SessionFactory(asset=asset, days=["TU"])
    ContactFactory(asset=asset, name="Maureen", phone="01632 960 014")
    ContactFactory(asset=asset, name="Ann", phone="01632 960 998", visibility="partner")
    AssetFactory(name="Wednesday Walkers", interests=["walking"])
    up_to_date()
    return asset


def test_it_asks_for_a_worker(client: Client) -> None:
    assert client.get("/match/").headers["Location"].startswith("/account/login/?next=/match/")
    client.force_login(UserFactory(role="Group editors"), backend=BACKEND)
    assert client.get("/match/").status_code == 403


def test_the_empty_page_asks_one_question(priya: Client) -> None:
    page = priya.get("/match/").content.decode()
    assert "What did you notice?" in page
    assert "asset_card" not in page


def test_a_note_is_answered_with_reasons_dates_and_who_to_ask_for(priya: Client, circle: object) -> None:
    page = priya.post("/match/", {"note": NOTE, "near": "M33", "travel": "foot"}).content.decode()
    assert "Sewing Circle" in page
    assert "is what they do" in page
    assert "“Embroidery”" in page
    assert "will wait at the door" in page
    assert "£2, tea included" in page
    assert "Wednesday Walkers" not in page


def test_who_answers_there_is_one_tap_away(priya: Client, circle: object) -> None:
    page = priya.post("/match/", {"note": NOTE}).content.decode()
    assert 'href="tel:01632960014"' in page
    assert "Ring Maureen" in page


def test_that_somebody_can_stay_without_a_carer_is_told_where_a_break_is_wanted(
    priya: Client, circle: Asset, up_to_date: Callable[[], None]
) -> None:
    AssetAccessFactory(asset=circle, subject="stay_without_carer", state="yes", note="many do")
    up_to_date()
    note = "Embroidery all round the room. Her husband needs a break."
    with_break, without = (
        re.sub(r"<details.*?</details>", "", priya.post("/match/", {"note": told}).content.decode(), flags=re.DOTALL)
        for told in (note, "Embroidery all round the room.")
    )
    assert "stay without" in with_break
    assert "stay without" not in without


def test_htmx_gets_the_answers_alone(priya: Client, circle: object) -> None:
    page = priya.post("/match/", {"note": NOTE}, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in page
    assert 'id="answers"' in page


def test_a_chip_is_taken_off_and_put_on(priya: Client, circle: object) -> None:
    off = priya.post("/match/", {"note": "embroidery", "press": "off:embroidery"}).content.decode()
    assert "Sewing Circle" not in off
    on = priya.post("/match/", {"note": "", "press": "on:embroidery"}).content.decode()
    assert "Sewing Circle" in on


def test_a_word_is_added_by_hand(priya: Client, circle: object) -> None:
    page = priya.post("/match/", {"note": "", "press": "add", "add": "cross stitch"}).content.decode()
    assert "Sewing Circle" in page


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("Embroidery everywhere. Home m33 7zf, broken hip.", "Near M33 7"),
        ("Embroidery. M33 7ZF, and again M337ZF.", "Near M33 7"),
        ("Embroidery. M33 7ZF; her daughter is in M1 1AE.", "Near where?"),
        ("Embroidery. NHS number 943 476 5919, ZZ99 9ZZ.", "Near where?"),
    ],
)
def test_the_only_postcode_of_a_note_is_where(priya: Client, circle: object, note: str, words: str) -> None:
    page = priya.post("/match/", {"note": note, "travel": "foot"}).content.decode()
    assert words in page
    chosen = priya.post("/match/", {"note": note, "near": "M1", "travel": "foot"}).content.decode()
    assert "Near M1" in chosen, "what is chosen by hand goes first"


def test_a_place_that_is_not_known_is_told_and_the_words_stay(priya: Client, circle: object) -> None:
    page = priya.post("/match/", {"note": NOTE, "near": "QT44"}).content.decode()
    assert "QT44" in page
    assert "Ogden-Pargeter" in page
    assert 'aria-invalid="true"' in page


def test_kept_in_the_session_and_printed_with_public_facts_alone(priya: Client, circle: object) -> None:
    uuid = str(circle.uuid)  # type: ignore[attr-defined]
    priya.post("/match/", {"note": NOTE, "keep": uuid})
    assert "1 kept" in priya.get("/match/").content.decode()
    paper = priya.get("/match/take-home/").content.decode()
    assert "Every Tuesday, 1.30 to 3.30pm" in paper, "paper lies there longer than two dates last"
    for words in ("Sewing Circle", "Mill Hall", "Maureen will wait at the door.", "01632 960 014", "£2, tea included"):
        assert words in paper
    assert "960 998" not in paper
    priya.post("/match/kept/", {"drop": uuid})
    assert "Nothing is kept yet" in priya.get("/match/take-home/").content.decode()


def test_what_is_no_id_is_passed_over(priya: Client) -> None:
    priya.post("/match/", {"keep": "' or 1=1"})
    assert priya.session.get("kept", []) == []


def test_nothing_typed_is_kept_logged_or_sent_on(priya: Client, circle: object, caplog: object, capsys: object) -> None:
    response = priya.post("/match/", {"note": NOTE, "near": "M33 7ZF"})
    told = caplog.text + "".join(capsys.readouterr())  # type: ignore[attr-defined]
    kept = str(dict(priya.session.items())) + str(response.headers)
    for word in ("Pargeter", "mbroidery", "M33"):
        assert word not in told
        assert word not in kept
    assert response.headers["Cache-Control"].startswith("max-age=0") or "no-store" in response.headers["Cache-Control"]


def test_what_was_heard_besides_is_told_and_goes_with_one_tap(priya: Client, circle: object) -> None:
    note = {"note": "She loves embroidery. Uses a wheelchair. Hates bingo. Her dad loves old songs.", "travel": "foot"}
    page = priya.post("/match/", note).content.decode()
    for words in ("Uses a wheelchair", "Not wanted", "For their dad", "Step-free: not known"):
        assert words.lower() in page.lower(), words
    off = priya.post("/match/", note | {"press": "off:access--uses-a-wheelchair"}).content.decode()
    assert 'value="on:access--uses-a-wheelchair"' in off
    assert 'name="off" value="access--uses-a-wheelchair"' in off


def test_a_way_that_the_note_tells_is_said_until_one_is_chosen(priya: Client, circle: object) -> None:
    note = {"note": "Embroidery. She gets the bus and walks with a stick.", "how_far": "15"}
    heard = priya.post("/match/", note | {"travel": "foot", "pace": "usual"}).content.decode()
    assert "15 minutes, by bus, slowly, or with a stick" in heard
    chosen = priya.post("/match/", note | {"travel": "car", "pace": "usual"}).content.decode()
    assert "15 minutes, by car, or with a lift" in chosen


def test_a_whole_transcript_is_taken_as_it_is() -> None:
    long = "We talked for an hour. " * 5_000
    form = MatchForm({"note": long})
    assert form.is_valid()
    assert form.cleaned_data["note"] == long.strip()
