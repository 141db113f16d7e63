"""A connector says who keeps which listing, in the admin; from then on they do."""

import pytest
from django.test import Client
from django.urls import reverse

from cms.models import Editorship
from connector.accounts.models import User
from tests.cms.selfservice.conftest import signed_in
from tests.factories.assets import AssetFactory
from tests.factories.users import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Client:
    return signed_in(UserFactory(role="Connectors"))


@pytest.fixture
def vera() -> User:
    return UserFactory(first_name="Vera", email="vera@tenterclough.example", role="Group editors")


def test_a_listing_is_given_and_taken_away(desk: Client, vera: User) -> None:
    asset = AssetFactory(name="Low Moor Quilters")
    form = desk.get(_url("add")).content.decode()
    assert "Vera, vera@tenterclough.example" in form
    assert desk.post(_url("add"), {"user": vera.pk, "asset": asset.pk}).status_code == 302
    hers = signed_in(vera)
    assert "Low Moor Quilters" in hers.get("/my-listings/").content.decode()
    row = Editorship.objects.get()
    listed = desk.get(_url("list")).content.decode()
    assert "Low Moor Quilters" in listed
    assert "Vera, vera@tenterclough.example" in listed
    desk.post(reverse(Editorship.snippet_viewset.get_url_name("delete"), args=[row.pk]))
    assert hers.get(f"/my-listings/{asset.uuid}/").status_code == 404


def test_not_twice(desk: Client, vera: User) -> None:
    asset = AssetFactory()
    for _ in range(2):
        answer = desk.post(_url("add"), {"user": vera.pk, "asset": asset.pk})
    assert answer.status_code == 200
    assert Editorship.objects.count() == 1


def test_a_closed_account_is_not_offered(desk: Client, vera: User) -> None:
    User.objects.filter(pk=vera.pk).update(is_active=False)
    assert vera.email not in desk.get(_url("add")).content.decode()


def _url(name: str) -> str:
    return reverse(Editorship.snippet_viewset.get_url_name(name))
