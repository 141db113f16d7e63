"""The page of one listing, through its address."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html import unescape
from urllib.parse import unquote

import pytest
import time_machine
from django.test import Client

from cms.models import AccessFact, Asset, Contact, Kind
from tests.factories.assets import AssetFactory, AssetSourceFactory, ContactFactory, LendFactory, SourceFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.places import PlaceAccessFactory, PlaceFactory
from tests.factories.schedules import SessionFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 8, 20, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _monday_morning() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def words(asset: Asset) -> str:
    """The text of its page's main part, in one line."""
    response = Client().get(asset.get_absolute_url())
    assert response.status_code == 200
    main = response.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def sewing_circle() -> Asset:
    place = PlaceFactory(
        name="Carder Street Community Centre",
        address="12 Carder Street",
        postcode="TC1 2SE",
        directions="Use the blue door at the side.",
        step_free=True,
    )
    PlaceAccessFactory(place=place, subject=AccessFact.Subject.HEARING_LOOP, state=AccessFact.State.NO)
    asset = AssetFactory(
        name="Weavers Fold Sewing Circle",
        summary="Sewing, with a brew.",
        description="One long table.\n\nTea is at half past two.",
        organisation=OrganisationFactory(name="The Fold"),
        at=[place],
        cost=Asset.Cost.PAID,
        cost_pence=200,
        who_for="Anyone grown up",
        min_age=18,
        greeter_name="Maureen",
        greeter_words="will call round first, or wait at the door",
        help_wanted="a second person to sit with beginners",
        confirmed_on=date(2026, 11, 16),
        confirmed_by="Maureen",
    )
    SessionFactory(asset=asset, days=["MO", "WE"], closed=["2026-12-23"])
    ContactFactory(asset=asset, name="Maureen", phone="01632 960 014")
    LendFactory(asset=asset, words="Three sewing machines.")
    return asset


def test_it_is_read_in_the_order_that_somebody_asks() -> None:
    text = words(sewing_circle())
    asked = (
        "Weavers Fold Sewing Circle",
        "Sewing, with a brew. One long table.",
        "Run by The Fold",
        "When next Mon 23 Nov 1.30 to 3.30pm Today Wed 25 Nov",
        "Every Monday and Wednesday, 1.30 to 3.30pm, not on bank holidays. Not on Wed 23 Dec.",
        "Ask for Maureen Maureen will call round first, or wait at the door. 01632 960 014",
        "Carder Street Community Centre 12 Carder Street, TC1 2SE",
        "Use the blue door at the side.",
        "Step-free No hearing loop Not known: toilet with rails, chairs with arms",
        "Cost, and who it is for £2",
        "Anyone grown up. 18 and over.",
        "Ring Maureen first if you like. Maureen will call round first, or wait at the door. It costs £2.",
        "In their words Tea is at half past two.",
        "They would like a second person to sit with beginners.",
        "They lend: Three sewing machines.",
        "Maureen said this was right on 16 November.",
    )
    places = [text.find(part) for part in asked]
    assert -1 not in places, asked[places.index(-1)]
    assert places == sorted(places)


def test_what_is_not_known_says_so() -> None:
    text = words(AssetFactory())
    assert "Times: not known. Ask before you go." in text
    assert "Place: not known. Ask before you go." in text
    assert "Cost: not known. Ask before you go." in text
    assert "Cost" not in words(AssetFactory(kind="volunteer_role", cost="free"))


def test_the_source_of_an_imported_listing_stands_at_its_end() -> None:
    asset = AssetFactory(met=False, url="https://group.example/")
    source = SourceFactory(
        name="Hallshire Register",
        licence="OGL v3.0",
        attribution="Contains data of Hallshire.",
        url="https://h.example/",
    )
    AssetSourceFactory(asset=asset, source=source)
    ends = "We have not met them yet. From Hallshire Register . OGL v3.0. Contains data of Hallshire."
    assert words(asset).partition("Something here is wrong")[0].strip().endswith(ends)
    assert 'href="https://group.example/"' in Client().get(asset.get_absolute_url()).content.decode()


def test_a_website_that_is_no_web_address_is_no_link() -> None:
    asset = AssetFactory(url="javascript:alert(1)")
    assert "javascript:" not in Client().get(asset.get_absolute_url()).content.decode()


def test_only_the_public_contacts_are_on_a_public_page() -> None:
    asset = AssetFactory()
    ContactFactory(asset=asset, name="Priya", phone="01632 960 999", visibility=Contact.Visibility.PARTNER)
    text = words(asset)
    assert "Priya" not in text
    assert "960 999" not in text


@pytest.mark.parametrize("hidden", [{"live": False}, {"kind": Kind.OFFER}])
def test_what_the_public_may_not_see_is_not_found(hidden: dict[str, object]) -> None:
    assert Client().get(AssetFactory(**hidden).get_absolute_url()).status_code == 404


def test_a_session_that_is_over_is_not_offered() -> None:
    asset = AssetFactory()
    SessionFactory(asset=asset, until=date(2026, 6, 1))
    assert "Every Tuesday" not in words(asset)


def test_opening_times_of_a_register_stand_as_it_gave_them() -> None:
    text = words(AssetFactory(opening_words="Monday 9 to 5\nTuesday 9 to 1"))
    assert "When next Monday 9 to 5 Tuesday 9 to 1" in text


def test_a_group_that_runs_itself_is_not_said_to_be_run_by_itself() -> None:
    asset = AssetFactory(name="The Fold", organisation=OrganisationFactory(name="The Fold"))
    assert "Run by" not in words(asset)


def test_nobody_named_is_said_to_be_not_known() -> None:
    text = words(AssetFactory())
    assert "Who meets you? Not known." in text
    assert "will meet you" not in text


def test_it_can_be_texted_to_somebody(client: Client) -> None:
    asset = AssetFactory(name="Tea & Talk")
    ContactFactory(asset=asset, name="Jo")
    page = client.get(asset.get_absolute_url()).content.decode()
    address = f"http%3A%2F%2Ftestserver%2Flistings%2F{asset.uuid}%2F"
    assert f'href="sms:?&amp;body=Tea%20%26%20Talk%3A%20{address}"' in page


def letter(asset: Asset) -> list[str]:
    """The lines of the e-mail that its page opens."""
    page = Client().get(asset.get_absolute_url()).content.decode()
    found = re.search(r'href="mailto:\?subject=([^&]*)&amp;body=([^"]*)"', page)
    assert found is not None
    assert unquote(found[1]) == asset.name
    return unquote(found[2]).split("\r\n")


def test_it_can_be_sent_to_oneself_with_the_next_dates() -> None:
    asset = sewing_circle()
    assert letter(asset) == [
        "Weavers Fold Sewing Circle",
        "Sewing, with a brew.",
        "Mon 23 Nov, 1.30 to 3.30pm",
        "Wed 25 Nov, 1.30 to 3.30pm",
        "Carder Street Community Centre, 12 Carder Street, TC1 2SE",
        "£2",
        f"What changes stands here: http://testserver/listings/{asset.uuid}/",
    ]


def test_what_is_sent_names_no_secret_place_and_nobody() -> None:
    asset = sewing_circle()
    Asset.objects.update(secret=True, url="https://fold.example/")
    assert not [line for line in letter(asset) if "Carder" in line or "Maureen" in line]


def test_a_break_is_told_by_its_ends() -> None:
    """Three closed days or more with nothing between them; else each day by itself."""
    asset = AssetFactory()
    SessionFactory(asset=asset, days=["MO", "WE"], closed=["2026-12-21", "2026-12-23", "2026-12-30"])
    SessionFactory(asset=asset, days=["FR"], closed=["2026-11-27", "2026-12-11", "2026-12-25"])
    text = words(asset)
    # Monday 28 December is a bank holiday, on which nothing is on anyway.
    assert "Nothing from Mon 21 Dec to Wed 30 Dec; back on Mon 4 Jan." in text
    assert "Not on Fri 27 Nov, 11 and 25 Dec." in text
