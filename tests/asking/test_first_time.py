"""What somebody asks before they go: told, or said to be unknown, asked with one press and answered by the group."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from cms.actions import approve_change
from cms.first_time import QUESTIONS, asked_of, known, put_words
from cms.models import Asset, Kind
from connector.asking.actions.dont_know import dont_know
from connector.asking.models import AccessQuestion
from connector.notifications.sending import send_due
from connector.stewardship.enquiring.asking import enquire_due
from tests.core.markup import faults
from tests.factories.asking import AccessQuestionFactory
from tests.factories.assets import AssetAccessFactory, AssetFactory, ContactFactory
from tests.factories.places import PlaceFactory
from tests.factories.users import BACKEND, UserFactory
from tests.stewardship.conftest import MORNING, link_in

pytestmark = pytest.mark.django_db
ALL = {
    "first_happens": "Tea at once",
    "greeter_name": "Ruth",
    "first_door": "Round the back",
    "first_company": "Bring anybody you like",
    "first_busy": "Fullest at two",
    "first_quiet": "The first half hour",
    "first_leave": "Go whenever you like.",
}


@pytest.fixture
def club() -> Asset:
    asset: Asset = AssetFactory(name="Whist Drive", at=[PlaceFactory(name="Mill Hall", directions="")])
    ContactFactory(asset=asset, name="Edna", email="edna@whist.example", phone="", prefers="email")
    return asset


@pytest.fixture(autouse=True)
def _by_mail(settings: Settings) -> Iterator[None]:
    settings.CONNECTOR_CHANNELS = {"email": "mail"}
    with time_machine.travel(MORNING, tick=False):
        yield


def page(asset: Asset, browser: Client | None = None) -> str:
    return (browser or Client()).get(f"/listings/{asset.uuid}/").content.decode()


def press(asset: Asset, subject: str = "door", browser: Client | None = None) -> int:
    return (browser or Client()).post(f"/listings/{asset.uuid}/ask-them/", {"ask": subject}).status_code


def section(html: str) -> str:
    _, _, rest = html.partition('id="first">')
    return " ".join(re.sub(r"<[^>]+>", " ", rest.partition("</section>")[0]).split())


def can_ask(html: str) -> list[str]:
    return re.findall(r'name="ask" value="(\w+)"', html)


def test_what_nobody_told_is_said_so_and_can_be_asked(club: Asset) -> None:
    html = page(club)
    assert faults(re.sub(r"<script type=.application/ld.json.*?</script>", "", html), whole=True) == []
    assert can_ask(html) == list(QUESTIONS)
    told = section(html)
    for question in QUESTIONS.values():
        assert f"{question.asked}? Not known." in told
    assert "Both are fine" not in html, "nobody said that one may leave"


def test_what_is_told_stands_there_and_is_not_asked() -> None:
    asset = AssetFactory(at=[PlaceFactory()], **ALL)
    html = page(asset)
    assert can_ask(html) == []
    told = section(html)
    for words in (
        "Ruth will meet you. Tea at once.",
        "The door. Round the back.",
        "Bringing somebody. Bring anybody you like.",
        "How busy. Fullest at two.",
        "When it is quiet. The first half hour.",
        "Leaving. Go whenever you like.",
    ):
        assert words in told
    assert "Not known" not in told


def test_what_other_facts_say_is_known_too(club: Asset) -> None:
    AssetAccessFactory(asset=club, subject="bring_a_carer", state="no")
    Asset.objects.filter(pk=club.pk).update(usual_least=4, mood="quiet")
    club.asset_places.first().place.__class__.objects.update(directions="Green door")
    assert can_ask(page(club)) == ["arrive", "meets", "leave"]


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({"kind": Kind.ONLINE, "reach": "online"}, {"arrive", "meets", "busy", "leave"}),
        ({"kind": Kind.VISITING, "reach": "visiting"}, {"arrive", "meets"}),
        ({"kind": Kind.SERVICE, "reach": "area"}, {"arrive", "meets"}),
        ({"kind": Kind.OFFER}, set()),
        ({"secret": True}, QUESTIONS.keys() - {"door"}),
        ({}, set(QUESTIONS)),
    ],
)
def test_what_goes_with_which_listing(fields: dict[str, object], asked: set[str]) -> None:
    asset = AssetFactory(**fields)
    assert set(asked_of(asset)) == asked
    assert known(asset) == QUESTIONS.keys() - asked


def test_one_press_is_one_row_with_nobody_in_it(club: Asset) -> None:
    browser = Client()
    page(club, browser)
    assert press(club, "door", browser) == 302
    assert browser.cookies == {}, "neither looking nor asking leaves a cookie"
    row = AccessQuestion.objects.get()
    assert (row.asset_id, row.subject, row.times, row.state) == (club.pk, "door", 1, "open")
    html = page(club)
    assert "door" not in can_ask(html)
    assert "Where is the door? Not known. We will ask them." in section(html)
    press(club)
    assert AccessQuestion.objects.get().times == 2, "counted, and asked once"
    assert mail.outbox == []


def test_only_what_the_page_cannot_answer_can_be_asked(club: Asset) -> None:
    Asset.objects.filter(pk=club.pk).update(first_leave="Go whenever you like")
    for subject in ("leave", "step_free", "", "x" * 99):
        assert press(club, subject) == 302
    assert press(AssetFactory(live=False)) == 404
    assert press(AssetFactory(unasked=True)) == 404
    assert Client().get(f"/listings/{club.uuid}/ask-them/").status_code == 405
    assert not AccessQuestion.objects.exists()


def test_pressing_over_and_over_from_one_place_is_not_counted(club: Asset) -> None:
    pressed = [press(club) for _ in range(22)]
    assert pressed == [302] * 20 + [429] * 2
    assert AccessQuestion.objects.get().times == 20


def test_whoever_keeps_it_is_asked_with_the_rest_and_their_answer_stands_on_the_page(club: Asset) -> None:
    for subject in ("door", "meets"):
        press(club, subject)
    AccessQuestionFactory(asset=club, subject="step_free")
    enquire_due(timezone.localdate())
    send_due()
    (message,) = mail.outbox
    for words in ("Where is the door?", "Who meets new people?", "Step-free?"):
        assert words in str(message.body)
    enquire_due(timezone.localdate())
    assert "Where is the door? Not known. We have asked them." in section(page(club))
    link, edna = link_in(str(message.body)), Client()
    shown = edna.get(link).content.decode()
    assert faults(shown, whole=True) == []
    answers = {"door": "Round the back,  by the bins", "meets": "Edna, in the red coat"}
    for subject, words in answers.items():
        edna.post(link, {"listing": club.uuid, "answer": f"{subject}:told", "note": words})
    assert "You said: it in your own words." in edna.get(link).content.decode()
    assert "door" not in can_ask(page(club)), "a connector looks first; meanwhile nobody has to ask again"
    approve_change(asset=Asset.objects.get(pk=club.pk), by=UserFactory(role="Connectors"))
    told = section(page(club))
    assert "The door. Round the back, by the bins." in told
    assert "Look for Edna, in the red coat." in told
    states = dict(AccessQuestion.objects.values_list("subject", "state"))
    assert states == {"door": "answered", "meets": "answered", "step_free": "asked"}


def test_words_are_needed_for_an_answer_in_words(club: Asset) -> None:
    press(club)
    enquire_due(timezone.localdate())
    send_due()
    link = link_in(str(mail.outbox[0].body))
    assert Client().post(link, {"listing": club.uuid, "answer": "door:told", "note": " "}).status_code == 302
    assert Client().post(link, {"listing": club.uuid, "answer": "door:yes"}).status_code == 409
    assert not Asset.objects.get(pk=club.pk).has_unpublished_changes


def test_what_they_do_not_know_either_rests(club: Asset) -> None:
    today = timezone.localdate()
    AccessQuestionFactory(asset=club, subject="busy", state="asked")
    dont_know(asset=club, subject="busy", on=today)
    assert "How busy is it? Not known. They do not know either." in section(page(club))
    AccessQuestion.objects.update(unsure_on=today - timedelta(days=90))
    assert "busy" in can_ask(page(club))


def test_a_connector_reads_how_often_it_was_asked(client: Client, club: Asset) -> None:
    AccessQuestionFactory(asset=club, subject="quiet", times=3)
    client.force_login(UserFactory(role="Connectors"), backend=BACKEND)
    told = client.get(f"/admin/snippets/cms/asset/edit/{club.pk}/").content.decode()
    assert "When is it quiet" in told
    assert "Asked 3 times, on 2 November 2026." in told


@pytest.mark.parametrize(
    ("words", "name", "rest"),
    [
        ("Maureen", "Maureen", ""),
        ("Maureen, by the blue door.", "Maureen", "by the blue door"),
        ("Maureen will call round first, or wait at the door", "Maureen", "will call round first, or wait at the door"),
        ("whoever has the keys", "Whoever has the keys", ""),
    ],
)
def test_who_meets_people_is_a_name_and_what_of_them(words: str, name: str, rest: str) -> None:
    asset = AssetFactory.build()
    put_words(asset, "meets", words)
    assert (asset.greeter_name, asset.greeter_words) == (name, rest)
