"""Roles as data: what each comes out on, the groups that `migrate` leaves, and one place of truth for their names."""

import html

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from cms import grants
from connector.accounts.first_page import first_page
from connector.accounts.models import User
from connector.accounts.role_groups import make_groups
from connector.core.permissions import Permission
from connector.core.roles import ROLES, permissions_of
from tests.accounts.authenticator import sign_in
from tests.factories.users import PASSWORD, UserFactory

FIRST = {
    "Workers": "/match/",
    "Group editors": "/my-listings/",
    "Connectors": "/admin/",
    "Managers": "/at-a-glance/",
    "Administrators": "/admin/",
}
CURATE = {role.group for role in ROLES if Permission.CURATE in role.permissions}


def test_every_role_has_a_first_page() -> None:
    assert set(FIRST) == {role.group for role in ROLES}


@pytest.mark.parametrize(("group", "path"), FIRST.items())
def test_the_first_page(group: str, path: str) -> None:
    assert reverse(first_page(permissions_of([group]))) == path


def test_who_has_two_roles_begins_with_the_wider_one() -> None:
    assert first_page(permissions_of(["Workers", "Group editors"])) == "match"
    assert first_page(permissions_of(["Group editors", "Connectors"])) == "wagtailadmin_home"
    assert first_page(frozenset()) == "home"


def test_a_role_has_prose_that_a_manager_can_read() -> None:
    assert all(role.prose.endswith(".") and len(role.prose.split()) > 5 for role in ROLES)
    assert len({role.group for role in ROLES}) == len({role.name for role in ROLES}) == len(ROLES)


def test_the_catalogues_grants_name_the_same_groups() -> None:
    named = {grants.CONNECTORS, grants.WORKERS, grants.MANAGERS, grants.ADMINISTRATORS}
    assert named <= {role.group for role in ROLES}
    assert set(grants.CURATORS) == CURATE


@pytest.mark.django_db
def test_migrate_leaves_a_group_for_every_role_and_takes_nothing_away() -> None:
    assert {role.group for role in ROLES} <= set(Group.objects.values_list("name", flat=True))
    Group.objects.filter(name="Group editors").delete()
    ours = Group.objects.create(name="Friends")
    make_groups(sender=None, using="default", apps=apps)
    make_groups(sender=None, using="default", apps=apps)
    assert Group.objects.filter(name="Group editors").count() == 1
    assert Group.objects.filter(pk=ours.pk).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("role", [role.group for role in ROLES])
def test_only_who_curates_gets_into_the_admin_and_only_administrators_keep_accounts(role: str) -> None:
    user = User.objects.get(pk=UserFactory(role=role).pk)
    assert user.has_perm("wagtailadmin.access_admin") == (role in CURATE)
    keeps = role == "Administrators"
    assert [user.has_perm(f"accounts.{verb}_user") for verb in ("add", "change", "delete")] == [keeps] * 3


@pytest.mark.django_db
def test_an_administrator_gives_somebody_an_account_and_a_role(client: Client) -> None:
    sign_in(client, UserFactory(role="Administrators"), PASSWORD)
    editors = Group.objects.get(name="Group editors")
    given = {"email": "Vera@Tenterclough.example", "first_name": "Vera", "last_name": "Ogden", "groups": [editors.pk]}
    answer = client.post(reverse("wagtailusers_users:add"), given)
    assert answer.status_code == 302, answer.content.decode()
    vera = User.objects.get(email="vera@tenterclough.example")
    assert list(vera.groups.all()) == [editors]
    assert not vera.has_usable_password(), "she comes in by a code"


@pytest.mark.django_db
def test_nobody_else_does(client: Client) -> None:
    client.force_login(UserFactory(role="Connectors"))
    client.post(reverse("wagtailusers_users:add"), {"email": "vera@tenterclough.example"})
    assert not User.objects.filter(email="vera@tenterclough.example").exists()


@pytest.mark.django_db
def test_an_administrator_makes_nobody_more_than_that(client: Client) -> None:
    sign_in(client, UserFactory(role="Administrators"), PASSWORD)
    given = {"email": "v@tenterclough.example", "first_name": "V", "is_superuser": "on"}
    assert client.post(reverse("wagtailusers_users:add"), given).status_code == 302
    assert not User.objects.get(email="v@tenterclough.example").is_superuser


@pytest.mark.django_db
def test_nor_takes_over_somebody_who_is(client: Client) -> None:
    sign_in(client, UserFactory(role="Administrators"), PASSWORD)
    root = User.objects.create_superuser("root@tenterclough.example", "three-lamps-and-a-kettle")
    for name in ("edit", "delete"):
        url = reverse(f"wagtailusers_users:{name}", args=[root.pk])
        client.post(url, {"email": "mine@tenterclough.example", "first_name": "R"})
    root.refresh_from_db()
    assert root.email == "root@tenterclough.example"


@pytest.mark.django_db
def test_an_account_is_closed_and_its_owner_is_out(client: Client) -> None:
    vera = UserFactory(role="Workers")
    hers = Client()
    hers.force_login(vera)
    assert hers.get("/match/").status_code == 200
    sign_in(client, UserFactory(role="Administrators"), PASSWORD)
    url = reverse("wagtailusers_users:edit", args=[vera.pk])
    client.post(url, {"email": vera.email, "first_name": "Vera"})
    assert hers.get("/match/").status_code == 302


@pytest.mark.django_db
def test_the_roles_say_what_they_are_for(client: Client) -> None:
    sign_in(client, UserFactory(role="Administrators"), PASSWORD)
    page = client.get(reverse("wagtailusers_users:add")).content.decode()
    assert all(role.prose in html.unescape(page) for role in ROLES)
    assert "Moderators" not in page
    assert "password" not in page.split("<main")[1].lower()
