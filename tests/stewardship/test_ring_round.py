"""By telephone too: who is rung stands on a sheet and is sent nothing; what they say is the row that a link moves."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.core import mail
from django.test import Client
from pytest_django import Settings

from cms.models import Area, Asset, Contact
from connector.accounts.models import User
from connector.notifications.actions.not_wanted import mark_bounced
from connector.notifications.models import Message
from connector.notifications.recipients import addressee, person_key
from connector.notifications.sending import send_due
from connector.stewardship.asking import ask_due
from connector.stewardship.models import Asked, Asking, Task
from tests.factories.assets import AssetFactory, AssetPlaceFactory, ContactFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.places import AreaFactory, PlaceFactory
from tests.factories.users import BACKEND, UserFactory
from tests.stewardship.conftest import MORNING

pytestmark = pytest.mark.django_db
SHEET, PAPER, PRESS = "/admin/ring-round/", "/admin/ring-round/paper/", "/admin/ring-round/press/"
NUMBER = "01632 960 777"
DAY = MORNING.date()


@pytest.fixture(autouse=True)
def everybodys_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("connector.stewardship.asking.last_day", lambda person, month, today: DAY)


@pytest.fixture
def staff() -> Client:
    client = Client()
    client.force_login(UserFactory(role="Connectors", first_name="Meena"), backend=BACKEND)
    return client


def rung(listing: str = "Bowls at Mill Row", ward: str = "Low Moor", **contact: object) -> Asset:
    """A listing whose contact likes to be rung, asked about today."""
    asset = AssetFactory(name=listing)
    code = ward.lower().replace(" ", "-")
    area = Area.objects.filter(code=code).first() or AreaFactory(name=ward, code=code)
    AssetPlaceFactory(asset=asset, place=PlaceFactory(name="The Green", ward=area))
    fields = {"name": "Edna", "phone": NUMBER, "prefers": "telephone", "best_time": "evening"}
    ContactFactory(asset=asset, **fields | {"best_time_words": "not Tuesdays"} | contact)
    return asset


def ask(after: int = 0) -> None:
    ask_due(DAY + timedelta(days=after))
    send_due()


def row_of(asset: Asset) -> Asked:
    return Asked.objects.get(asset=asset)


def test_who_is_rung_is_sent_nothing_and_stands_on_the_sheet(staff: Client) -> None:
    asset = rung(email="edna@tenterclough.example")
    ask()
    assert mail.outbox == []
    assert not Message.objects.exists()
    page = staff.get(SHEET).content.decode()
    for words in (
        "Edna",
        NUMBER,
        "Evenings: not Tuesdays",
        asset.name,
        "What",
        "When",
        "Where",
        "Cost",
        "Ask",
        "The Green",
    ):
        assert words in page
    assert staff.get(SHEET)["Cache-Control"].count("no-store")


def test_right_is_confirmed_by_whom_and_how_and_the_line_goes(staff: Client) -> None:
    asset = rung()
    ask()
    answer = {"asked": row_of(asset).pk, "answer": "right"}
    for _ in range(2):
        assert staff.post(PRESS, answer).status_code == 302
    asset.refresh_from_db()
    assert (asset.confirmed_on, asset.confirmed_by) == (DAY, "Edna")
    assert asset.confirmed_how == "by telephone, by the council's connector"
    assert row_of(asset).told_to.first_name == "Meena"
    assert NUMBER not in staff.get(SHEET).content.decode()
    assert ask_due(DAY + timedelta(days=1)) == {"close": 1}


def test_a_visit_is_told_as_one_and_an_unseen_name_is_not_shown(staff: Client) -> None:
    asset = rung(prefers="visit", visibility=Contact.Visibility.INTERNAL, post_to="2 Mill Row\nQT4 4HN")
    ask()
    page = staff.get(SHEET).content.decode()
    assert "Go and see them" in page
    assert "2 Mill Row, QT4 4HN" in page
    staff.post(PRESS, {"asked": row_of(asset).pk, "answer": "right"})
    asset.refresh_from_db()
    assert (asset.confirmed_by, asset.confirmed_how) == ("The group", "on a visit, by the council's connector")
    assert "Edna" not in Client().get(asset.get_absolute_url()).content.decode()


def test_change_leads_to_the_listing_and_confirms_nothing(staff: Client) -> None:
    asset = rung()
    ask()
    answer = staff.post(PRESS, {"asked": row_of(asset).pk, "answer": "change"})
    assert answer["Location"].endswith(f"/edit/{asset.pk}/")
    asset.refresh_from_db()
    assert asset.confirmed_on is None
    assert row_of(asset).answer == "change"


def test_stopped_takes_it_down_and_can_be_taken_back(staff: Client) -> None:
    asset = rung()
    ask()
    staff.post(PRESS, {"asked": row_of(asset).pk, "answer": "stopped"})
    assert not Asset.objects.get(pk=asset.pk).live
    task = Task.objects.get()
    assert (task.what, task.words) == (Task.What.WITHDRAWN, "They told a connector by telephone.")
    staff.post(f"/admin/listings-to-see-to/{task.pk}/", {"press": "back"})
    assert Asset.objects.get(pk=asset.pk).live


def test_stopped_waits_for_a_look_where_somebody_else_keeps_it_too(staff: Client) -> None:
    asset = rung()
    EditorshipFactory(asset=asset)
    ask()
    staff.post(PRESS, {"asked": Asked.objects.get(asking__way="telephone").pk, "answer": "stopped"})
    assert Asset.objects.get(pk=asset.pk).live
    assert Task.objects.get().what == Task.What.STOPPED


def test_no_answer_rests_two_days_and_after_three_it_is_seen_to(staff: Client, clock: time_machine.Traveller) -> None:
    meena = User.objects.get(first_name="Meena")
    asset = rung()
    ask()
    asking = Asking.objects.get()
    for tried in (1, 2, 3):
        for _ in range(2):
            staff.post(PRESS, {"asking": asking.pk})
        assert Asking.objects.get().tries == tried
        page = staff.get(SHEET).content.decode()
        assert "again from" in page
        assert NUMBER not in page
        clock.shift(timedelta(days=2))
        staff.force_login(meena, backend=BACKEND)
    assert NUMBER in staff.get(SHEET).content.decode()
    assert ask_due(DAY + timedelta(days=6)) == {"hand over": 1}
    assert Task.objects.get().asset == asset
    assert mail.outbox == []


def test_a_line_that_nobody_rang_waits_however_long(staff: Client) -> None:
    rung()
    ask()
    assert ask_due(DAY + timedelta(weeks=30)) == {}
    assert NUMBER in staff.get(SHEET).content.decode()


def test_one_person_with_two_listings_is_one_line_in_one_patch(staff: Client) -> None:
    rung("Bowls", email="edna@tenterclough.example")
    rung("Whist", ward="Bank Top", email="EDNA@tenterclough.example")
    rung("Skittles", ward="Bank Top", name="Ken", phone="01632 960 778")
    ask()
    page = staff.get(SHEET).content.decode()
    assert "Low Moor: 1" in page
    assert "Bank Top: 1" in page
    here = staff.get(f"{SHEET}?patch=low-moor").content.decode()
    assert here.count('class="ring-number"') == 1
    assert all(name in here for name in ("Bowls", "Whist"))
    assert "Skittles" not in here


def test_on_paper_there_are_boxes_and_no_admin(staff: Client) -> None:
    rung()
    ask()
    page = staff.get(f"{PAPER}?patch=low-moor").content.decode()
    for words in (NUMBER, "Low Moor", "Evenings: not Tuesdays", "Still right", "Stopped", "No answer, try again"):
        assert words in page
    for chrome in ("wagtail", "<form", "<script"):
        assert chrome not in page.lower()
    sheet = Path("connector/static/connector/css/ring_round.css").read_text()
    assert "@media print" in sheet
    assert "size:A4" in sheet


@pytest.mark.parametrize("role", ["Workers", "Group editors", "Managers", None])
def test_nobody_else_sees_it(role: str | None) -> None:
    asset = rung()
    ask()
    client = Client()
    if role:
        client.force_login(UserFactory(role=role), backend=BACKEND)
    answers = [client.get(SHEET), client.get(PAPER), client.post(PRESS, {"asked": row_of(asset).pk, "answer": "right"})]
    assert all(each.status_code in (302, 403) and NUMBER.encode() not in each.content for each in answers)
    assert row_of(asset).answer == ""


ODD = ({"asked": "x", "answer": "right"}, {"asked": "999999", "answer": "right"}, {"asking": "x"}, {})


@pytest.mark.parametrize("posted", ODD)
def test_what_is_not_there_is_not_found(staff: Client, posted: dict[str, str]) -> None:
    assert staff.post(PRESS, posted).status_code == 404


def test_an_odd_answer_changes_nothing(staff: Client) -> None:
    asset = rung()
    ask()
    assert staff.post(PRESS, {"asked": row_of(asset).pk, "answer": "surely"}).status_code == 404
    assert staff.get(PRESS).status_code == 405
    assert row_of(asset).answer == ""


def test_no_log_and_no_address_holds_a_number(
    staff: Client, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    asset = rung()
    ask()
    answer = staff.post(PRESS, {"asked": row_of(asset).pk, "answer": "right", "patch": "low-moor"})
    assert answer["Location"] == f"{SHEET}?patch=low-moor"
    told = caplog.text + capsys.readouterr().err
    assert "777" not in told
    assert "Edna" not in told


def test_whoever_prefers_it_gets_a_text_or_a_letter(settings: Settings) -> None:
    settings.CONNECTOR_CHANNELS = {"email": "mail", "text": "console", "letter": "console"}
    rung("Bowls", prefers="text", phone="07700 900123")
    rung("Whist", prefers="post", phone="", post_to="2 Mill Row\nTenterclough\nqt4 4hn")
    ask_due(DAY)
    assert set(Message.objects.values_list("channel", flat=True)) == {"text", "letter"}
    letter = addressee(Message.objects.get(channel="letter").recipient)
    assert letter is not None
    assert letter.letter == ("Edna", "2 Mill Row", "Tenterclough", "QT4 4HN")
    send_due()
    assert set(Message.objects.values_list("state", flat=True)) == {Message.State.SENT}


def test_who_had_a_letter_and_rings_is_found_on_the_sheet(staff: Client, settings: Settings) -> None:
    settings.CONNECTOR_CHANNELS = {"letter": "console"}
    asset = rung(prefers="post", post_to="2 Mill Row\nQT4 4HN")
    ask()
    assert "We wrote by post on 30 November. If they ring" in staff.get(SHEET).content.decode()
    staff.post(PRESS, {"asked": row_of(asset).pk, "answer": "right"})
    assert ask_due(DAY + timedelta(days=30)) == {"close": 1}


def test_whose_messages_come_back_is_rung(staff: Client) -> None:
    ContactFactory(name="Ken", phone=NUMBER, email="ken@tenterclough.example")
    mark_bounced(person=person_key("ken@tenterclough.example"), now=MORNING)
    ask()
    assert mail.outbox == []
    assert NUMBER in staff.get(SHEET).content.decode()


def test_a_number_alone_is_rung_only_where_nobody_else_is_asked(staff: Client) -> None:
    alone = ContactFactory(phone=NUMBER)
    ContactFactory(phone="01632 960 778", asset=ContactFactory(email="jo@tenterclough.example").asset)
    ask()
    assert Asking.objects.filter(way="telephone").count() == 1
    assert row_of(alone.asset).asking.way == "telephone"
    assert len(mail.outbox) == 1


def test_somebody_who_changes_their_mind_is_written_to(clock: time_machine.Traveller) -> None:
    asset = rung(email="edna@tenterclough.example")
    ask()
    Contact.objects.update(prefers="email")
    clock.shift(timedelta(weeks=2))
    ask(after=14)
    assert len(mail.outbox) == 1
    assert row_of(asset).asking.way == "email"


def test_who_lost_it_is_not_on_the_sheet(staff: Client) -> None:
    rung()
    ask()
    Contact.objects.all().delete()
    assert NUMBER not in staff.get(SHEET).content.decode()


def test_queries_do_not_grow_with_the_lines(
    staff: Client, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for n in range(8):
        rung(f"Club {n}", phone=f"01632 960 {n:03}", name=f"Person {n}")
    ask()
    with django_assert_max_num_queries(60):
        assert staff.get(SHEET).content.decode().count("Ring: <b") == 8
