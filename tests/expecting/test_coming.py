"""Somebody without an account lets a group know that they are coming: read first, sent once, then forgotten."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from cms.models import Asset, Contact
from connector.expecting.actions.forget import forget_expected
from connector.expecting.models import Expected
from connector.notifications.actions.step_back import step_back
from connector.notifications.models import Message
from connector.notifications.recipients import person_key
from connector.notifications.sending import send_due
from tests.core.markup import faults
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.open_forms import filled_in
from tests.factories.organisations import EditorshipFactory
from tests.factories.schedules import SessionFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
WEDNESDAY = "2026-12-02T13:30:00+00:00"
MAUREEN = "maureen@tenterclough.example"


@pytest.fixture(autouse=True)
def clock(settings: Settings) -> Iterator[time_machine.Traveller]:
    cache.clear()
    settings.CONNECTOR_CHANNELS = {"email": "mail"}
    with time_machine.travel(MORNING, tick=False) as found:
        yield found


@pytest.fixture
def circle() -> Asset:
    """Every Wednesday at half past one; Maureen's address is public."""
    asset = AssetFactory(name="Weavers Fold Sewing Circle", kind="group")
    SessionFactory(asset=asset, days=["WE"], first=date(2026, 1, 7), start=time(13, 30))
    ContactFactory(asset=asset, email=MAUREEN, visibility=Contact.Visibility.PUBLIC)
    return asset


def press(asset: Asset, do: str, **given: Any) -> Any:
    fields = {"day": WEDNESDAY, "do": do, **given}
    return Client().post(reverse("say_coming", args=[asset.uuid]), filled_in("coming", **fields))


def words_of(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def told() -> list[tuple[str, str]]:
    """Send, and to whom which words have gone."""
    send_due()
    return [(message.to[0], str(message.body)) for message in mail.outbox]


def test_the_page_is_found_on_the_listing_and_offers_its_days(circle: Asset) -> None:
    url = reverse("say_coming", args=[circle.uuid])
    assert url in Client().get(circle.get_absolute_url()).content.decode()
    page = Client().get(url)
    assert "Wednesday 2 December, 1.30pm" in words_of(page)
    assert "Wednesday 9 December, 1.30pm" in words_of(page)
    assert "I do not know yet" in words_of(page)
    assert not faults(page.content.decode())
    assert "sessionid" not in page.cookies


def test_they_read_every_word_before_it_goes(circle: Asset) -> None:
    page = press(circle, "read", wants=["first", "door"], called="Ann", words="I like lace.", answer_to="01632 960 221")
    assert not faults(page.content.decode())
    shown = words_of(page)
    assert not Expected.objects.exists()
    press(circle, "send", wants=["first", "door"], called="Ann", words="I like lace.", answer_to="01632 960 221")
    ((to, body),) = told()
    assert to == MAUREEN
    sentences = (
        "Ann would like to come on Wednesday 2 December, 1.30pm.",
        "It is their first time.",
        "They would like somebody to meet them at the door.",
        "In their own words: “I like lace.”",
        "You can answer them: 01632 960 221",
    )
    assert [each for each in sentences if each not in shown or each not in body] == []


def test_nothing_has_to_be_told(circle: Asset) -> None:
    page = press(circle, "send", day="none")
    assert "They know you are coming" in words_of(page)
    ((_, body),) = told()
    assert "Somebody would like to come, and does not know yet on which day." in body
    assert "They left no address" in body


def test_changing_something_loses_nothing(circle: Asset) -> None:
    page = press(circle, "change", wants=["quiet"], called="Ann", words="I like lace.").content.decode()
    assert 'value="Ann"' in page
    assert "I like lace.</textarea>" in page
    assert re.search(r'value="quiet"[^>]*checked', page)
    assert re.search(rf'value="{re.escape(WEDNESDAY)}"[^>]*checked', page)


def test_pressed_twice_it_goes_once(circle: Asset) -> None:
    for _ in range(2):
        press(circle, "send", wants=["first"])
    assert Message.objects.filter(kind="somebody_coming").count() == 1
    press(circle, "send", wants=["door"])
    assert Message.objects.filter(kind="somebody_coming").count() == 2


def test_who_keeps_the_listing_is_told_before_its_contacts(circle: Asset) -> None:
    EditorshipFactory(asset=circle, user=UserFactory(email="vera@tenterclough.example"))
    press(circle, "send")
    assert [to for to, _ in told()] == ["vera@tenterclough.example"]


@pytest.mark.parametrize("why", ["partner", "none", "stepped back"])
def test_where_nobody_may_be_written_to_there_are_words_for_the_telephone(circle: Asset, why: str) -> None:
    if why == "stepped back":
        step_back(asset=circle, person=person_key(MAUREEN))
    else:
        shown = Contact.Visibility.PARTNER if why == "partner" else Contact.Visibility.PUBLIC
        Contact.objects.update(email="", phone="01632 960 123")
        ContactFactory(asset=circle, email=MAUREEN if why == "partner" else "", visibility=shown)
    page = press(circle, "send", called="Ann", wants=["steps"])
    shown = words_of(page)
    assert "Hello, my name is Ann. I would like to come on Wednesday 2 December, 1.30pm." in shown
    assert "Is there a way in without steps?" in shown
    assert 'href="tel:01632960123"' in page.content.decode()
    assert 'value="send"' not in page.content.decode()
    assert not Expected.objects.exists()
    assert told() == []


@pytest.mark.parametrize(
    "given",
    [{"room": "full"}, {"room": "paused"}, {"room": "waiting"}, {"kind": "offer"}, {"kind": "online"}],
    ids=lambda given: next(iter(given.values())),
)
def test_nobody_is_sent_to_what_takes_nobody(circle: Asset, given: dict[str, str]) -> None:
    Asset.objects.update(**given)
    url = reverse("say_coming", args=[circle.uuid])
    assert Client().get(url).status_code == 404
    assert url not in Client().get(circle.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"day": "2026-12-03T13:30:00+00:00"}, "Choose one of these days."),
        ({"day": ""}, "Choose a day, or say that you do not know yet."),
        ({"words": "Look at https://buy.example"}, "Say it without a web address."),
        ({"called": "www.buy.example"}, "Say it without a web address."),
        ({"wants": ["everything"]}, "everything"),
    ],
)
def test_what_cannot_be_is_asked_again(circle: Asset, given: dict[str, Any], said: str) -> None:
    page = press(circle, "send", **given)
    assert said in words_of(page)
    assert "Not yet:" in page.content.decode()
    assert not Expected.objects.exists()


def test_a_day_that_is_called_off_is_not_offered(circle: Asset) -> None:
    circle.sessions.update(cancelled={"2026-12-02": "The hall is shut."})
    page = words_of(Client().get(reverse("say_coming", args=[circle.uuid])))
    assert "2 December" not in page
    assert "9 December" in page


def test_a_flood_stops_and_says_so(circle: Asset) -> None:
    answers = [press(circle, "send", called=f"Ann {n}") for n in range(6)]
    assert [each.status_code for each in answers] == [200] * 5 + [429]
    assert "Everything is still here" in words_of(answers[-1])
    assert Expected.objects.count() == 5


def test_it_is_gone_a_fortnight_after_the_day(circle: Asset, clock: time_machine.Traveller) -> None:
    press(circle, "send", called="Ann")
    press(circle, "send", day="none", called="Bert")
    clock.move_to(MORNING + timedelta(days=15))
    assert forget_expected(now=datetime.now(UTC)) == 1, "Bert's, who said no day"
    clock.move_to(MORNING + timedelta(days=17))
    assert forget_expected(now=datetime.now(UTC)) == 1
    assert told() == [], "nothing is left to say"


def test_nothing_of_them_is_in_the_outbox_or_the_log(circle: Asset, caplog: pytest.LogCaptureFixture) -> None:
    press(circle, "send", called="Zibblewort", words="Quankle.", answer_to="zib@home.example")
    assert told()
    kept = str(list(Message.objects.values()))
    assert [each for each in ("Zibblewort", "Quankle", "zib@") if each in kept or each in caplog.text] == []
