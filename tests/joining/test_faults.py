"""What goes wrong, as tables: wrong answers, double presses, other people's addresses, floods, links, what is left."""

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from PIL import Image
from pytest_django import Settings

from cms.actions import approve_change
from cms.duplicates.comparing import compare_all
from cms.models import Asset, Picture
from connector.joining.actions.forget_unfinished import forget_unfinished
from connector.joining.models import NewListing
from connector.joining.placing import look
from tests.factories.assets import AssetFactory, AssetPlaceFactory, ContactFactory
from tests.factories.joining import BEGUN, NewListingFactory
from tests.factories.places import PlaceFactory
from tests.factories.users import UserFactory
from tests.joining.conftest import ANSWERS, START, answer_question, send

pytestmark = pytest.mark.django_db
Told = Callable[..., NewListing]


@pytest.mark.parametrize(
    ("question", "answer", "kept", "says"),
    [
        ("when", {"words": ""}, "", "Write when it is on"),
        ("when", {"words": "whenever we feel like it"}, "whenever we feel like it", ""),
        ("where", {"how": "", "words": "The hall"}, "The hall", "Choose where it is."),
        ("where", {"how": "place", "words": "Qqzzkk Xxvvjj"}, "Qqzzkk Xxvvjj", "Add its postcode"),
        ("where", {"how": "home", "words": "Qqzzkk Xxvvjj"}, "Qqzzkk Xxvvjj", "We do not know that place"),
        ("who", {"cost": "", "who_for": "Anybody who knits"}, "Anybody who knits", "Choose what it costs."),
        ("who", {"cost": "paid", "amount": "two quid"}, "two quid", "is not an amount"),
        ("ask", {"phone": "", "email": ""}, "Maureen", "Write a telephone number or an e-mail"),
        ("ask", {"phone": "12"}, "12", "Write the whole number"),
        ("ask", {"answer_given": ""}, "Maureen", "Choose who may see it."),
    ],
)
def test_a_wrong_answer_says_what_to_do_and_loses_nothing(
    told: Told, question: str, answer: dict[str, Any], kept: str, says: str
) -> None:
    client = Client()
    listing = told(client)
    before = listing.answers
    page = client.post(f"{START}{listing.uuid}/{question}/", {**ANSWERS[question], **answer})
    assert page.status_code == 200
    assert page.context["form"].errors
    assert kept in page.content.decode()
    assert says in page.content.decode()
    listing.refresh_from_db()
    assert listing.answers == before


def test_dates_that_were_not_read_back_are_not_kept(told: Told) -> None:
    client = Client()
    client.post(START, ANSWERS["what"])
    listing = NewListing.objects.get()
    page = client.post(f"{START}{listing.uuid}/when/", ANSWERS["when"])
    assert [date.day for date in page.context["dates"]][:2] == ["Tue 24 Nov", "Tue 1 Dec"]
    assert len(page.context["dates"]) == 4
    listing.refresh_from_db()
    assert "when" not in listing.answers
    stale = client.post(f"{START}{listing.uuid}/when/", {"words": "every Friday 2pm", "seen": page.context["seen"]})
    assert stale.context["read_back"], "another time is read back anew"


def test_it_has_no_fixed_times(told: Told) -> None:
    client = Client()
    listing = told(client, when={"words": "Ring and ask", "varies": "on"})
    assert listing.answers["when"]["times"] == []
    send(client, listing)
    assert listing.asset.opening_words == "Ring and ask"


def test_two_presses_make_one_listing(told: Told, mailoutbox: list) -> None:
    client = Client()
    listing = told(client)
    send(client, listing)
    number = listing.number
    send(client, listing)
    assert Asset.objects.count() == 1
    assert listing.number == number
    assert len(mailoutbox) == 1


def test_an_address_alone_opens_nothing(told: Told) -> None:
    listing = told(Client())
    for part in ("what", "check", "later", "pin", "sent", "more/coming"):
        answer = Client().get(f"{START}{listing.uuid}/{part}/")
        assert answer.status_code == 404, part


def test_going_back_shows_what_was_said_and_one_change_leads_to_the_check(told: Told) -> None:
    client = Client()
    listing = told(client)
    page = client.get(f"{START}{listing.uuid}/who/").content.decode()
    assert "£2.00" in page
    answer = answer_question(client, listing, "who", {**ANSWERS["who"], "amount": "£3"})
    assert answer["Location"].endswith("/check/")
    assert "£3" in client.get(answer["Location"]).content.decode()


def test_the_link_opens_it_on_another_device_and_only_by_a_press(told: Told) -> None:
    here, there = Client(), Client()
    listing = told(here)
    link = here.post(f"{START}{listing.uuid}/later/", {"press": "show"}).context["link"]
    there.get(link)
    assert there.get(f"{START}{listing.uuid}/check/").status_code == 404
    there.post(link)
    assert ANSWERS["what"]["name"] in there.get(f"{START}{listing.uuid}/check/").content.decode()


def test_the_box_that_no_person_sees(db: None) -> None:
    page = Client().post(START, {**ANSWERS["what"], "homepage": "https://spam.example"})
    assert not NewListing.objects.exists()
    assert ANSWERS["what"]["summary"] in page.content.decode()
    assert "Leave the last box empty" in page.content.decode()


def test_a_flood_from_one_place(settings: Settings) -> None:
    settings.CONNECTOR_JOINING_BEGUN_FROM_ONE_PLACE = 2
    answers = [Client().post(START, ANSWERS["what"], REMOTE_ADDR="192.0.2.7") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert "Try again in an hour" in answers[2].content.decode()
    assert ANSWERS["what"]["summary"] in answers[2].content.decode()
    assert Client().post(START, ANSWERS["what"], REMOTE_ADDR="192.0.2.8").status_code == 302
    assert "192.0.2.7" not in str(list(NewListing.objects.values()))


def test_a_flood_from_everywhere(settings: Settings) -> None:
    settings.CONNECTOR_JOINING_BEGUN_AN_HOUR = 1
    assert Client().post(START, ANSWERS["what"], REMOTE_ADDR="192.0.2.7").status_code == 302
    assert Client().post(START, ANSWERS["what"], REMOTE_ADDR="192.0.2.8").status_code == 429


@pytest.mark.parametrize("limit", ["CONNECTOR_JOINING_SENT_AN_HOUR", "CONNECTOR_JOINING_MOST_WAITING"])
def test_the_queue_is_full(told: Told, settings: Settings, limit: str) -> None:
    first, second = Client(), Client()
    one, other = told(first), told(second)
    setattr(settings, limit, 1)
    send(first, one)
    page = send(second, other)
    assert page.status_code == 429
    assert "Try again in an hour" in page.content.decode()
    assert other.state == "writing"
    assert Asset.objects.count() == 1


def test_what_is_here_already_is_shown_as_its_name_is_typed() -> None:
    AssetFactory(name="Weavers Fold Sewing Circle")
    AssetFactory(name="Weavers Fold Sewing Circle secretly", live=False)
    AssetFactory(name="Weavers Fold Sewing Lessons", offer=True)
    page = Client().post(f"{START}alike/", {"name": "The weavers fold sowing circle"})
    assert [each.name for each in page.context["alike"]] == ["Weavers Fold Sewing Circle"]
    uuid = page.context["alike"][0].uuid
    assert f'href="/listings/{uuid}/look-after/">That’s us' in page.content.decode()
    assert Client().post(f"{START}alike/", {"name": "Pike Lane Rug Makers"}).context["alike"] == []


def test_the_same_telephone_and_nearly_the_same_name_is_told_at_the_check(told: Told) -> None:
    here = AssetFactory(name="Pike Lane Rug Crafters", summary="We make rag rugs and drink tea.")
    ContactFactory(asset=here, phone="01632 960 014")
    AssetPlaceFactory(asset=here, place=PlaceFactory(postcode="M33 7ZF", nowhere=True))
    compare_all()
    client = Client()
    listing = told(client)
    page = client.get(f"{START}{listing.uuid}/check/")
    assert [each.name for each in page.context["alike"]] == ["Pike Lane Rug Crafters"]


def test_a_place_of_a_listing_that_nobody_sees_is_not_offered(told: Told) -> None:
    seen, hidden = PlaceFactory(name="Carder Street Hall"), PlaceFactory(name="Carder Street House")
    AssetPlaceFactory(place=seen)
    AssetPlaceFactory(place=hidden, asset=AssetFactory(live=False))
    offered = " ".join(each.words for each in look("Carder Street").choices)
    assert "Carder Street Hall" in offered
    assert "Carder Street House" not in offered


@pytest.mark.parametrize(("by", "taken"), [(0.001, True), (0.5, False)])
def test_the_pin_stays_near(told: Told, by: float, taken: bool) -> None:
    client = Client()
    listing = told(client)
    where = listing.answers["where"]
    answer = client.post(f"{START}{listing.uuid}/pin/", {"lat": where["lat"] + by, "lon": where["lon"]})
    assert answer.status_code == (302 if taken else 422)
    listing.refresh_from_db()
    assert (listing.answers["where"]["lat"] != where["lat"]) is taken


def test_the_pin_moves_without_a_script(told: Told) -> None:
    client = Client()
    listing = told(client)
    before = listing.answers["where"]["lat"]
    client.post(f"{START}{listing.uuid}/pin/", {"step": "north"})
    listing.refresh_from_db()
    assert 0 < listing.answers["where"]["lat"] - before < 0.001


def test_a_group_for_children_waits_with_what_is_not_known(told: Told) -> None:
    client = Client()
    listing = told(client, who={"at_risk": ["children"]})
    page = send(client, listing)
    assert page.context["advice"].code == "safeguarding"
    answer_later(client, listing, "safeguarding", {"lead": "Ann", "policy": ""})
    asset = approve_change(asset=listing.asset, by=UserFactory(role="Connectors"))
    worker = Client()
    worker.force_login(UserFactory(role="Workers"))
    told_to_workers = worker.get(asset.get_absolute_url()).content.decode()
    assert "Safeguarding lead: Ann." in told_to_workers
    assert "Safeguarding policy: not known." in told_to_workers
    public = Client().get(asset.get_absolute_url()).content.decode()
    assert "afeguarding" not in public
    assert "Ann" not in public


@pytest.mark.parametrize(
    ("question", "answer", "shown"),
    [
        (
            "coming",
            {"coming": "ask_first", "new_a_month": "2", "cannot_do": "We cannot lift anybody"},
            ["Ask first, then come.", "about 2 new people a month", "We cannot lift anybody."],
        ),
        ("first", {"happens": "Somebody meets you at the door.", "bring": "Nothing"}, ["Somebody meets you"]),
        ("access", {"step_free": "partly", "step_free_note": "One step, with a rail"}, ["One step, with a rail"]),
    ],
)
def test_a_later_answer_goes_into_what_waits(
    told: Told, question: str, answer: dict[str, str], shown: list[str]
) -> None:
    client = Client()
    listing = told(client)
    send(client, listing)
    answer_later(client, listing, question, answer)
    asset = approve_change(asset=listing.asset, by=UserFactory(role="Connectors"))
    public = Client().get(asset.get_absolute_url()).content.decode()
    assert [words for words in shown if words not in public] == []


def test_once_it_is_out_the_link_changes_nothing(told: Told) -> None:
    client = Client()
    listing = told(client)
    send(client, listing)
    asset = approve_change(asset=listing.asset, by=UserFactory(role="Connectors"))
    page = answer_later(client, listing, "coming", {"coming": "turn_up"})
    assert "Sign in with your e-mail to change it." in page.content.decode()
    asset.refresh_from_db()
    assert asset.get_latest_revision_as_object().coming == ""


def photograph() -> SimpleUploadedFile:
    picture = Image.new("RGB", (40, 30), "blue")
    exif = Image.Exif()
    exif[0x010F] = "Maureens telephone"
    written = io.BytesIO()
    picture.save(written, "JPEG", exif=exif)
    return SimpleUploadedFile("IMG_Maureen.jpg", written.getvalue(), "image/jpeg")


def test_a_picture_is_stripped_and_says_what_it_shows(told: Told, settings: Settings, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    client = Client()
    listing = told(client)
    send(client, listing)
    page = answer_later(client, listing, "picture", {"file": photograph(), "description": ""})
    assert "Say what it shows" in page.content.decode()
    assert not Picture.objects.exists()
    answer_later(client, listing, "picture", {"file": photograph(), "description": "A blue door."})
    picture = Picture.objects.get()
    assert b"Maureen" not in picture.file.read()
    assert "Maureen" not in picture.file.name
    assert listing.asset.get_latest_revision_as_object().picture == picture
    picture.file.close()


def test_what_is_no_picture_is_told(told: Told) -> None:
    client = Client()
    listing = told(client)
    send(client, listing)
    file = SimpleUploadedFile("x.jpg", b"<script>alert(1)</script>", "image/jpeg")
    page = answer_later(client, listing, "picture", {"file": file, "description": "A door."})
    assert "cannot be read as a picture" in page.content.decode()


def test_plainer_words_are_taken_with_one_press(told: Told) -> None:
    client = Client()
    listing = told(client, what={"name": "Hall", "summary": "Participants utilise looms."})
    assert "People use looms." in client.get(f"{START}{listing.uuid}/check/").content.decode()
    client.post(f"{START}{listing.uuid}/plainer/")
    listing.refresh_from_db()
    assert listing.answers["what"]["summary"] == "People use looms."


def test_unfinished_ones_are_forgotten(settings: Settings) -> None:
    settings.CONNECTOR_UNFINISHED_DAYS = 30
    old = NewListingFactory(changed_at=BEGUN - timedelta(days=31))
    young = NewListingFactory(changed_at=BEGUN - timedelta(days=29), came_from="x", made_at=BEGUN - timedelta(days=29))
    waiting = NewListingFactory(state="sent", asset=AssetFactory(live=False), changed_at=BEGUN - timedelta(days=300))
    withdrawn = NewListingFactory(state="sent", changed_at=BEGUN - timedelta(days=31))
    out = NewListingFactory(
        state="out", asset=AssetFactory(), sender_email="a@b.example", out_at=BEGUN - timedelta(days=61)
    )
    call_command("forget_unfinished_listings", "--dry-run")
    assert NewListing.objects.count() == 5
    done = forget_unfinished(now=timezone.now())
    assert (done.listings, done.cleared) == (2, 2)
    assert {row.pk for row in NewListing.objects.all()} == {young.pk, waiting.pk, out.pk}
    assert {old.pk, withdrawn.pk}.isdisjoint(NewListing.objects.values_list("pk", flat=True))
    assert set(NewListing.objects.values_list("came_from", "sender_email")) == {("", "")}


def answer_later(client: Client, listing: NewListing, question: str, answer: dict[str, Any]) -> Any:
    return client.post(f"{START}{listing.uuid}/more/{question}/", answer, follow=True)
