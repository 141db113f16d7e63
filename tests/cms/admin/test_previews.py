"""Drafts as their public pages will look."""

import pytest
from django.urls import reverse

from cms.models import Asset
from tests.cms.admin.pages import fields_of, row
from tests.factories.assets import AssetAccessFactory, AssetFactory, ContactFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.places import PlaceFactory
from tests.factories.schedules import SessionFactory


def url(model: str, page: str, *args: object) -> str:
    return reverse(f"wagtailsnippets_cms_{model}:{page}", args=args)


def previewed(desk, edit: str, preview: str, **changes: object) -> str:
    """What the preview shows once the edit page has sent what stands in its form."""
    fields = fields_of(desk.get(edit).content.decode()) | changes
    assert desk.post(preview, fields).json() == {"is_valid": True, "is_available": True}
    shown = desk.get(preview)
    assert shown.status_code == 200
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
    return shown.content.decode()


@pytest.fixture
def circle(db) -> Asset:
    hall = PlaceFactory(name="Mill Hall", step_free=True)
    asset = AssetFactory(name="Sewing circle", summary="Thread and tea.", at=[hall], organisation=OrganisationFactory())
    SessionFactory(asset=asset, place=hall)
    AssetAccessFactory(asset=asset, subject="hearing_loop", state="yes")
    ContactFactory(asset=asset, name="Asha", phone="01632 960 999", visibility="internal")
    return asset


def test_a_listing_with_its_times_and_how_to_get_in(desk, circle):
    page = previewed(
        desk,
        url("asset", "edit", circle.pk),
        url("asset", "preview_on_edit", circle.pk),
        summary="Thread, tea and talk.",
        **{"sessions-0-start": "7pm", "sessions-0-end": "9pm"},
    )
    for words in ("<h1>Sewing circle</h1>", "Thread, tea and talk.", "7 to 9pm", "Mill Hall", "hearing loop"):
        assert words in page, words
    assert "01632 960 999" not in page, "an internal contact is nobody's to read"
    assert Asset.objects.get(pk=circle.pk).summary == "Thread and tea."


def test_one_that_is_only_being_written(desk, db):
    hall = PlaceFactory(name="Mill Hall")
    session = row(
        "sessions", 0, rhythm="weekly", days="TU", start="1.30pm", end="3.30pm", first="2026-01-06", place=hall.pk
    )
    place = row("asset_places", 0, place=hall.pk)
    fields = {
        "name": "Lace for all",
        "kind": "group",
        "cost": "free",
        "room": "room",
        "reach": "places",
        **session,
        **place,
    }
    page = previewed(desk, url("asset", "add"), url("asset", "preview_on_add"), **fields)
    for words in ("<h1>Lace for all</h1>", "Every Tuesday, 1.30 to 3.30pm", "Mill Hall"):
        assert words in page, words
    assert not Asset.objects.exists()


def test_an_older_version(desk, circle, asha):
    revision = circle.save_revision(user=asha)
    assert "<h1>Sewing circle</h1>" in desk.get(url("asset", "revisions_view", circle.pk, revision.pk)).content.decode()


@pytest.mark.parametrize("model", ["organisation", "place"])
def test_organisations_and_places(desk, circle, model):
    thing = circle.organisation if model == "organisation" else circle.asset_places.get().place
    edit, preview = url(model, "edit", thing.pk), url(model, "preview_on_edit", thing.pk)
    page = previewed(desk, edit, preview, name="Another name")
    assert "Another name" in page
    assert "Sewing circle" in page
    fields = {"name": "Quite new", "precision": "exact"}
    assert "as soon as people see a listing" in previewed(
        desk, url(model, "add"), url(model, "preview_on_add"), **fields
    )
