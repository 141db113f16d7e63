"""What is written about keeping a listing: through the outbox, once, and not at all where it is not so any more."""

import pytest
import time_machine
from django.db import transaction
from pytest_django import Settings

from cms.models import Asset, Editorship
from connector.accounts.models import User
from connector.claiming.actions.claim import agree, ask_to_keep, refuse
from connector.claiming.actions.editors import add_editor, remove_editor
from connector.claiming.models import Claim
from connector.notifications.channels import choosing
from connector.notifications.deciding import Answer, Outcome
from connector.notifications.models import Message
from connector.notifications.sending import send_due
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.claims import ClaimFactory
from tests.factories.organisations import EditorshipFactory
from tests.notifications.conftest import Postman

pytestmark = pytest.mark.django_db
VERA, MAUREEN = "vera@tenterclough.example", "maureen@tenterclough.example"


@pytest.fixture
def postman(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Postman:
    found = Postman()
    monkeypatch.setattr(choosing, "CARRIERS", {"postman": found})
    settings.CONNECTOR_CHANNELS = {"email": "postman"}
    return found


@pytest.fixture
def circle() -> Asset:
    asset = AssetFactory(name="Sewing circle")
    ContactFactory(asset=asset, name="Vera", email=VERA)
    return asset


def told(postman: Postman) -> list[tuple[str, str]]:
    send_due()
    return [(each.to, each.words.subject) for each in postman.taken]


def test_mail_that_is_down_is_tried_again_and_goes_once(circle: Asset, postman: Postman) -> None:
    postman.answers = [Outcome(Answer.LATER, "The mail server does not answer.")]
    with time_machine.travel("2026-11-30 09:00", tick=False) as clock:
        ask_to_keep(asset=circle, name="Maureen", email=MAUREEN)
        send_due()
        assert Message.objects.get().state == Message.State.WAITING
        clock.shift(120)
        assert told(postman) == [(VERA, "Somebody asks to look after Sewing circle")] * 2
        assert Message.objects.get().state == Message.State.SENT
        clock.shift(86_400)
        assert len(told(postman)) == 2


def test_what_is_taken_back_writes_to_nobody(circle: Asset, postman: Postman) -> None:
    @transaction.atomic
    def asked_and_broken_off() -> None:
        ask_to_keep(asset=circle, name="Maureen", email=MAUREEN)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        asked_and_broken_off()
    assert told(postman) == []


def test_each_answer_is_told_once(circle: Asset, postman: Postman) -> None:
    agree(claim=ClaimFactory(asset=circle, name="Maureen", email=MAUREEN))
    refuse(claim=ClaimFactory(asset=circle, name="Sam", email="sam@tenterclough.example"), reason="", by=None)
    assert sorted(told(postman)) == [
        (MAUREEN, "You look after Sewing circle now"),
        ("sam@tenterclough.example", "About the page of Sewing circle"),
    ]


def test_a_claim_that_was_answered_meanwhile_asks_nobody(circle: Asset, postman: Postman) -> None:
    refuse(claim=ask_to_keep(asset=circle, name="Maureen", email=MAUREEN))
    assert told(postman) == [(MAUREEN, "About the page of Sewing circle")]


def test_a_contact_that_is_gone_is_asked_nothing(circle: Asset, postman: Postman) -> None:
    ask_to_keep(asset=circle, name="Maureen", email=MAUREEN)
    circle.contacts.all().delete()
    assert told(postman) == []


def test_added_and_taken_off_before_it_went_is_told_what_is_so(circle: Asset, postman: Postman) -> None:
    lead = EditorshipFactory(asset=circle, lead=True)
    row, _ = add_editor(asset=circle, email=MAUREEN, name="Maureen", by=lead.user)
    remove_editor(row=row, by=lead.user)
    assert told(postman) == [(MAUREEN, "You do not look after Sewing circle any more")]
    assert "Hello Maureen" in postman.taken[0].words.text


def test_who_leaves_is_not_told_what_they_did(circle: Asset, postman: Postman) -> None:
    EditorshipFactory(asset=circle, lead=True)
    row = EditorshipFactory(asset=circle)
    remove_editor(row=row, by=row.user)
    assert told(postman) == []


def test_an_account_that_was_closed_is_written_to_no_more(circle: Asset, postman: Postman) -> None:
    row, _ = add_editor(asset=circle, email=MAUREEN, name="Maureen", by=None)
    User.objects.filter(pk=row.user_id).update(is_active=False)
    assert told(postman) == []
    assert Editorship.objects.count() == 1


def test_at_night_who_waits_for_it_is_written_to_and_nobody_else(
    circle: Asset, postman: Postman, settings: Settings
) -> None:
    settings.CONNECTOR_QUIET_HOURS = "20:00-08:00"
    with time_machine.travel("2026-11-30 22:00", tick=False):
        ask_to_keep(asset=circle, name="Vera", email=VERA)
        ask_to_keep(asset=circle, name="Maureen", email=MAUREEN)
        assert told(postman) == [(VERA, "Do you look after Sewing circle?")]


def test_the_outbox_holds_no_address(circle: Asset, postman: Postman) -> None:
    ask_to_keep(asset=circle, name="Maureen", email=MAUREEN)
    assert "@" not in str(list(Message.objects.values()))
    assert Claim.objects.get().email == MAUREEN
