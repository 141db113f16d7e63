"""The group is told that somebody says something is wrong: what about, never by whom, once a day at most."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.db import transaction

from cms.models import Asset, Editorship
from connector.accounts.models import User
from connector.corrections.actions.answer import answer_correction
from connector.corrections.actions.suggest import suggest_correction
from connector.corrections.models import Correction
from connector.corrections.telling import KIND
from connector.notifications.actions.not_wanted import stop_messages
from connector.notifications.models import Message
from connector.notifications.recipients import person_key
from connector.notifications.sending import send_due
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
EMAIL = "maureen@tenterclough.example"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MORNING, tick=False) as found:
        yield found


@pytest.fixture
def circle() -> Asset:
    return AssetFactory(name="Sewing circle")


@pytest.fixture
def maureen(circle: Asset) -> User:
    user = UserFactory(first_name="Maureen", email=EMAIL, role="Group editors")
    EditorshipFactory(user=user, asset=circle)
    return user


def suggest(asset: Asset, topic: str = "times", words: str = "Zibblewort Thursdays.") -> Correction:
    return suggest_correction(asset=asset, topic=topic, words=words, contact="ann@home.example")[0]


def told() -> list[str]:
    """Send, and to whom messages have gone so far."""
    send_due()
    return [each.to[0] for each in mail.outbox]


def test_who_keeps_it_is_told_what_it_is_about_and_nothing_of_the_sender(circle: Asset, maureen: User) -> None:
    ContactFactory(asset=circle, email="vera@tenterclough.example")
    suggest(circle)
    assert told() == [EMAIL]
    (message,) = mail.outbox
    assert str(message.subject) == "Is something wrong on the page of Sewing circle?"
    body = str(message.body)
    assert all(words in body for words in ("Hello Maureen", "- When it is on", f"/my-listings/{circle.uuid}/"))
    assert not [words for words in ("Zibblewort", "ann@") if words in body]


def test_a_flood_is_one_message_a_day_with_all_that_is_open(
    circle: Asset, maureen: User, clock: time_machine.Traveller
) -> None:
    suggest(circle)
    suggest(circle, "cost")
    assert told() == [EMAIL]
    assert "- What it costs" in str(mail.outbox[0].body), "what came before it went is in it"
    for topic in ("place", "access", "contact"):
        suggest(circle, topic)
    assert told() == [EMAIL]
    clock.shift(timedelta(days=1))
    assert told() == [EMAIL, EMAIL]
    assert "- Where it is" in str(mail.outbox[1].body)
    clock.shift(timedelta(days=1))
    assert told() == [EMAIL, EMAIL]


def test_nobody_is_told_of_what_was_answered_meanwhile(circle: Asset, maureen: User) -> None:
    answer_correction(correction=suggest(circle), by=maureen, righted=True, answer="Thursdays it is.")
    assert told() == []
    assert Message.objects.get().state == Message.State.STOPPED


def test_who_lost_it_is_told_nothing(circle: Asset, maureen: User) -> None:
    suggest(circle)
    Editorship.objects.all().delete()
    assert told() == []


def test_who_stopped_these_is_told_nothing(circle: Asset, maureen: User) -> None:
    stop_messages(person=person_key(EMAIL), kind=KIND, now=MORNING)
    suggest(circle)
    assert told() == []


def test_of_a_listing_that_nobody_keeps_its_contacts_are_told(circle: Asset) -> None:
    for email in ("vera@tenterclough.example", "VERA@tenterclough.example"):
        ContactFactory(asset=circle, email=email)
    ContactFactory(asset=circle, email="jo@council.example", visibility="internal")
    suggest(circle)
    assert [each.lower() for each in told()] == ["vera@tenterclough.example"]
    assert circle.get_absolute_url() in str(mail.outbox[0].body)


@pytest.mark.parametrize("fields", [{"met": False}, {"unasked": True}])
def test_of_a_group_that_nobody_met_nobody_is_told(fields: dict[str, bool]) -> None:
    asset = AssetFactory(**fields)
    ContactFactory(asset=asset, email="vera@tenterclough.example")
    suggest(asset)
    assert told() == []


def test_what_is_taken_back_tells_nobody(circle: Asset, maureen: User) -> None:
    @transaction.atomic
    def sent_and_broken_off() -> None:
        suggest(circle)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        sent_and_broken_off()
    assert told() == []
