"""The catalogue's lists: who reaches them, what they show, and that they stay quick."""

import csv
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from cms.actions import submit_change
from cms.models import Asset, Source
from cms.viewsets.columns import CHECK_AFTER, next_check, status
from tests.factories.assets import (
    AssetAreaFactory,
    AssetFactory,
    AssetSourceFactory,
    ContactFactory,
    PossibleDuplicateFactory,
    SourceFactory,
)
from tests.factories.organisations import OrganisationFactory
from tests.factories.places import AreaFactory, PlaceFactory
from tests.factories.schedules import SessionFactory
from tests.factories.users import UserFactory

OWN = ("asset", "organisation", "place", "interest", "source", "educationauthority", "area")
PARTS = ("session", "contact", "assetinterest", "assetsource")
PAIRS = ("possibleduplicate",)


def url_of(model: str, page: str = "list", *args: object) -> str:
    return reverse(f"wagtailsnippets_cms_{model}:{page}", args=args)


def names(desk, **query: str) -> list[str]:
    """The names in the list of assets, in order."""
    return [asset.name for asset in desk.get(url_of("asset"), query).context["object_list"]]


class TestWho:
    @pytest.mark.parametrize("model", OWN + PARTS)
    @pytest.mark.parametrize("role", ["Connectors", "Administrators"])
    def test_connectors_and_administrators_open_every_list(self, browser_of, model, role):
        assert browser_of(UserFactory(role=role)).get(url_of(model)).status_code == 200

    @pytest.mark.parametrize("role", ["Workers", "Managers", None])
    def test_nobody_else_does(self, browser_of, role):
        browser = browser_of(UserFactory(role=role))
        for model in OWN + PARTS:
            assert browser.get(url_of(model), follow=True).status_code == 403

    @pytest.mark.parametrize("model", PARTS)
    def test_parts_are_only_listed(self, desk, model):
        """What belongs to an asset is changed on the asset's page, in its draft, not past it."""
        asset = AssetFactory(suggested=["embroidery"])
        rows = {
            "session": SessionFactory(asset=asset),
            "contact": ContactFactory(asset=asset),
            "assetinterest": asset.asset_interests.first(),
            "assetsource": AssetSourceFactory(asset=asset),
        }
        home = reverse("wagtailadmin_home")
        assert desk.get(url_of(model, "add")).headers["Location"] == home
        for page in ("edit", "delete"):
            assert desk.post(url_of(model, page, rows[model].pk)).headers["Location"] == home
        listed = desk.get(url_of(model)).content.decode()
        assert f'href="{url_of("asset", "edit", asset.pk)}#tab-' in listed
        assert url_of(model, "add") not in listed


class TestAssets:
    def test_a_row_says_what_it_is_and_when_to_ask(self, desk):
        AssetFactory(
            name="Sewing circle",
            organisation=OrganisationFactory(name="Friends of the Hall"),
            confirmed_on=date(2026, 3, 4),
            confirmed_by="Maureen",
            suggested=["embroidery", "knitting"],
        )
        page = desk.get(url_of("asset")).content.decode()
        for words in ("Sewing circle", "Group", "live", "Friends of the Hall", "March 2026, by Maureen"):
            assert words in page

    def test_search_looks_at_names_sentences_and_organisations(self, desk):
        AssetFactory(name="Sewing circle", summary="x", organisation=OrganisationFactory(name="The Mill"))
        AssetFactory(name="Choir", summary="Songs of the mill.")
        AssetFactory(name="Millstone walk", summary="x")
        AssetFactory(name="Tea", summary="x")
        assert names(desk, q="mill") == ["Choir", "Millstone walk", "Sewing circle"]

    def test_filters(self, desk, asha):
        today = timezone.localdate()
        ward = AreaFactory()
        hall = PlaceFactory(ward=ward)
        AssetFactory(name="Live", at=[hall, PlaceFactory(ward=ward)], confirmed_on=today, confirmed_by="Maureen")
        AssetFactory(name="Old", confirmed_on=today - CHECK_AFTER, confirmed_by="Maureen", kind="online", met=False)
        AssetFactory(name="Withdrawn", live=False, last_published_at=timezone.now(), suggested=["embroidery", "choirs"])
        draft = AssetFactory(name="Draft", live=False, room=Asset.Room.FULL)
        AssetAreaFactory(asset=draft, area=ward)
        submit_change(draft=Asset.objects.get(name="Old"), by=asha)
        assert names(desk, status="live") == ["Live", "Old"]
        assert names(desk, status="waiting") == ["Old"]
        assert names(desk, status="draft") == ["Draft"]
        assert names(desk, status="withdrawn") == ["Withdrawn"]
        assert names(desk, check="fresh") == ["Live"]
        assert names(desk, check="due") == ["Draft", "Old", "Withdrawn"]
        assert names(desk, check="never") == ["Draft", "Withdrawn"]
        assert names(desk, kind="online") == ["Old"]
        assert names(desk, room="full") == ["Draft"]
        assert names(desk, met="no") == ["Old"]
        assert names(desk, suggested="yes") == ["Withdrawn"]
        record = AssetSourceFactory(asset=draft)
        assert names(desk, source=str(record.source.pk)) == ["Draft"]
        PossibleDuplicateFactory(first=Asset.objects.get(name="Withdrawn"), second=draft)
        assert names(desk, duplicate="yes") == ["Draft", "Withdrawn"]
        assert names(desk, duplicate="no") == ["Live", "Old"]
        Asset.objects.filter(name="Old").update(locked=True)
        assert names(desk, locked="yes") == ["Old"]
        assert names(desk, ward=str(ward.pk)) == ["Draft", "Live"]

    def test_export(self, desk):
        AssetFactory(name="Sewing circle", organisation=OrganisationFactory(name="The Mill"))
        response = desk.get(url_of("asset"), {"export": "csv"})
        rows = b"".join(response.streaming_content).decode().splitlines()
        assert len(rows) == 2
        assert "Sewing circle" in rows[1]
        assert "The Mill" in rows[1]


def test_a_list_of_sixteen_asks_no_more_than_one_of_four(desk):
    lists = OWN + PARTS + PAIRS
    fill(4)
    for model in lists:
        desk.get(url_of(model))
    few = {model: asked(desk, model) for model in lists}
    narrowed = asked(desk, "asset", duplicate="yes", suggested="yes", source=Source.objects.first().pk)
    exported = asked(desk, "asset", export="csv")
    fill(12)
    assert {model: asked(desk, model) for model in lists} == few
    assert max(few.values()) <= 14
    assert asked(desk, "asset", duplicate="yes", suggested="yes", source=Source.objects.first().pk) == narrowed
    assert asked(desk, "asset", export="csv") == exported


def asked(desk, model: str, **query: object) -> int:
    """How many queries the list takes, its file read to the end."""
    with CaptureQueriesContext(connection) as queries:
        answer = desk.get(url_of(model), query)
        assert answer.status_code == 200
        if answer.streaming:
            assert b"".join(answer.streaming_content)
    return len(queries)


def fill(how_many: int) -> None:
    """So many assets with everything that a list may show of them."""
    source = SourceFactory()
    for _ in range(how_many):
        ward = AreaFactory()
        hall = PlaceFactory(ward=ward)
        asset = AssetFactory(organisation=OrganisationFactory(), at=[hall], suggested=["embroidery"])
        SessionFactory(asset=asset, place=hall)
        ContactFactory(asset=asset)
        AssetSourceFactory(asset=asset, source=source)
        PossibleDuplicateFactory(first=asset, second=AssetFactory())


class TestExport:
    def rows(self, desk, model: str, form: str = "csv", **query: str) -> list[list[Any]]:
        answer = desk.get(url_of(model), {"export": form, **query})
        content = b"".join(answer.streaming_content)
        if form == "csv":
            return list(csv.reader(content.decode().splitlines()))
        sheet = load_workbook(BytesIO(content)).active
        assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
        return [list(row) for row in sheet.iter_rows(values_only=True)]

    @pytest.mark.parametrize("kind", ["csv", "xlsx"])
    def test_what_is_filtered_with_where_it_is_and_whence(self, desk, kind):
        hall = PlaceFactory(name="Mill Hall", postcode="ZM1 2SA", ward=AreaFactory(name="Bank Top"))
        circle = AssetFactory(name="Sewing circle", at=[hall], interests=["embroidery"], suggested=["tea"])
        AssetSourceFactory(asset=circle, source__name="Register", source_ref="r-1")
        AssetFactory(name="Choir", kind="online")
        headings, row = self.rows(desk, "asset", kind, kind="group")
        said = dict(zip(headings, row, strict=True))
        assert said["Name"] == "Sewing circle"
        worked_out = [said[name] for name in ("places", "postcodes", "wards", "interests", "records")]
        assert worked_out == ["Mill Hall", "ZM1 2SA", "Bank Top", "Embroidery", "r-1 in Register"]

    @pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+44", "-1+2", "@SUM(A1)", "\t=1", "＝1"])
    def test_no_cell_is_a_formula(self, desk, name):
        AssetFactory(name=name)
        assert self.rows(desk, "asset")[1][2] == f"'{name}"
        assert self.rows(desk, "asset", "xlsx")[1][2] == name

    def test_internal_contacts_go_to_who_may_see_them_alone(self, desk, browser_of):
        asset = AssetFactory(name="Circle")
        for visibility in ("public", "partner", "internal"):
            ContactFactory(asset=asset, name=visibility, visibility=visibility)
        assert {row[1] for row in self.rows(desk, "contact")[1:]} == {"public", "partner", "internal"}
        helper = UserFactory(role="Helpers")
        helper.groups.get().permissions.set(
            Permission.objects.filter(codename__in=["access_admin", "change_asset", "view_asset"])
        )
        listed = browser_of(helper).get(url_of("contact")).content.decode()
        assert [row[1] for row in self.rows(browser_of(helper), "contact")[1:]] == ["public"]
        assert "partner" not in listed.split("<table", 2)[-1]


@pytest.mark.parametrize(
    ("live", "drafted", "waiting", "was_live", "words"),
    [
        (True, False, False, True, "live"),
        (True, True, False, True, "live, with a draft"),
        (True, True, True, True, "live, a change waits"),
        (False, True, True, False, "waits to be looked at"),
        (False, True, False, True, "withdrawn"),
        (False, True, False, False, "draft"),
        (False, False, False, False, "draft"),
    ],
)
def test_status_in_words(live, drafted, waiting, was_live, words):
    assert status(live=live, drafted=drafted, waiting=waiting, was_live=was_live) == words


def test_next_check():
    today = date(2026, 11, 24)
    assert next_check(None, today) == "now"
    assert next_check(today - CHECK_AFTER, today) == "now"
    assert next_check(today - CHECK_AFTER + timedelta(days=1), today) == "November 2026"
    assert next_check(date(2026, 11, 3), today) == "May 2027"


class TestChoosers:
    @pytest.mark.parametrize(
        ("words", "found"),
        [("mill", ["Mill Hall"]), ("tc1 hall", ["Mill Hall"]), ("nothing", []), ("", ["Mill Hall", "Tea Room"])],
    )
    def test_places_are_found_by_all_words(self, desk, words, found):
        PlaceFactory(name="Mill Hall", postcode="TC1 1AA", address="1 Mill Street")
        PlaceFactory(name="Tea Room", postcode="TC2 2AA", address="2 High Street")
        page = desk.get(reverse("wagtailsnippetchoosers_cms_place:choose_results"), {"q": words})
        assert [place.name for place in page.context["results"]] == found
