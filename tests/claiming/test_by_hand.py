"""A connector writes and deletes rows of *Group editors*: the same comes of it as of what groups do themselves."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from cms.actions.join_assets import join_assets
from cms.models import Asset, Contact, Editorship
from connector.accounts.models import User
from connector.notifications.models import SteppedBack
from connector.notifications.recipients import person_key
from connector.notifications.written_to import contacts_written_to, editors_written_to
from tests.factories.assets import AssetFactory, ContactFactory
from tests.factories.organisations import EditorshipFactory
from tests.factories.users import BACKEND, UserFactory

pytestmark = pytest.mark.django_db
MAUREEN, VERA = "maureen@tenterclough.example", "vera@tenterclough.example"


@pytest.fixture
def desk() -> Client:
    client = Client()
    client.force_login(UserFactory(role="Connectors"), backend=BACKEND)
    return client


@pytest.fixture
def circle() -> Asset:
    """Maureen has the lead, and her address stands on it."""
    asset = AssetFactory(name="Weavers Fold Sewing Circle")
    ContactFactory(asset=asset, email=MAUREEN, visibility=Contact.Visibility.PUBLIC)
    EditorshipFactory(asset=asset, user=UserFactory(email=MAUREEN), lead=True)
    return asset


@pytest.fixture
def vera() -> User:
    return UserFactory(email=VERA)


def url(name: str, *args: int) -> str:
    return reverse(Editorship.snippet_viewset.get_url_name(name), args=args)  # type: ignore[attr-defined]


def leaders(asset: Asset) -> list[str]:
    return list(Editorship.objects.filter(asset=asset, lead=True).values_list("user__email", flat=True))


def test_who_is_deleted_is_written_to_no_more_and_the_next_leads(desk: Client, circle: Asset, vera: User) -> None:
    EditorshipFactory(asset=circle, user=vera)
    desk.post(url("delete", Editorship.objects.get(user__email=MAUREEN).pk))
    assert leaders(circle) == [VERA]
    assert contacts_written_to(circle) == {}
    assert editors_written_to(circle) == [vera]


def test_several_are_deleted_at_once(desk: Client, circle: Asset, vera: User) -> None:
    EditorshipFactory(asset=circle, user=vera)
    rows = Editorship.objects.values_list("pk", flat=True)
    ticked = "&".join(f"id={pk}" for pk in rows)
    desk.post(f"{reverse('wagtail_bulk_action', args=['cms', 'editorship', 'delete'])}?{ticked}")
    assert not Editorship.objects.exists()
    assert set(SteppedBack.objects.values_list("person", flat=True)) == {person_key(MAUREEN), person_key(VERA)}


def test_who_is_added_is_written_to_again_and_may_come_in(desk: Client, circle: Asset, vera: User) -> None:
    SteppedBack.objects.create(asset=circle, person=person_key(VERA))
    desk.post(url("add"), {"user": vera.pk, "asset": circle.pk})
    assert vera in editors_written_to(circle)
    assert leaders(circle) == [MAUREEN]
    assert vera.groups.filter(name="Group editors").exists()
    assert Group.objects.filter(name="Group editors").count() == 1


def test_the_first_leads_though_nobody_said_so(desk: Client, vera: User) -> None:
    asset = AssetFactory()
    desk.post(url("add"), {"user": vera.pk, "asset": asset.pk})
    assert leaders(asset) == [VERA]


@pytest.mark.parametrize("new", [True, False], ids=["a new row", "a row that was there"])
def test_who_gets_the_lead_has_it_alone(desk: Client, circle: Asset, vera: User, new: bool) -> None:
    if new:
        desk.post(url("add"), {"user": vera.pk, "asset": circle.pk, "lead": "on"})
    else:
        desk.post(url("edit", EditorshipFactory(asset=circle, user=vera).pk), {"lead": "on"})
    assert leaders(circle) == [VERA]
    assert contacts_written_to(circle) == {}, "Maureen handed it over"


def test_the_lead_cannot_be_left_to_nobody(desk: Client, circle: Asset) -> None:
    desk.post(url("edit", Editorship.objects.get().pk), {})
    assert leaders(circle) == [MAUREEN]


def test_a_row_stays_of_its_person_and_listing(desk: Client, circle: Asset, vera: User) -> None:
    row = Editorship.objects.get()
    desk.post(url("edit", row.pk), {"user": vera.pk, "asset": AssetFactory().pk, "lead": "on"})
    row.refresh_from_db()
    assert (row.user.email, row.asset_id) == (MAUREEN, circle.pk)


@pytest.mark.parametrize("kept", [True, False], ids=["somebody is left to ask", "nobody is"])
def test_who_handed_one_over_is_not_asked_of_its_twin(circle: Asset, vera: User, kept: bool) -> None:
    twin = AssetFactory(name="Weavers Fold Sewing Group")
    ContactFactory(asset=twin, email=MAUREEN, visibility=Contact.Visibility.PUBLIC)
    Editorship.objects.all().delete()
    SteppedBack.objects.create(asset=circle, person=person_key(MAUREEN))
    if kept:
        EditorshipFactory(asset=circle, user=vera, lead=True)
    join_assets(stays=twin, goes=circle, by=None)
    assert (MAUREEN in contacts_written_to(twin)) is not kept
