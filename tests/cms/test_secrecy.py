"""A refuge is found by what it is, and neither its place nor who answers there is told: to nobody, in no form."""

import json
from collections.abc import Callable
from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Page

from cms.duplicates.comparing import compare_all
from cms.models import Asset, Kind, Place
from cms.secrecy import contacts_told, gives_away
from cms.visibility import PUBLIC, Viewer
from connector.joining.alike import by_all
from connector.joining.placing import look
from search.documents import documents
from search.refresh import fill_dates
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.places import AreaFactory, PlaceAccessFactory, PlaceFactory
from tests.factories.schedules import SessionFactory

WARD = "E05015254"
# Where it is and who answers there; none of it may be anywhere.
PLANTED = ("Quarrybank", "Dimsdale", "ZM9 9ZZ", "53.7777", "-1.8888", "01632 960 777", "Philippa", "dovecote", "Wicket")


@pytest.fixture
def refuge(db: None, up_to_date: Callable[[], None]) -> Asset:
    ward = AreaFactory(code=WARD, name="Sale Central")
    house = PlaceFactory(
        name="Quarrybank House",
        address="9 Dimsdale Row",
        postcode="ZM9 9ZZ",
        lat=53.77771,
        lon=-1.88881,
        ward=ward,
        phone="01632 960 777",
        directions="Through the dovecote gate.",
    )
    PlaceAccessFactory(place=house)
    room = PlaceFactory(name="Wicket Room", address="3 Dimsdale Row", postcode="ZM9 9ZZ", lat=53.7777, lon=-1.8888)
    asset = AssetFactory(
        name="Somewhere safe for women",
        summary="A safe house, and somebody to talk to.",
        kind=Kind.PLACE,
        organisation=OrganisationFactory(name="Calder Women"),
        at=[house],
        interests=["embroidery"],
        secret=True,
        first_door="The dovecote door, at the back.",
    )
    ContactFactory(asset=asset, name="Philippa", phone="01632 960 777", visibility="public")
    SessionFactory(asset=asset, place=room, days=["TU"], start=time(10))
    up_to_date()
    fill_dates(lambda text: None)
    return asset


def public_pages(client: Client, asset: Asset) -> dict[str, str]:
    """Every kind of public answer in which a listing may stand."""
    place, room = Place.objects.get(name="Quarrybank House"), Place.objects.get(name="Wicket Room")
    addresses = [
        "/",
        asset.get_absolute_url(),
        asset.organisation.get_absolute_url(),
        place.get_absolute_url(),
        room.get_absolute_url(),
        "/search/?q=safe+house",
        "/search/?q=safe&near=ZM1+2SA&within=3",
        "/search/?order=nearest&near=ZM1+2SA",
        "/search/?interest=embroidery",
        "/search/?order=soonest",
        "/whats-on/?when=week",
        f"/whats-on/?when=week&ward={WARD}&step_free=on",
        f"/search/?area={WARD}",
        "/api/search?q=safe",
        f"/api/assets/{asset.uuid}",
        f"/api/assets/{asset.uuid}/schema.org",
        "/api/suggest?q=quarry",
        f"/map/outlines.json?ward={WARD}",
        f"/listings/{asset.uuid}/calendar.ics",
        f"/organisations/{asset.organisation.uuid}/calendar.ics",
        f"{place.get_absolute_url()}calendar.ics",
        f"{room.get_absolute_url()}calendar.ics",
        f"/wards/{WARD}/calendar.ics",
        "/interests/embroidery/calendar.ics",
        *(f"/sitemap-{section}.xml" for section in ("listings", "organisations", "places")),
        f"/embed/near/?ward={WARD}&most=10",
        "/embed/near/?near=ZM1+2SA&most=10",
        f"/screen/?ward={WARD}",
        *(f"/follow/{name}.xml{query}" for name in ("new", "on") for query in ("", f"?ward={WARD}")),
        *(page.url for page in Page.objects.live() if page.url),
    ]
    return {address: client.get(address).content.decode() for address in addresses}


def test_no_public_page_answer_or_map_tells(client: Client, refuge: Asset) -> None:
    pages = public_pages(client, refuge)
    assert "Somewhere safe for women" in pages["/search/?q=safe+house"]
    assert "Where it is, is kept secret" in pages["/search/?q=safe+house"]
    found = {(address, word) for address, text in pages.items() for word in PLANTED if word.lower() in text.lower()}
    # What somebody typed into the box stands in it again, and a word that nothing begins with is told of nobody.
    assert found == set()


def test_once_it_is_no_secret_all_of_it_is_found(client: Client, refuge: Asset, up_to_date: Callable[[], None]) -> None:
    Asset.objects.filter(pk=refuge.pk).update(secret=False)
    text = "".join(public_pages(client, refuge).values())
    assert [word for word in PLANTED if word not in text] == []


def test_no_document_of_an_index_holds_it(refuge: Asset) -> None:
    """Each engine writes what stands in the document, and nothing else (`tests.planting`)."""
    ((document, features),) = documents(Asset.objects.filter(pk=refuge.pk), today=date(2026, 11, 30))
    held = f"{document} {features}".lower()
    assert "safe house" in held
    assert [word for word in PLANTED if word.lower() in held] == []


@pytest.mark.parametrize("order", ["nearest", "relevance"])
def test_no_order_and_no_distance_gives_it_away(client: Client, refuge: Asset, order: str) -> None:
    """From three points, and from its own door, it stands in the same place, and no answer says how far it is."""
    for number in range(4):
        AssetFactory(name=f"Safe walk {number}", at=[PlaceFactory(lat=53.70 + number / 50, lon=-1.95)])
    ranks = set()
    for near in ("ZM1 1AA", "ZM2 1AU", "ZM2 1DP", "ZM1 1BL"):
        answer = client.get("/api/search", {"q": "safe house", "near": near, "order": order}).json()
        assert answer["count"]
        mine = [row for row in answer["results"] if row["name"] == refuge.name]
        ranks.add(json.dumps(mine, sort_keys=True))
    assert len(ranks) == 1


def test_it_is_in_no_answer_of_what_is_within_a_mile_of_its_door(client: Client, refuge: Asset) -> None:
    for within in ("1", "3", "10"):
        answer = client.get("/api/search", {"near": "ZM9 9ZZ", "within": within}).json()
        assert refuge.name not in json.dumps(answer)


@pytest.mark.parametrize(
    ("secret", "viewer", "told"),
    [
        (False, PUBLIC, {"public"}),
        (True, PUBLIC, set()),
        (True, Viewer(works=True), {"partner"}),
        (True, Viewer(works=True, curates=True), {"public", "partner", "internal"}),
    ],
)
def test_whose_contacts_are_read(secret: bool, viewer: Viewer, told: set[str]) -> None:
    assert contacts_told(Asset(secret=secret), viewer) == told


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Come to 9 Dimsdale Row, ZM9 9ZZ.", "ZM9 9ZZ"),
        ("Ring 01632 960 777 at any hour.", "01632960777"),
        ("Ring 0808 157 0123 at any hour.", ""),
        ("A safe house with eight rooms since 1974.", ""),
    ],
)
def test_words_that_give_it_away_are_refused(words: str, found: str) -> None:
    assert gives_away(["", words]) == found
    asset = Asset(name="Somewhere safe", description=words, secret=True)
    if found:
        with pytest.raises(ValidationError, match=found):
            asset.clean()
    else:
        asset.clean()


def test_whoever_tries_its_number_or_its_hall_in_the_six_questions_learns_nothing(refuge: Asset) -> None:
    tried = {
        "what": {"name": "Pike Lane Painters"},
        "where": {"label": "ZM9 9ZZ", "lat": 53.7777, "lon": -1.8888, "precision": "exact"},
        "ask": {"phone": "01632 960 777"},
    }
    Asset.objects.filter(pk=refuge.pk).update(kind=Kind.GROUP)
    compare_all()
    assert by_all(tried) == []
    assert "Quarrybank House" not in repr(look("Quarrybank"))
    Asset.objects.filter(pk=refuge.pk).update(secret=False)
    assert [each.name for each in by_all(tried)] == [refuge.name]
    assert "Quarrybank House" in repr(look("Quarrybank"))
