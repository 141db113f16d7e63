"""Every press of a group, of whoever writes to us about one, and of a connector: pressed twice, it has happened once.

Counted are the rows of every table of the product, the messages that went and what people see of the listing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.test import Client

from cms.models import Asset, Editorship, Introductions
from connector.accounts.models import User
from connector.claiming.actions.claim import ask_to_keep
from connector.evidence.models import AskAfter
from connector.notifications.sending import send_due
from connector.reach.models import SayHello
from connector.stewardship.asking import ask_due
from connector.stewardship.models import Asked, Asking, Task
from tests.factories.asking import AccessQuestionFactory
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.open_forms import filled_in
from tests.factories.reach import SayHelloFactory
from tests.factories.stewardship import TaskFactory
from tests.factories.users import UserFactory
from tests.journeys.conftest import TODAY, link_in

pytestmark = pytest.mark.django_db
# Whoever presses twice may be led to the same page by two links; they are told apart by nothing but their tokens.
UNCOUNTED = {"links.Link"}


@dataclass
class Pressed:
    """Where, what is sent there, and by whom ("" is anybody)."""

    path: str
    sent: dict[str, Any] = field(default_factory=dict)
    by: str = ""


def mine(path: str, by: str = "Maureen", **sent: Any) -> Callable[..., Pressed]:
    return lambda group, links: Pressed(f"/my-listings/{group.uuid}/{path}", sent, by)


def linked(which: str, **sent: Any) -> Callable[..., Pressed]:
    return lambda group, links: Pressed(links[which], {"listing": str(group.uuid)} | sent)


def row_of(name: str) -> str:
    return str(Editorship.objects.get(user__first_name=name).pk)


def claims(group: Asset, links: dict[str, str]) -> Pressed:
    sent = filled_in("claim", name="Ann", email="ann@home.example", words="I keep the tea.")
    return Pressed(f"/listings/{group.uuid}/look-after/", sent)


def says_yes(group: Asset, links: dict[str, str]) -> Pressed:
    ask_to_keep(asset=group, name="Ann", email="ann@home.example")
    send_due()
    return Pressed(link_in(str(mail.outbox[-1].body)), {"answer": "yes"})


def corrects(group: Asset, links: dict[str, str]) -> Pressed:
    sent = filled_in("correction", topic="times", words="It is on Thursdays now.", contact="ann@home.example")
    return Pressed(f"/listings/{group.uuid}/wrong/", sent)


def known(group: Asset, links: dict[str, str]) -> Pressed:
    AccessQuestionFactory(asset=group, subject="step_free")
    return Pressed(f"/my-listings/{group.uuid}/known/", {"answer": "step_free:yes"}, "Maureen")


def rings(**sent: Any) -> Callable[..., Pressed]:
    def made(group: Asset, links: dict[str, str]) -> Pressed:
        bowls = AssetFactory(name="Bowls")
        ContactFactory(asset=bowls, name="Edna", phone="01632 960 777", prefers="telephone")
        ask_due(TODAY)
        asked = Asked.objects.get(asset=bowls)
        about = {"asked": asked.pk} if sent else {"asking": Asking.objects.get(pk=asked.asking_id).pk}
        return Pressed("/admin/ring-round/press/", about | sent, "Meena")

    return made


def sees_to(group: Asset, links: dict[str, str]) -> Pressed:
    return Pressed(f"/admin/listings-to-see-to/{TaskFactory(asset=group).pk}/", {"press": "done"}, "Meena")


def said_hello(group: Asset, links: dict[str, str]) -> Pressed:
    task = SayHelloFactory(asset=group)
    return Pressed(f"/admin/go-and-say-hello/{task.pk}/", {"state": "agreed", "who": "Maureen"}, "Meena")


PRESSES: dict[str, Callable[[Asset, dict[str, str]], Pressed]] = {
    "all of it is right": linked("Is", answer="right"),
    "something has changed": linked("Is", answer="change"),
    "we have stopped": linked("Is", answer="surely", words="The hall was sold."),
    "ask me in May": linked("Is", month="5"),
    "it ran": linked("Did", answer="ran"),
    "it did not": linked("Did", answer="not"),
    "we are full": linked("Did", answer="full"),
    "ask me no more": linked("Did", answer="stop"),
    "ask me after each": linked("Did", answer="each"),
    "look after this page": claims,
    "yes, they belong to us": says_yes,
    "something is wrong": corrects,
    "add somebody": mine("people/", do="add", name="Ann", email="ann@home.example"),
    "hand over the lead": lambda group, links: mine("people/", do="lead", row=row_of("Vera"))(group, links),
    "take somebody off": lambda group, links: mine("people/", do="remove", row=row_of("Vera"))(group, links),
    "I am leaving": mine("people/", do="leave"),
    "we have stopped, on its own page": mine("stopped/", words="The hall was sold."),
    "a volunteer wanted": mine("help/", help="tea"),
    "step-free, yes": known,
    "ask me by e-mail": mine("after-sessions/", by="Vera", ask="email"),
    "ask me not": mine("after-sessions/", ask="off"),
    "I was there": lambda group, links: Pressed(
        f"/listing/{group.uuid}/i-was-there/", {"day": TODAY.isoformat(), "press": "there"}, "Priya"
    ),
    "say hello": lambda group, links: Pressed("/match/kept/", {"back": "listing", "hello": str(group.uuid)}, "Priya"),
    "told by telephone: right": rings(answer="right"),
    "told by telephone: stopped": rings(answer="stopped"),
    "nobody answered": rings(),
    "a connector saw to it": sees_to,
    "a connector said hello": said_hello,
}


@pytest.mark.parametrize("press", PRESSES)
def test_twice_is_once(group: Asset, links: dict[str, str], browser_of: Callable[..., Client], press: str) -> None:
    pressed = PRESSES[press](group, links)
    browser = browser_of(_person(pressed.by))
    before = _all(group)
    first = browser.post(pressed.path, pressed.sent)
    assert first.status_code in (200, 302)
    once = _all(group)
    assert once != before, "the press does nothing, and so shows nothing"
    second = browser.post(pressed.path, pressed.sent)
    assert second.status_code < 500
    assert _all(group) == once


def test_a_change_that_is_sent_twice_is_one(group: Asset, maureen: User, browser_of: Callable[..., Client]) -> None:
    """Two presses at once: the second still has the answers before it that the first one sent."""
    browser, home = browser_of(maureen), f"/my-listings/{group.uuid}/"
    browser.post(f"{home}room/", {"room": "full"})
    version = browser.get(f"{home}check/").context["version"]
    session = browser.session
    answers = dict(session["my_listings"])
    browser.post(f"{home}check/", {"version": version})
    once = _all(group)
    session = browser.session
    session["my_listings"] = answers
    session.save()
    late = browser.post(f"{home}check/", {"version": version})
    assert "There is nothing to send." in late.content.decode()
    assert _all(group) == once


def _person(name: str) -> User | None:
    roles = {"Meena": "Connectors", "Priya": "Workers"}
    if name in roles:
        made: User = UserFactory(first_name=name, role=roles[name])
        return made
    return User.objects.get(first_name=name) if name else None


def _all(group: Asset) -> dict[str, Any]:
    """How much there is of everything, and what people see."""
    send_due()
    labels = {each.label for each in apps.get_app_configs() if each.name.startswith(("cms", "connector"))}
    counts = {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models()
        if model._meta.app_label in labels and model._meta.label not in UNCOUNTED
    }
    row = Asset.objects.get(pk=group.pk)
    seen = [row.live, row.room, row.confirmed_on, row.ran_on, row.help_wanted, row.revisions.count()]
    lead = list(Editorship.objects.filter(lead=True).values_list("user__first_name", flat=True))
    states = [
        *Asked.objects.order_by("pk").values_list("answer", flat=True),
        *Asking.objects.order_by("pk").values_list("tries", flat=True),
        *AskAfter.objects.order_by("pk").values_list("each_time", flat=True),
        *SayHello.objects.values_list("done_on", flat=True),
        *Task.objects.values_list("done_on", flat=True),
        *Introductions.objects.values_list("state", flat=True),
    ]
    return {**counts, "seen": seen, "lead": lead, "states": states, "letters": len(mail.outbox)}
