"""Maureen hands the circle to Vera: what is asked and told goes to Vera, though Maureen's address stands on it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from cms.models import Asset, Contact, Editorship
from connector.accounts.models import User
from connector.claiming.actions.claim import ask_to_keep
from connector.claiming.models import Claim
from connector.corrections.actions.suggest import suggest_correction
from connector.notifications.models import SteppedBack
from connector.notifications.recipients import person_key
from connector.notifications.sending import send_due
from connector.stewardship.asking import ask_due
from connector.stewardship.models import Asking
from tests.core.markup import faults
from tests.factories.assets import ContactFactory
from tests.factories.notifications import SteppedBackFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.users import BACKEND, UserFactory
from tests.stewardship.conftest import EMAIL, MORNING, link_in

pytestmark = pytest.mark.django_db
VERA = "vera@tenterclough.example"
Asked = Callable[[], str]


@pytest.fixture
def vera(circle: Asset, maureen: User) -> User:
    """She keeps it too; Maureen has the lead, and is whom the page names."""
    Editorship.objects.update(lead=True)
    Contact.objects.update(email=EMAIL, visibility=Contact.Visibility.PUBLIC)
    user = UserFactory(first_name="Vera", email=VERA, role="Group editors")
    EditorshipFactory(user=user, asset=circle)
    return user


@pytest.fixture
def press(circle: Asset) -> Callable[..., str]:
    """A press on the page of who looks after it, as this person, or a look; what the page says then."""

    def pressed(user: User, do: str, **given: Any) -> str:
        browser = Client()
        browser.force_login(user, backend=BACKEND)
        path = f"/my-listings/{circle.uuid}/people/"
        page = browser.get(path) if do == "look" else browser.post(path, {"do": do, **given}, follow=True)
        return str(page.content.decode())

    return pressed


def row(user: User) -> int:
    return Editorship.objects.get(user=user).pk


def told() -> set[str]:
    """Who got a message since this was asked last."""
    send_due()
    found = {to for message in mail.outbox for to in message.to}
    mail.outbox.clear()
    return found


def corrected(circle: Asset) -> set[str]:
    suggest_correction(asset=circle, topic="times", words="It begins at two.")
    return told()


@pytest.mark.parametrize("leaves", [False, True], ids=["and stays", "and leaves"])
def test_what_is_asked_and_told_goes_to_the_new_leader(
    circle: Asset, maureen: User, vera: User, asked: Asked, press: Callable[..., str], leaves: bool
) -> None:
    assert "Vera has the lead now, and is asked in your place." in press(maureen, "lead", row=row(vera))
    if leaves:
        press(maureen, "leave")
    told()
    asked()
    assert told() == {VERA}
    assert corrected(circle) == {VERA}


def test_who_is_taken_off_is_written_to_no_more(
    circle: Asset, maureen: User, vera: User, asked: Asked, press: Callable[..., str]
) -> None:
    press(maureen, "lead", row=row(vera))
    press(vera, "remove", row=row(maureen))
    told()
    asked()
    assert told() == {VERA}


def test_a_link_that_was_sent_before_changes_nothing_any_more(
    circle: Asset, maureen: User, vera: User, asked: Asked, press: Callable[..., str]
) -> None:
    Editorship.objects.filter(user=maureen).delete()
    Editorship.objects.update(lead=True)
    EditorshipFactory(user=maureen, asset=circle)
    asked()
    link = next(link_in(message.body) for message in mail.outbox if message.to == [EMAIL])
    press(maureen, "leave")
    assert circle.name not in Client().get(link).content.decode()
    Client().post(link, {"listing": str(circle.uuid), "answer": "right"})
    assert Asset.objects.get(pk=circle.pk).confirmed_on is None
    ask_due(MORNING.date())
    assert {each.closed_on for each in Asking.objects.exclude(recipient__contains=f":{vera.pk}")} == {MORNING.date()}


@pytest.mark.parametrize("goes", ["account closed", "taken off in the admin", "account deleted"])
def test_where_the_new_leader_is_gone_who_still_looks_after_it_is_asked(
    circle: Asset, maureen: User, vera: User, asked: Asked, press: Callable[..., str], goes: str
) -> None:
    press(maureen, "lead", row=row(vera))
    if goes == "account closed":
        User.objects.filter(pk=vera.pk).update(is_active=False)
    elif goes == "account deleted":
        vera.delete()
    else:
        Editorship.objects.get(user=vera).delete()
    told()
    asked()
    assert told() == {EMAIL}
    assert corrected(circle) == {EMAIL}


@pytest.mark.usefixtures("asked")
def test_who_left_is_not_asked_again_for_that(
    circle: Asset, maureen: User, vera: User, press: Callable[..., str]
) -> None:
    press(maureen, "lead", row=row(vera))
    press(maureen, "leave")
    User.objects.filter(pk=vera.pk).update(is_active=False)
    told()
    ask_due(MORNING.date())
    assert told() == set()
    assert corrected(circle) == set()


def test_the_new_leader_may_keep_her_as_a_contact(
    circle: Asset, maureen: User, vera: User, asked: Asked, press: Callable[..., str]
) -> None:
    press(maureen, "lead", row=row(vera))
    press(maureen, "leave")
    contact = Contact.objects.get()
    page = press(vera, "look")
    assert "Write to Maureen too" in page
    assert faults(page, whole=True) == []
    assert "We write to Maureen about the page, too." in press(vera, "write", contact=contact.pk)
    assert "Still named on the page" not in press(vera, "write", contact=contact.pk)
    told()
    asked()
    assert told() == {VERA, EMAIL}


def test_or_as_somebody_who_looks_after_it(
    circle: Asset, maureen: User, vera: User, asked: Asked, press: Callable[..., str]
) -> None:
    page = press(maureen, "lead", row=row(vera))
    assert "Write to Maureen too" not in page, "that is for the lead to say"
    assert "We write to Maureen about the page, too." in press(vera, "write", row=row(maureen))
    asked()
    assert told() == {VERA, EMAIL}


def test_who_comes_back_is_asked_again(
    circle: Asset, maureen: User, vera: User, asked: Asked, press: Callable[..., str]
) -> None:
    press(maureen, "lead", row=row(vera))
    press(vera, "lead", row=row(maureen))
    press(maureen, "remove", row=row(vera))
    told()
    asked()
    assert told() == {EMAIL}
    press(maureen, "add", name="Vera", email=VERA)
    told()
    assert corrected(circle) == {EMAIL, VERA}


def test_nobody_writes_to_somebody_of_another_listing(
    circle: Asset, maureen: User, vera: User, press: Callable[..., str]
) -> None:
    other = ContactFactory(email="jo@tenterclough.example")
    SteppedBackFactory(asset=circle, person=person_key(other.email))
    assert "We write to" not in press(maureen, "write", contact=other.pk)
    assert "We write to" not in press(maureen, "write", contact="x")
    assert SteppedBack.objects.filter(asset=circle, person=person_key(other.email)).exists()
    press(maureen, "lead", row=row(vera))
    assert "We write to" not in press(maureen, "write", row=row(maureen)), "only the lead"


def test_a_contact_that_only_connectors_see_is_not_told_to_who_guesses_its_number(
    circle: Asset, maureen: User, vera: User, press: Callable[..., str]
) -> None:
    seen = [ContactFactory(asset=circle, name="Jo", email="jo@council.example", visibility="internal")]
    seen.append(ContactFactory(asset=circle, name="Ann", email="ann@home.example", visibility="public"))
    for each in seen:
        page = press(maureen, "write", contact=each.pk)
        assert each.name not in page
        assert "We write to" not in page, "she never handed it over"


@pytest.mark.parametrize("given", [{"contact": "²"}, {"row": "²"}, {"row": "x"}])
def test_a_number_that_is_none_is_nobody(
    maureen: User, vera: User, press: Callable[..., str], given: dict[str, str]
) -> None:
    assert "We write to" not in press(maureen, "write", **given)


def test_an_old_leader_takes_it_back_by_a_connector_alone(
    circle: Asset, maureen: User, vera: User, press: Callable[..., str]
) -> None:
    press(maureen, "lead", row=row(vera))
    press(maureen, "leave")
    claim = ask_to_keep(asset=circle, name="Maureen", email=EMAIL)
    assert claim.way == Claim.Way.CONNECTOR


def test_nor_by_an_address_of_the_groups_own(
    circle: Asset, maureen: User, vera: User, press: Callable[..., str]
) -> None:
    circle.url = "https://tenterclough.example/sewing"
    circle.save()
    press(maureen, "lead", row=row(vera))
    press(maureen, "leave")
    told()
    assert ask_to_keep(asset=circle, name="Maureen", email=EMAIL).way == Claim.Way.CONNECTOR
    assert told() == set()
    assert ask_to_keep(asset=circle, name="Ann", email="ann@tenterclough.example").way == Claim.Way.DOMAIN


@pytest.mark.parametrize("claimed", ["new@home.example", EMAIL], ids=["for another address", "for her own"])
def test_nor_by_a_link_that_she_still_holds(
    circle: Asset, maureen: User, vera: User, press: Callable[..., str], claimed: str
) -> None:
    ask_to_keep(asset=circle, name="Maureen", email=claimed)
    send_due()
    link = link_in(mail.outbox[-1].body)
    assert mail.outbox[-1].to == [EMAIL]
    assert "Is that right?" in Client().get(link).content.decode()
    press(maureen, "lead", row=row(vera))
    press(maureen, "leave")
    assert claimed not in Client().get(link).content.decode()
    assert Client().post(link, {"answer": "yes"}).status_code == 410
    assert Claim.objects.get().state == Claim.State.OPEN
    assert Editorship.objects.get().user == vera


def test_nor_once_the_page_names_the_new_leader_in_her_place(
    circle: Asset, maureen: User, vera: User, press: Callable[..., str]
) -> None:
    ask_to_keep(asset=circle, name="Maureen", email="new@home.example")
    send_due()
    link = link_in(mail.outbox[-1].body)
    press(maureen, "lead", row=row(vera))
    press(maureen, "leave")
    Contact.objects.update(name="Vera", email=VERA)
    Client().post(link, {"answer": "yes"})
    assert Editorship.objects.get().user == vera


def test_nor_by_a_message_that_was_on_its_way(
    circle: Asset, maureen: User, vera: User, press: Callable[..., str]
) -> None:
    ask_to_keep(asset=circle, name="Maureen", email="new@home.example")
    press(maureen, "lead", row=row(vera))
    press(maureen, "leave")
    assert told() == set()


def test_whoever_is_known_to_have_stepped_back_vouches_for_nobody(circle: Asset, maureen: User, vera: User) -> None:
    ask_to_keep(asset=circle, name="Maureen", email="new@home.example")
    send_due()
    link = link_in(mail.outbox[-1].body)
    Editorship.objects.filter(user=maureen).delete()
    Editorship.objects.update(lead=True)
    SteppedBackFactory(asset=circle, person=person_key(EMAIL))
    assert "new@home.example" not in Client().get(link).content.decode()
    assert Client().post(link, {"answer": "yes"}).status_code == 410
    assert Editorship.objects.get().user == vera


def test_who_is_no_contact_any_more_vouches_for_nobody(circle: Asset, maureen: User, vera: User) -> None:
    ask_to_keep(asset=circle, name="Maureen", email="new@home.example")
    send_due()
    link = link_in(mail.outbox[-1].body)
    Contact.objects.update(visibility=Contact.Visibility.INTERNAL)
    assert Client().post(link, {"answer": "yes"}).status_code == 410
    assert not Editorship.objects.filter(user__email="new@home.example").exists()
