"""The outbox, from putting in to settled: once, not to who stopped it, not at night, and what goes wrong on the way."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from connector.accounts.models import User
from connector.links.models import Link
from connector.notifications import claiming, nudge
from connector.notifications.actions.not_wanted import mark_bounced, stop_messages
from connector.notifications.actions.purge_messages import purge_messages
from connector.notifications.actions.try_again import try_again
from connector.notifications.deciding import PAUSES, Answer, Outcome
from connector.notifications.duties import LEASE, _duties, do_due, register
from connector.notifications.models import Duty, Message, NotWanted
from connector.notifications.outside import look_once
from connector.notifications.receipts import look_for_receipts
from connector.notifications.recipients import addressee, person_key, reference
from connector.notifications.sending import send_due
from connector.notifications.standing import standing
from connector.notifications.worker import work_once
from tests.factories.assets import ContactFactory
from tests.factories.notifications import DutyFactory, MessageFactory
from tests.notifications.conftest import Postman

pytestmark = pytest.mark.django_db
Put = Callable[..., Message]
State = Message.State


def again(message: Message) -> Message:
    message.refresh_from_db()
    return message


def test_it_goes_with_its_words_and_a_way_to_stop_it(put: Put, postman: Postman) -> None:
    message = put()
    assert send_due() == 1
    (went,) = postman.taken
    assert (went.to, went.words.subject) == ("maureen@tenterclough.example", "Hello Maureen")
    assert "Is <Sewing> right?" in went.words.text
    assert went.words.stop in went.words.text
    assert went.words.stop in went.words.html
    assert went.reference == str(again(message).reference)
    assert (message.state, message.attempts, message.reason) == (State.SENT, 1, "")
    assert send_due() == 0


def test_nothing_of_it_is_kept(put: Put, postman: Postman) -> None:
    message = put()
    send_due()
    kept = " ".join(str(value) for value in vars(again(message)).values())
    token = postman.taken[0].words.stop.rstrip("/").rsplit("/", 1)[1]
    assert not [word for word in ("maureen@", "Sewing", "Hello", token) if word in kept]
    assert Link.objects.get().recipient == message.recipient


def test_the_same_key_is_the_same_message(put: Put, postman: Postman) -> None:
    assert put("a").pk == put("a").pk
    assert send_due() == 1
    assert put("a").state == State.SENT
    assert send_due() == 0


def test_it_goes_after_the_commit(
    put: Put, postman: Postman, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    nudge.wait(0)
    with django_capture_on_commit_callbacks() as waiting:
        put()
    assert waiting == [nudge.nudge]
    assert send_due() == 1
    with transaction.atomic():
        put("taken back")
        transaction.set_rollback(True)
    assert send_due() == 0


GONE = {
    "their account is closed": lambda user: User.objects.filter(pk=user.pk).update(is_active=False),
    "they are gone": lambda user: user.delete(),
    "they stopped all": lambda user: stop_messages(person=person_key(user.email), kind="", now=timezone.now()),
    "they stopped these": lambda user: stop_messages(person=person_key(user.email), kind="try", now=timezone.now()),
}


@pytest.mark.parametrize("happens", GONE.values(), ids=GONE)
def test_it_does_not_go_to_who_is_gone_or_wants_none(
    put: Put, postman: Postman, maureen: User, happens: Callable[[User], object]
) -> None:
    message = put()
    happens(maureen)
    send_due()
    assert postman.taken == []
    assert again(message).state == State.STOPPED
    assert message.reason


def test_what_they_stopped_is_that_kind_alone(put: Put, postman: Postman, maureen: User) -> None:
    stop_messages(person=person_key(maureen.email.upper()), kind="try", now=timezone.now())
    put("one")
    put("two", kind="alarm")
    send_due()
    assert [each.words.subject for each in postman.taken] == ["Hello Maureen"]
    assert Message.objects.get(key="two").state == State.SENT


def test_what_is_needed_no_longer_is_dropped(put: Put, postman: Postman) -> None:
    message = put(about=("x", "over"))
    send_due()
    assert (again(message).state, postman.taken) == (State.STOPPED, [])


def test_what_cannot_be_made_is_tried_again_and_hinders_no_other(put: Put, postman: Postman) -> None:
    broken, fine = put("a", about=("x", "broken")), put("b")
    send_due()
    assert (again(broken).state, again(fine).state) == (State.WAITING, State.SENT)
    assert broken.due_at > timezone.now()
    assert broken.reason == "It could not be made (RuntimeError)."


def test_a_mail_server_that_is_away_is_waited_for_ever_longer(put: Put, postman: Postman) -> None:
    postman.answers = [Outcome(Answer.LATER, "The mail server does not answer.")] * 6
    with time_machine.travel(datetime(2026, 11, 30, 10, 0, tzinfo=UTC), tick=False) as clock:
        message = put()
        for pause in PAUSES:
            assert send_due() == 1
            assert again(message).state == State.WAITING
            clock.shift(pause - timedelta(seconds=1))
            assert send_due() == 0
            clock.shift(timedelta(seconds=1))
        assert send_due() == 1
        assert again(message).state == State.FAILED
        assert message.reason == "The mail server does not answer."
        assert not message.doubtful


def test_an_address_that_nobody_has_is_marked_and_left(put: Put, postman: Postman, maureen: User) -> None:
    postman.answers = [Outcome(Answer.BOUNCED, "Nobody has it.")]
    first, second = put("a"), put("b")
    send_due()
    assert (again(first).state, again(second).state) == (State.BOUNCED, State.BOUNCED)
    assert len(postman.taken) == 1
    maureen.email = "maureen.new@tenterclough.example"
    maureen.save()
    third = put("c")
    send_due()
    assert again(third).state == State.SENT


def test_people_sleep_and_alarms_wake_them(put: Put, postman: Postman, settings: Settings) -> None:
    settings.CONNECTOR_QUIET_HOURS = "20:00-08:00"
    with time_machine.travel(datetime(2026, 11, 30, 22, 0, tzinfo=UTC), tick=False) as clock:
        put("a")
        put("b", kind="alarm")
        assert send_due() == 1
        assert Message.objects.get(key="b").state == State.SENT
        clock.shift(timedelta(hours=10))
        assert send_due() == 1


def killed(message: Message, *, handed: bool) -> None:
    """What a process leaves that was killed with this message in its hands, when its time is up."""
    taken = claiming.claim(now=timezone.now(), quiet=False)
    assert taken is not None
    assert taken.pk == message.pk
    if handed:
        assert claiming.hand_over(taken)
    Message.objects.filter(pk=message.pk).update(held_until=timezone.now() - timedelta(seconds=1))


KILLED = {
    "before it was handed over": (False, None, State.SENT, False, 1),
    "after, and nobody can tell": (True, None, State.FAILED, True, 0),
    "after, and the carrier has it": (True, Outcome(Answer.SENT), State.SENT, False, 0),
    "after, and the carrier knows that nobody has the address": (
        True,
        Outcome(Answer.BOUNCED),
        State.BOUNCED,
        False,
        0,
    ),
}


@pytest.mark.parametrize(("handed", "knows", "state", "doubtful", "sent"), KILLED.values(), ids=KILLED)
def test_killed_on_the_way_it_never_goes_twice(
    put: Put, postman: Postman, handed: bool, knows: Outcome | None, state: str, doubtful: bool, sent: int
) -> None:
    message, postman.knows = put(), knows
    killed(message, handed=handed)
    send_due()
    assert send_due() == 0
    assert len(postman.taken) == sent
    assert (again(message).state, message.doubtful) == (state, doubtful)


def test_what_the_carrier_never_got_is_tried_again(put: Put, postman: Postman) -> None:
    message, postman.knows = put(), Outcome(Answer.LATER, "It did not get it.")
    killed(message, handed=True)
    send_due()
    assert again(message).state == State.WAITING


def test_while_one_holds_it_nobody_else_does(put: Put, postman: Postman) -> None:
    put()
    postman.while_sending = lambda: taken_meanwhile.append(send_due())
    taken_meanwhile: list[int] = []
    assert send_due() == 1
    assert (taken_meanwhile, len(postman.taken)) == ([0], 1)


def test_who_lost_it_before_handing_over_leaves_it(put: Put, postman: Postman) -> None:
    message = put()
    slow = claiming.claim(now=timezone.now(), quiet=False)
    assert slow is not None
    Message.objects.filter(pk=message.pk).update(held_until=timezone.now() - timedelta(seconds=1))
    assert send_due() == 1
    assert not claiming.hand_over(slow)
    assert len(postman.taken) == 1


def test_a_carrier_that_breaks_leaves_a_doubt_and_no_second_message(put: Put, postman: Postman) -> None:
    postman.answers = [RuntimeError("maureen@tenterclough.example")]
    message = put()
    send_due()
    assert (again(message).state, message.doubtful) == (State.FAILED, True)
    assert "maureen" not in message.reason
    assert send_due() == 0
    assert try_again(message=message)
    assert send_due() == 1
    assert again(message).state == State.SENT
    assert not try_again(message=message)


def test_a_text_needs_a_number_and_words(put: Put, postman: Postman) -> None:
    contact = ContactFactory(phone="01632 960 123")
    by_text = put("a", channel="text", to=reference("cms.contact", contact.pk))
    put("b", channel="text")
    send_due()
    assert [each.to for each in postman.taken] == ["01632 960 123"]
    assert again(by_text).state == State.SENT
    assert Message.objects.get(key="b").state == State.STOPPED


@pytest.mark.parametrize("visibility", ["public", "partner", "internal"])
def test_a_contact_that_only_connectors_see_is_written_to_by_nobody_else(visibility: str) -> None:
    contact = ContactFactory(visibility=visibility, email="jo@tenterclough.example")
    assert (addressee(reference("cms.contact", contact.pk)) is None) is (visibility == "internal")
    assert addressee("cms.contact:x") is None
    assert addressee("somebody:1") is None


def test_duties_are_done_once_a_day_and_one_that_breaks_hinders_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def breaks(today: object) -> None:
        done.append("breaks")
        raise RuntimeError("Pargeterwort")

    for name in list(_duties):
        monkeypatch.delitem(_duties, name)
    monkeypatch.setitem(_duties, "breaks", breaks)
    register("fine", lambda today: done.append("fine"))
    monday = datetime(2026, 11, 30).date()
    assert do_due(monday) == ["breaks", "fine"]
    assert do_due(monday) == []
    assert done == ["breaks", "fine"]
    assert standing(timezone.now())[-1] == "“breaks” went wrong (RuntimeError). It is tried again tomorrow."
    assert do_due(monday + timedelta(days=1)) == ["breaks", "fine"]
    assert Duty.objects.get(name="fine").trouble == ""
    del _duties["fine"]


@pytest.fixture
def _no_duties(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("connector.notifications.duties._duties", {})
    monkeypatch.setattr("connector.notifications.duties._outside", set())


@pytest.mark.usefixtures("_no_duties")
def test_what_waits_for_others_is_done_by_a_worker_of_its_own() -> None:
    done: list[str] = []
    register("ours", lambda today: done.append("ours"))
    register("theirs", lambda today: done.append("theirs"), outside=True)
    assert work_once() == 0
    assert done == ["ours"]
    assert look_once() == ["theirs"]
    assert (look_once(), work_once()) == ([], 0)


@pytest.mark.usefixtures("_no_duties")
def test_a_duty_that_somebody_holds_is_left_until_they_are_surely_gone() -> None:
    monday = datetime(2026, 11, 30).date()
    with time_machine.travel("2026-11-30 09:00", tick=False) as clock:
        register("long", lambda today: None)
        DutyFactory(name="long", holder="somebody", held_until=timezone.now() + LEASE)
        assert do_due(monday) == []
        clock.shift(LEASE + timedelta(seconds=1))
        assert do_due(monday) == ["long"]
        assert do_due(monday) == []


@pytest.mark.usefixtures("_no_duties")
def test_who_is_told_to_stop_gives_its_duty_back() -> None:
    stops = [True]

    def stopped(today: object) -> None:
        if stops.pop() if stops else False:
            raise SystemExit

    register("stopped", stopped)
    monday = datetime(2026, 11, 30).date()
    with pytest.raises(SystemExit):
        do_due(monday)
    assert Duty.objects.get().holder == ""
    assert do_due(monday) == ["stopped"]


def test_old_ones_are_forgotten(settings: Settings) -> None:
    now = timezone.now()
    for days in (settings.CONNECTOR_MESSAGES_DAYS - 1, settings.CONNECTOR_MESSAGES_DAYS + 1):
        MessageFactory(state=State.SENT, settled_at=now - timedelta(days=days))
    assert purge_messages(now=now) == 1


def test_receipts_are_asked_for_only_where_somebody_can_tell(put: Put, postman: Postman) -> None:
    postman.knows = Outcome(Answer.BOUNCED)
    put()
    send_due()
    assert look_for_receipts(now=timezone.now()) == 0


def test_the_command_sends_what_is_due(put: Put, postman: Postman, capsys: pytest.CaptureFixture[str]) -> None:
    put()
    call_command("send_messages")
    assert "1 message taken up." in capsys.readouterr().err
    assert len(postman.taken) == 1


def test_marked_once_however_often_it_comes_back() -> None:
    for _ in range(2):
        mark_bounced(person="x", now=timezone.now())
    assert NotWanted.objects.count() == 1
