"""What visits needed to know: all that waits in one message a person, answered by link, or told to who rings."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from pytest_django import Settings

from cms.actions import approve_change
from cms.models import Asset, Editorship
from connector.accounts.models import User
from connector.asking.actions.raise_question import RESTS, raise_question
from connector.asking.models import AccessQuestion
from connector.links.models import Link
from connector.notifications.actions.not_wanted import stop_messages
from connector.notifications.models import Message
from connector.notifications.recipients import person_key
from connector.notifications.sending import send_due
from connector.stewardship.asking import ask_due
from connector.stewardship.enquiring.asking import KIND, enquire_due
from connector.stewardship.enquiring.deciding import PAUSE, Open, Step, step_for
from connector.stewardship.models import Enquiry
from tests.core.markup import faults
from tests.factories.asking import AccessQuestionFactory
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.users import BACKEND, UserFactory
from tests.stewardship.conftest import EMAIL, MORNING, facts_in_draft, link_in, press, state_of

pytestmark = pytest.mark.django_db
TODAY = MORNING.date()
SHEET = "/admin/ring-round/"


def open_since(days: int, left: int = 1, **rung: object) -> Open:
    return Open(TODAY - timedelta(days=days), left, **rung)  # type: ignore[arg-type]


STEPS = [
    (None, 1, None, Step.ASK),
    (None, 0, None, Step.NOTHING),
    (TODAY - PAUSE, 3, None, Step.ASK),
    (TODAY - PAUSE + timedelta(days=1), 3, None, Step.NOTHING),
    (TODAY, 5, open_since(0), Step.NOTHING),
    (TODAY, 0, open_since(3, left=0), Step.CLOSE),
    (TODAY, 1, open_since(28), Step.CLOSE),
    (TODAY, 1, open_since(300, rung=True), Step.NOTHING),
    (TODAY, 1, open_since(6, rung=True, tries=3), Step.CLOSE),
]


@pytest.mark.parametrize(("last_asked", "new", "now_open", "step"), STEPS)
def test_what_to_do_about_somebody(last_asked: date | None, new: int, now_open: Open | None, step: Step) -> None:
    assert step_for(today=TODAY, last_asked=last_asked, new=new, now_open=now_open) is step


@pytest.fixture
def needed(circle: Asset) -> Asset:
    AccessQuestionFactory(asset=circle, subject="step_free", times=3)
    AccessQuestionFactory(asset=circle, subject="hearing_loop")
    return circle


def ask(today: date = TODAY) -> str:
    """The day's work, and sending; the path of the link in the newest message."""
    enquire_due(today)
    send_due()
    return link_in(mail.outbox[-1].body)


def test_one_message_holds_all_that_waits_of_all_their_listings(needed: Asset, maureen: User) -> None:
    lunch = AssetFactory(name="Lunch Club")
    EditorshipFactory(user=maureen, asset=lunch)
    AccessQuestionFactory(asset=lunch, subject="parking")
    AccessQuestionFactory(asset=AssetFactory(name="Somebody else's"), subject="toilet")
    ask()
    enquire_due(TODAY)
    send_due()
    (message,) = mail.outbox
    assert message.to == [EMAIL]
    told = str(message.body)
    for words in ("Weavers Fold Sewing Circle", "Step-free?", "Hearing loop?", "Lunch Club", "Parking?"):
        assert words in told
    assert "Somebody else" not in told.replace("Somebody would", "")


def test_it_counts_as_asked_once_it_went_and_nobody_is_asked_twice_in_four_weeks(
    needed: Asset, clock: time_machine.Traveller
) -> None:
    enquire_due(TODAY)
    enquire_due(TODAY + timedelta(days=1))
    assert state_of(needed) == "open", "the message still waits"
    send_due()
    enquire_due(TODAY + timedelta(days=1))
    assert state_of(needed) == "asked"
    AccessQuestionFactory(asset=needed, subject="parking")
    for day in (2, 27, 28):
        clock.move_to(MORNING + timedelta(days=day))
        enquire_due(TODAY + timedelta(days=day))
    assert Message.objects.count() == 1
    clock.shift(timedelta(days=1))
    told = ask(TODAY + timedelta(days=29)) and str(mail.outbox[-1].body)
    assert Message.objects.count() == 2
    assert all(words in told for words in ("Step-free?", "Hearing loop?", "Parking?")), "all that waits, once more"


def test_looking_changes_nothing_and_the_page_is_sound(needed: Asset) -> None:
    link = ask()
    before = list(AccessQuestion.objects.values())
    page = Client().get(link).content.decode()
    assert faults(page, whole=True) == []
    assert page.count('value="step_free:') == 4
    assert list(AccessQuestion.objects.values()) == before
    assert facts_in_draft(needed) == {}


@pytest.mark.parametrize(("state", "said"), [("yes", "yes"), ("no", "no"), ("partly", "in part")])
def test_one_tap_is_a_change_that_waits(needed: Asset, state: str, said: str) -> None:
    link, browser = ask(), Client()
    for _ in range(2):
        answer = browser.post(link, {"listing": needed.uuid, "answer": f"step_free:{state}"})
        assert answer.status_code == 302
    page = browser.get(link).content.decode()
    assert f"You said: {said}." in page
    assert facts_in_draft(needed) == {"step_free": state}
    assert not Asset.objects.get(pk=needed.pk).access_facts.exists(), "a connector looks first"
    approve_change(asset=Asset.objects.get(pk=needed.pk), by=UserFactory(role="Connectors"))
    assert state_of(needed) == "answered"
    assert "Step-free" not in browser.get(link).content.decode()


def test_in_part_may_say_what_of_it(needed: Asset) -> None:
    link, browser = ask(), Client()
    said = {"listing": needed.uuid, "answer": "step_free:partly", "note": " Two steps,  with a rail "}
    browser.post(link, said)
    draft = Asset.objects.get(pk=needed.pk).get_latest_revision_as_object()
    assert draft.access_facts.get().note == "Two steps, with a rail"


def test_i_do_not_know_rests_for_a_while(needed: Asset) -> None:
    link, browser = ask(), Client()
    browser.post(link, {"listing": needed.uuid, "answer": "step_free:unsure"})
    assert state_of(needed) == "unsure"
    assert facts_in_draft(needed) == {}
    assert "You don’t know." in browser.get(link).content.decode()
    raise_question(asset_id=needed.pk, subject="step_free", on=TODAY + RESTS - timedelta(days=1))
    assert state_of(needed) == "unsure"
    raise_question(asset_id=needed.pk, subject="step_free", on=TODAY + RESTS)
    assert state_of(needed) == "open"


def test_who_found_out_may_still_say_so(needed: Asset) -> None:
    link, browser = ask(), Client()
    browser.post(link, {"listing": needed.uuid, "answer": "step_free:unsure"})
    browser.post(link, {"listing": needed.uuid, "answer": "step_free:yes"})
    assert facts_in_draft(needed) == {"step_free": "yes"}


def test_a_contact_without_an_account_answers_too(db: None) -> None:
    club = ContactFactory(email="jo@tenterclough.example", asset=AssetFactory(name="Lunch Club")).asset
    AccessQuestionFactory(asset=club)
    Client().post(ask(), {"listing": club.uuid, "answer": "step_free:yes"})
    assert facts_in_draft(club) == {"step_free": "yes"}
    assert Asset.objects.get(pk=club.pk).current_workflow_state is not None


WRONG = {
    "no listing": {"answer": "step_free:yes"},
    "what nobody asked": {"answer": "parking:yes"},
    "no answer": {"answer": "step_free:perhaps"},
    "nothing": {"answer": ""},
}


@pytest.mark.parametrize("posted", WRONG.values(), ids=WRONG)
def test_what_is_no_answer_changes_nothing(needed: Asset, posted: dict[str, str]) -> None:
    link = ask()
    listing = {} if posted == WRONG["no listing"] else {"listing": str(needed.uuid)}
    assert Client().post(link, listing | posted).status_code == 409
    assert facts_in_draft(needed) == {}


def test_who_lost_the_listing_a_second_ago_changes_nothing(needed: Asset) -> None:
    link = ask()
    Editorship.objects.all().delete()
    assert Client().post(link, {"listing": needed.uuid, "answer": "step_free:yes"}).status_code == 409
    assert facts_in_draft(needed) == {}
    assert "Sewing" not in Client().get(link).content.decode()


def test_a_link_that_was_taken_back_or_ran_out_opens_nothing(needed: Asset, clock: time_machine.Traveller) -> None:
    link = ask()
    clock.shift(timedelta(weeks=9))
    assert Client().get(link).status_code == 410
    clock.move_to(MORNING)
    Link.objects.update(revoked_at=MORNING)
    assert Client().post(link, {"listing": needed.uuid, "answer": "step_free:yes"}).status_code == 410
    assert facts_in_draft(needed) == {}


def test_nobody_is_asked_who_stopped_these(needed: Asset) -> None:
    stop_messages(person=person_key(EMAIL), kind=KIND, now=MORNING)
    assert enquire_due(TODAY) == {}
    assert not Enquiry.objects.exists()


def test_a_council_may_leave_it(needed: Asset, settings: Settings) -> None:
    settings.CONNECTOR_ASK_GROUPS = False
    assert enquire_due(TODAY) == {}


def test_quiet_hours_hold_it_back(needed: Asset, clock: time_machine.Traveller) -> None:
    clock.move_to(MORNING.replace(hour=22))
    enquire_due(TODAY)
    send_due()
    assert mail.outbox == []
    clock.move_to(MORNING + timedelta(days=1))
    send_due()
    assert len(mail.outbox) == 1


def test_what_was_answered_meanwhile_is_not_sent(needed: Asset) -> None:
    enquire_due(TODAY)
    AccessQuestion.objects.update(state="answered")
    send_due()
    assert mail.outbox == []
    assert Message.objects.get().state == Message.State.STOPPED


def test_their_own_way(db: None, settings: Settings) -> None:
    settings.CONNECTOR_CHANNELS = {"email": "mail", "text": "console", "letter": "console"}
    for fields in (
        {"prefers": "text", "phone": "07700 900123"},
        {"prefers": "post", "phone": "", "post_to": "2 Mill Row\nTenterclough\nQT4 4HN"},
    ):
        AccessQuestionFactory(asset=ContactFactory(name="Edna", **fields).asset)
    enquire_due(TODAY)
    assert set(Message.objects.values_list("channel", flat=True)) == {"text", "letter"}
    send_due()
    assert set(Message.objects.values_list("state", flat=True)) == {Message.State.SENT}


def test_who_is_rung_is_a_line_on_the_sheet_and_gets_no_message(edna: Asset, meena: Client) -> None:
    send_due()
    assert mail.outbox == []
    page = meena.get(SHEET).content.decode()
    for words in ("Edna", "01632 960 777", "Evenings", "People need to know about Whist", "Step-free?"):
        assert words in page
    assert "Step-free?" in meena.get(f"{SHEET}paper/").content.decode()
    assert press(meena, edna, "step_free:yes") == 302
    assert "01632 960 777" not in meena.get(SHEET).content.decode()
    assert enquire_due(TODAY + timedelta(days=1)) == {"close": 1}


def test_nobody_answers_three_times(edna: Asset, meena: Client, clock: time_machine.Traveller) -> None:
    for tried in (1, 2, 3):
        for _ in range(2):
            meena.post(f"{SHEET}press/", {"enquiry": Enquiry.objects.get().pk})
        assert Enquiry.objects.get().tries == tried
        clock.shift(timedelta(days=2))
        meena.force_login(User.objects.get(first_name="Meena"), backend=BACKEND)
    assert enquire_due(TODAY + timedelta(days=6)) == {"close": 1}
    assert state_of(edna) == "asked", "a connector finds it in the list"


@pytest.mark.parametrize("role", ["Workers", "Group editors", None])
def test_nobody_else_presses(edna: Asset, role: str | None) -> None:
    browser = Client()
    if role:
        browser.force_login(UserFactory(role=role), backend=BACKEND)
    assert press(browser, edna, "step_free:yes") in (302, 403)
    assert facts_in_draft(edna) == {}


def test_one_call_covers_both(meena: Client, monkeypatch: pytest.MonkeyPatch, edna: Asset) -> None:
    monkeypatch.setattr("connector.stewardship.asking.last_day", lambda person, month, today: TODAY)
    ask_due(TODAY)
    page = meena.get(SHEET).content.decode()
    assert page.count('class="ring-number"') == 1
    assert "Still right" in page
    assert "Step-free?" in page


Counted = Callable[..., object]


def test_queries_of_the_sheet_do_not_grow_with_enquiries(meena: Client, django_assert_max_num_queries: Counted) -> None:
    for n in range(8):
        club = AssetFactory(name=f"Club {n}")
        ContactFactory(asset=club, name=f"Person {n}", phone=f"01632 960 {n:03}", prefers="telephone")
        AccessQuestionFactory(asset=club)
    enquire_due(TODAY)
    with django_assert_max_num_queries(60):
        assert meena.get(SHEET).content.decode().count("Ring: <b") == 8
