"""Nobody is asked who did not switch it on; one message a person, a week apart; silence becomes a task."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone
from pytest_django import Settings

from cms.actions import confirm_current
from cms.models import Asset, Contact, Editorship
from connector.accounts.models import User
from connector.evidence.actions.ask_after import switch_off, switch_on
from connector.evidence.asking import do_day
from connector.evidence.models import AskAfter, Question
from connector.evidence.on_still_right import OFF, ON, beside, press
from connector.notifications.actions.not_wanted import stop_messages
from connector.notifications.models import Message
from connector.notifications.recipients import CONTACT, USER, person_key, reference
from connector.notifications.sending import send_due
from connector.stewardship.models import Task
from connector.stewardship.tasks import close_settled
from tests.evidence.conftest import EMAIL, EVENING
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.schedules import SessionFactory

pytestmark = pytest.mark.django_db
Asked = Callable[[], str]


def work() -> None:
    do_day(timezone.localdate())
    send_due()


def test_nobody_is_asked_who_did_not_switch_it_on(circle: Asset) -> None:
    work()
    assert mail.outbox == []


def test_it_goes_when_the_session_is_over(wanted: Asset, clock: object) -> None:
    clock.move_to(datetime(2026, 12, 2, 9, 0, tzinfo=UTC))  # type: ignore[attr-defined]
    work()
    assert mail.outbox == []
    assert Message.objects.get().due_at == datetime(2026, 12, 2, 15, 30, tzinfo=UTC)
    clock.move_to(datetime(2026, 12, 2, 15, 30, tzinfo=UTC))  # type: ignore[attr-defined]
    send_due()
    assert mail.outbox[0].subject == "Did Weavers Fold Sewing Circle run today?"


def test_one_message_a_person_however_many_listings_and_twice_is_once(wanted: Asset, maureen: User) -> None:
    club = AssetFactory(name="Lunch Club")
    SessionFactory(asset=club, days=["FR"])
    EditorshipFactory(user=maureen, asset=club)
    switch_on(recipient=reference(USER, maureen.pk), asset=club)
    work()
    work()
    (message,) = mail.outbox
    assert message.to == [EMAIL]
    assert "Weavers Fold Sewing Circle, today" in str(message.body)
    assert "Lunch Club, last Friday" in str(message.body)


@pytest.mark.parametrize(("each_time", "messages"), [(False, 1), (True, 2)])
def test_a_week_apart_unless_they_choose(
    wanted: Asset, maureen: User, clock: object, each_time: bool, messages: int
) -> None:
    SessionFactory(asset=wanted, days=["FR"])
    switch_on(recipient=reference(USER, maureen.pk), asset=wanted, each_time=each_time)
    work()
    clock.shift(timedelta(days=2))  # type: ignore[attr-defined]
    work()
    assert len(mail.outbox) == messages


MEANWHILE = {
    "lost the right": lambda asset: (Editorship.objects.all().delete(), asset.contacts.all().delete()),
    "account closed": lambda asset: (User.objects.update(is_active=False), asset.contacts.all().delete()),
    "switched it off": lambda asset: AskAfter.objects.all().delete(),
    "withdrawn": lambda asset: Asset.objects.filter(pk=asset.pk).update(live=False),
    "called off": lambda asset: asset.sessions.update(cancelled={"2026-12-02": "snow"}),
    "stopped such messages": lambda asset: stop_messages(
        person=person_key(EMAIL), kind="did_it_run", now=timezone.now()
    ),
}


@pytest.mark.parametrize("happens", MEANWHILE.values(), ids=MEANWHILE)
@pytest.mark.parametrize("first", [True, False], ids=["before the day's work", "while it waits"])
def test_what_happened_meanwhile(wanted: Asset, happens: Callable[[Asset], object], first: bool) -> None:
    if first:
        happens(wanted)
        work()
    else:
        do_day(timezone.localdate())
        assert Message.objects.exists()
        happens(wanted)
        send_due()
    assert mail.outbox == []


def test_nobody_answers_three_times_then_a_connector_once_and_peace(asked: Asked, wanted: Asset, clock: object) -> None:
    for _ in range(3):
        asked()
        assert not Task.objects.exists()
        clock.shift(timedelta(weeks=1))  # type: ignore[attr-defined]
    work()
    task = Task.objects.get()
    assert (task.asset, task.what, task.get_what_display()) == (
        wanted,
        Task.What.NO_SIGN,
        "nobody says any more whether it runs",
    )
    assert len(mail.outbox) == 3
    clock.shift(timedelta(weeks=1))  # type: ignore[attr-defined]
    work()
    assert Task.objects.count() == 1
    assert len(mail.outbox) == 3
    confirm_current(asset=wanted, by=None, who="Meena")
    close_settled(timezone.localdate())
    assert not Task.objects.exists()


def test_a_message_that_never_went_is_no_silence(wanted: Asset, clock: object) -> None:
    for _ in range(4):
        do_day(timezone.localdate())
        clock.shift(timedelta(weeks=1))  # type: ignore[attr-defined]
    Message.objects.update(state=Message.State.BOUNCED)
    do_day(timezone.localdate())
    assert Question.objects.count() > 3
    assert not Task.objects.exists()


def test_by_text_where_the_listing_has_their_number(wanted: Asset, maureen: User) -> None:
    own = reference(USER, maureen.pk)
    assert switch_on(recipient=own, asset=wanted, channel="text")
    do_day(timezone.localdate())
    assert Message.objects.get().channel == "text"
    assert Message.objects.get().recipient == f"cms.contact:{wanted.contacts.get().pk}"
    switch_off(recipient=own, asset=wanted)
    wanted.contacts.update(phone="")
    assert not switch_on(recipient=own, asset=wanted, channel="text")
    assert not AskAfter.objects.exists()


@pytest.fixture
def by_telephone_alone(circle: Asset) -> Contact:
    """Somebody who has a mobile and nothing else."""
    return ContactFactory(asset=circle, name="Edna", phone="07700 900 777", prefers="text")


def test_who_has_a_mobile_alone_switches_it_on_by_text(by_telephone_alone: Contact, settings: Settings) -> None:
    settings.CONNECTOR_CHANNELS = {"text": "console"}
    asset, own = by_telephone_alone.asset, reference(CONTACT, by_telephone_alone.pk)
    assert beside(own, asset) == ON
    press(own, asset)
    assert AskAfter.objects.get().channel == "text"
    do_day(EVENING.date())
    send_due()
    message = Message.objects.get()
    assert (message.channel, message.recipient, message.state) == ("text", own, Message.State.SENT)
    assert beside(own, asset) == OFF


def test_a_telephone_at_home_is_offered_nothing(by_telephone_alone: Contact) -> None:
    Contact.objects.filter(pk=by_telephone_alone.pk).update(phone="01632 960 777")
    own = reference(CONTACT, by_telephone_alone.pk)
    assert beside(own, by_telephone_alone.asset) == ""
    assert not switch_on(recipient=own, asset=by_telephone_alone.asset)
