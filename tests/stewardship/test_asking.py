"""One message a person, reminders, then a connector; nothing to who keeps nothing, and nothing twice."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from pytest_django import Settings

from cms.actions import confirm_current
from cms.models import Asset, Editorship
from connector.accounts.models import User
from connector.notifications.models import Message
from connector.notifications.sending import send_due
from connector.stewardship.asking import ask_due
from connector.stewardship.deciding import last_day
from connector.stewardship.models import Asking, Task
from connector.stewardship.people import keepers
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.organisations import EditorshipFactory
from tests.stewardship.conftest import EMAIL, MORNING

pytestmark = pytest.mark.django_db
Asked = Callable[[], str]
TODAY = MORNING.date()


def test_one_message_a_person_however_many_listings(circle: Asset, maureen: User, asked: Asked) -> None:
    EditorshipFactory(user=maureen, asset=AssetFactory(name="Lunch Club"))
    ContactFactory(asset=AssetFactory(name="Low Moor Quilters"), email=EMAIL.upper())
    asked()
    (message,) = mail.outbox
    assert message.to == [EMAIL]
    assert "3 listings" in message.subject
    told = str(message.body)
    assert all(name in told for name in ("Weavers Fold Sewing Circle", "Lunch Club", "Low Moor Quilters"))
    assert "Hello Maureen" in told


def test_twice_on_a_day_is_the_same_as_once(asked: Asked) -> None:
    asked()
    ask_due(TODAY)
    call_command("ask_groups")
    send_due()
    assert len(mail.outbox) == 1


NOT_ASKED = {
    "withdrawn": {"live": False},
    "only in a register": {"met": False},
    "told of by a worker": {"unasked": True},
    "somebody's own offer": {"offer": True},
}


@pytest.mark.parametrize("fields", NOT_ASKED.values(), ids=NOT_ASKED)
def test_nobody_is_asked_about(fields: dict[str, bool]) -> None:
    ContactFactory(asset=AssetFactory(**fields), email="jo@tenterclough.example")
    assert keepers() == []


@pytest.mark.parametrize("kept", [True, False], ids=["by an editor", "by nobody, and said to be right once"])
def test_a_group_that_listed_itself_is_asked_though_nobody_of_ours_met_it(kept: bool) -> None:
    asset = AssetFactory(met=False, confirmed=not kept)
    ContactFactory(asset=asset, email="jo@tenterclough.example")
    if kept:
        EditorshipFactory(asset=asset, user__email="jo@tenterclough.example")
    assert [each.assets for each in keepers()] == [{asset.pk}]


def test_nor_is_a_contact_that_only_connectors_see() -> None:
    ContactFactory(email="jo@tenterclough.example", visibility="internal")
    ContactFactory(email="", phone="")
    assert keepers() == []


def test_what_was_confirmed_of_late_is_left_out(circle: Asset, maureen: User, asked: Asked) -> None:
    EditorshipFactory(user=maureen, asset=AssetFactory(name="Lunch Club"))
    confirm_current(asset=circle, by=None, who="Meena", on=TODAY - timedelta(days=10))
    asked()
    assert "Lunch Club" in str(mail.outbox[0].subject)


def test_three_reminders_then_a_connector_and_it_settles_itself(circle: Asset, asked: Asked, clock: object) -> None:
    asked()
    for weeks in (2, 3, 4):
        clock.shift(timedelta(weeks=weeks) - timedelta(days=1))  # type: ignore[attr-defined]
        asked()
        clock.shift(timedelta(days=1))  # type: ignore[attr-defined]
        asked()
    assert len(mail.outbox) == 4
    assert [str(each.subject).startswith("Not answered yet") for each in mail.outbox] == [False, True, True, True]
    clock.shift(timedelta(weeks=3))  # type: ignore[attr-defined]
    ask_due(TODAY + timedelta(weeks=12))
    send_due()
    assert len(mail.outbox) == 4
    assert [(task.asset, task.what) for task in Task.objects.all()] == [(circle, Task.What.SILENT)]
    assert Asking.objects.get().closed_on == TODAY + timedelta(weeks=12)
    confirm_current(asset=circle, by=None, who="Meena")
    ask_due(TODAY + timedelta(weeks=12, days=1))
    assert not Task.objects.exists()


ANSWERED = {
    "confirmed another way": lambda circle: confirm_current(asset=circle, by=None, who="Meena"),
    "withdrawn": lambda circle: Asset.objects.filter(pk=circle.pk).update(live=False),
    "somebody else keeps it now": lambda circle: Editorship.objects.all().delete(),
}


@pytest.mark.parametrize("happens", ANSWERED.values(), ids=ANSWERED)
def test_who_need_not_answer_is_not_reminded(
    circle: Asset, asked: Asked, clock: object, happens: Callable[[Asset], object]
) -> None:
    asked()
    happens(circle)
    clock.shift(timedelta(weeks=2))  # type: ignore[attr-defined]
    ask_due(TODAY + timedelta(weeks=2))
    send_due()
    assert len(mail.outbox) == 1
    assert Asking.objects.get(way="email").closed_on is not None


def test_who_lost_it_while_the_message_waited_gets_none(circle: Asset, maureen: User, asked: Asked) -> None:
    ask_due(TODAY)
    Editorship.objects.all().delete()
    send_due()
    assert mail.outbox == []
    assert Message.objects.get().state == Message.State.STOPPED


def test_a_council_may_leave_it(circle: Asset, asked: Asked, settings: Settings) -> None:
    settings.CONNECTOR_ASK_GROUPS = False
    assert ask_due(TODAY) == {}
    assert not Message.objects.exists()


def test_on_another_day_nobody_is_asked(circle: Asset) -> None:
    """Her own day, not that of the other tests."""
    person = keepers()[0].person
    day = last_day(person, 11, TODAY)
    assert ask_due(day - timedelta(days=1)) == {}
    assert ask_due(day) == {"ask": 1}
    assert isinstance(day, date)
