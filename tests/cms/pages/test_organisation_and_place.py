"""Pages of an organisation and of a place: what is live, the next dates of all of it, getting in, whom to ask."""

from datetime import date, time

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cms.agenda import agenda
from cms.models import Asset, Kind, Organisation, Place, Session
from cms.organisation_page import A_PAGE, organisation_shown
from cms.place_page import place_shown
from cms.presenting import presentable
from cms.visibility import PUBLIC, Viewer
from tests.cms.pages.conftest import NOW
from tests.factories.assets import AssetFactory, AssetPlaceFactory, ContactFactory
from tests.factories.organisations import OrganisationContactFactory, OrganisationFactory
from tests.factories.places import PlaceAccessFactory, PlaceFactory
from tests.factories.schedules import SessionFactory

pytestmark = pytest.mark.django_db
PHONE = "01632 960 777"


def once(asset: Asset, day: int, hour: int = 10, **fields: object) -> Session:
    return SessionFactory(
        asset=asset, rhythm=Session.Rhythm.ONCE, days=[], first=date(2026, 11, day), start=time(hour), **fields
    )


def page(client: Client, row: Organisation | Place) -> str:
    response = client.get(row.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def mill() -> Organisation:
    return OrganisationFactory(name="Friends of the Mill", informal=False, phone=PHONE, email="mill@example.org")


@pytest.mark.parametrize("made", [OrganisationFactory, PlaceFactory])
def test_one_with_nothing_to_see_is_not_found(client: Client, made: type) -> None:
    row = made()
    hidden = AssetFactory(kind=Kind.OFFER), AssetFactory(withdrawn=True)
    for asset in hidden:
        Asset.objects.filter(pk=asset.pk).update(organisation=row if isinstance(row, Organisation) else None)
        if isinstance(row, Place):
            AssetPlaceFactory(asset=asset, place=row)
    assert client.get(row.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("made", [OrganisationFactory, PlaceFactory])
def test_one_that_was_taken_down_is_not_found(client: Client, made: type) -> None:
    row = made(live=False)
    if isinstance(row, Organisation):
        AssetFactory(organisation=row)
    else:
        AssetPlaceFactory(asset=AssetFactory(), place=row)
    assert client.get(row.get_absolute_url()).status_code == 404


def test_an_organisation_says_what_it_runs_and_when(client: Client, mill: Organisation) -> None:
    looms, choir = AssetFactory(name="Looms", organisation=mill), AssetFactory(name="Choir", organisation=mill)
    AssetFactory(name="Somebody else’s")
    once(looms, 27)
    once(choir, 25, cancelled={"2026-11-25": "the hall is cold"})
    html = page(client, mill)
    assert "Friends of the Mill" in html
    assert html.index("Wed 25 Nov") < html.index("Fri 27 Nov")
    assert "Not on: the hall is cold" in html
    assert "Somebody else’s" not in html
    assert PHONE in html
    assert "mill@example.org" in html


def test_of_its_contacts_everybody_reads_those_that_are_for_everybody(client: Client, mill: Organisation) -> None:
    ContactFactory(asset=AssetFactory(organisation=mill), name="Priya", phone="01632 960 778")
    for name, visibility in (("Meena", "public"), ("Colin", "partner"), ("Joan", "internal")):
        OrganisationContactFactory(organisation=mill, name=name, visibility=visibility)
    html = page(client, mill)
    assert [name in html for name in ("Meena", "Colin", "Joan", "01632 960 778")] == [True, False, False, False]
    worker = organisation_shown(mill, viewer=Viewer(works=True), now=NOW)
    assert worker is not None
    assert {contact.name for contact in worker.contacts} == {"", "Meena", "Colin"}


def test_one_that_cannot_be_rung_says_where_to_ask(client: Client) -> None:
    row = OrganisationFactory()
    AssetFactory(organisation=row)
    assert "it says whom to ask" in page(client, row)


def test_a_worker_sees_an_organisation_whose_only_listing_is_an_offer(mill: Organisation) -> None:
    AssetFactory(organisation=mill, kind=Kind.OFFER)
    assert organisation_shown(mill, viewer=PUBLIC, now=NOW) is None
    assert organisation_shown(mill, viewer=Viewer(works=True), now=NOW) is not None


def test_many_listings_stand_on_several_pages(client: Client, mill: Organisation) -> None:
    for number in range(A_PAGE + 1):
        AssetFactory(name=f"Loom {number:02}", organisation=mill)
    first, second = (client.get(mill.get_absolute_url(), {"page": n}).content.decode() for n in (1, 2))
    assert "Loom 00" in first
    assert f"Loom {A_PAGE}" not in first
    assert f"Loom {A_PAGE}" in second
    assert f'start="{A_PAGE + 1}"' in second
    assert client.get(mill.get_absolute_url(), {"page": "x"}).status_code == 200


def test_a_place_says_how_to_get_in_and_there(client: Client) -> None:
    place = PlaceFactory(name="Mill Hall", directions="Blue door at the side.", phone=PHONE)
    PlaceAccessFactory(place=place)
    AssetPlaceFactory(asset=AssetFactory(name="Looms"), place=place)
    html = page(client, place)
    for words in ("Mill Hall", "2 Mill Street", "Blue door at the side.", PHONE, "Step-free", "Looms"):
        assert words in html
    assert "Not known: toilet with rails, chairs with arms" in html
    assert "/search/?near=TC1%201AA" in html


def test_a_place_shows_the_dates_that_are_held_there(client: Client) -> None:
    here, there = PlaceFactory(name="Here"), PlaceFactory(name="There")
    both, single = AssetFactory(name="Both"), AssetFactory(name="Single")
    for asset, places in ((both, (here, there)), (single, (here,))):
        for place in places:
            AssetPlaceFactory(asset=asset, place=place)
    once(both, 25, place=there)
    once(both, 26)
    once(both, 27, place=here)
    once(single, 28)
    shown = place_shown(here, viewer=PUBLIC, now=NOW)
    assert shown is not None
    assert [day.day for day in shown.days] == ["Fri 27 Nov", "Sat 28 Nov"]
    assert {card.name for card in shown.cards} == {"Both", "Single"}


def test_a_listing_held_there_without_saying_so_counts(client: Client) -> None:
    place = PlaceFactory(name="Once a year")
    once(AssetFactory(name="Fair", at=None), 28, place=place)
    assert "Fair" in page(client, place)


def test_where_only_the_sector_is_known_nothing_finer_is_said(client: Client) -> None:
    place = PlaceFactory(name="", address="9 Somebody’s Road", postcode="TC1 1", precision="sector", phone=PHONE)
    AssetPlaceFactory(asset=AssetFactory(), place=place)
    html = page(client, place)
    assert "Near TC1 1" in html
    assert "Somebody’s Road" not in html
    assert PHONE not in html


def test_dates_of_many_listings_are_merged_and_cut() -> None:
    for number in range(4):
        asset = AssetFactory(name=f"Looms {number}")
        daily = {"rhythm": Session.Rhythm.DAILY, "days": [], "first": date(2026, 1, 1), "end": None}
        SessionFactory(asset=asset, start=time(18 - number), **daily)
    AssetFactory(name="Paused", room=Asset.Room.PAUSED)
    days = agenda(presentable(Asset.objects.visible_to(PUBLIC)), NOW, limit=6)
    assert [len(day.dates) for day in days] == [4, 2]
    assert [date.time for date in days[0].dates] == ["3pm", "4pm", "5pm", "6pm"]
    assert (days[0].relative, days[1].relative) == ("Today", "Tomorrow")


def test_more_listings_cost_no_more_queries(
    mill: Organisation, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(8):
        once(AssetFactory(name=f"Looms {number}", organisation=mill), 25 + number % 3)
    with django_assert_max_num_queries(18):
        organisation_shown(mill, viewer=PUBLIC, now=NOW)
