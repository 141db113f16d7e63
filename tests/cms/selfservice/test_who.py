"""Who reaches a listing to change it: whoever keeps it, and nobody else finds it there."""

import pytest
from django.test import Client

from cms.models import Asset, Editorship
from tests.cms.selfservice.conftest import signed_in
from tests.factories.assets import AssetFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db
PATHS = ("", "check/", "room/", "phone/", "times/1/", "times/1/days/", "times/new/rhythm/")


@pytest.mark.parametrize("path", PATHS)
def test_somebody_elses_listing_is_not_there(circle: Asset, path: str) -> None:
    vera = UserFactory(role="Group editors")
    EditorshipFactory(user=vera, asset=AssetFactory())
    client = signed_in(vera)
    assert client.get(f"/my-listings/{circle.uuid}/{path}").status_code == 404
    assert client.post(f"/my-listings/{circle.uuid}/{path}", {"version": "0"}).status_code in {404, 405}


def test_nor_is_it_once_somebody_else_keeps_it(circle: Asset, maureen: Client) -> None:
    Editorship.objects.all().delete()
    assert maureen.get(f"/my-listings/{circle.uuid}/").status_code == 404


@pytest.mark.parametrize(
    "path", ["times/999/", "times/999/days/", "times/new/", "times/new/date/", "times/1/xyz/", "xyz/"]
)
def test_what_is_not_there_is_not_found(circle: Asset, maureen: Client, path: str) -> None:
    assert maureen.get(f"/my-listings/{circle.uuid}/{path}").status_code == 404


def test_the_list_shows_only_what_somebody_keeps(circle: Asset, maureen: Client) -> None:
    AssetFactory(name="Low Moor Quilters")
    page = maureen.get("/my-listings/").content.decode()
    assert "Weavers Fold Sewing Circle" in page
    assert "Low Moor Quilters" not in page


def test_who_keeps_nothing_yet_reads_what_to_do() -> None:
    page = signed_in(UserFactory(role="Group editors")).get("/my-listings/").content.decode()
    assert "You keep no listing yet." in page


def test_looking_changes_nothing(circle: Asset, maureen: Client) -> None:
    for path in (*PATHS[:4], f"times/{circle.sessions.get().pk}/days/"):
        maureen.get(f"/my-listings/{circle.uuid}/{path}")
    assert maureen.get(f"/my-listings/{circle.uuid}/forget/").status_code == 405
    circle.refresh_from_db()
    assert circle.latest_revision is None
    assert "my_listings" not in maureen.session


def test_a_form_from_elsewhere_is_refused(circle: Asset, maureen: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = maureen.cookies
    for path in ("room/", "check/", "forget/"):
        assert strict.post(f"/my-listings/{circle.uuid}/{path}", {"room": "full"}).status_code == 403


def test_a_withdrawn_listing_can_still_be_put_right() -> None:
    asset = AssetFactory(withdrawn=True)
    vera = UserFactory(role="Group editors")
    EditorshipFactory(user=vera, asset=asset)
    page = signed_in(vera).get(f"/my-listings/{asset.uuid}/").content.decode()
    assert "People do not see this just now." in page
    assert "See the page" not in page


def test_a_listing_without_times_or_numbers(maureen: Client) -> None:
    asset = AssetFactory()
    vera = UserFactory(role="Group editors")
    EditorshipFactory(user=vera, asset=asset)
    page = signed_in(vera).get(f"/my-listings/{asset.uuid}/").content.decode()
    assert "Add a time" in page
    assert "Not said yet" in page
    assert "Nobody" in page
