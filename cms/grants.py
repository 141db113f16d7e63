"""Which groups of staff may do what in the catalogue's admin, as data, and its way into the database.

Invariant: only the groups named here reach the catalogue's admin. `migrate` gives what is missing and takes nothing
away, so a council may give more to a group; a permission taken from one of these groups comes back with the next one.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.apps import apps as installed
from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission
from wagtail.snippets.models import create_extra_permissions

CONNECTORS: Final = "Connectors"
WORKERS: Final = "Workers"
MANAGERS: Final = "Managers"
ADMINISTRATORS: Final = "Administrators"

CURATORS: Final = (CONNECTORS, ADMINISTRATORS)
"""Who reaches the catalogue's admin."""

_KEPT: Final = ("view", "add", "change", "delete")
_DRAFTED: Final = (*_KEPT, "publish")

MODEL_VERBS: Final[Mapping[str, tuple[str, ...]]] = {
    "asset": (*_DRAFTED, "lock", "unlock"),
    "organisation": _DRAFTED,
    "place": _DRAFTED,
    "interest": _DRAFTED,
    "source": _KEPT,
    "area": _KEPT,
    "educationauthority": _KEPT,
    "editorship": _KEPT,
}
"""What curators may do to each model. Sessions, contacts and the like are parts of an asset, kept on its own page."""

CATALOGUE: Final = frozenset(f"cms.{verb}_{model}" for model, verbs in MODEL_VERBS.items() for verb in verbs)
ADMIN: Final = "wagtailadmin.access_admin"
FILES: Final = frozenset(
    f"{app}.{verb}_{thing}"
    for app, thing in (("wagtailimages", "image"), ("wagtaildocs", "document"))
    for verb in ("add", "change", "choose")
)
"""Given on the root collection, as Wagtail keeps permissions on files."""


def give_grants(sender: Any, using: str, apps: Apps = installed, **_: Any) -> None:
    """`post_migrate` of cms. Makes the groups and gives them what they lack; writes nothing when they lack nothing."""
    _make_permissions(using, apps)
    with transaction.atomic(using=using):
        groups = [_group(name, using) for name in (CONNECTORS, WORKERS, MANAGERS, ADMINISTRATORS)]
        wanted = _permissions({ADMIN, *CATALOGUE}, using)
        files = _permissions(FILES, using)
        # A database that was emptied has no root, and Wagtail keeps no file without one.
        root = Collection.objects.using(using).filter(depth=1).first() or Collection.add_root(name="Root")
        for group in groups:
            if group.name in CURATORS:
                _give(group, wanted)
                _give_on_files(group, files, root)


def _make_permissions(using: str, apps: Apps) -> None:
    """Django and Wagtail make them after `migrate` too, but later than this: ask them now. They skip what is there."""
    for label in ("cms", "wagtailadmin", "wagtailcore", "wagtailimages", "wagtaildocs"):
        create_permissions(installed.get_app_config(label), verbosity=0, using=using, apps=apps)
    create_extra_permissions(installed.get_app_config("wagtailsnippets"), using=using, apps=apps)


def _group(name: str, using: str) -> Group:
    return Group.objects.using(using).get_or_create(name=name)[0]


def _permissions(names: Iterable[str], using: str) -> list[Permission]:
    wanted = set(names)
    codenames = {name.partition(".")[2] for name in wanted}
    found = Permission.objects.using(using).filter(codename__in=codenames).select_related("content_type")
    return [row for row in found if f"{row.content_type.app_label}.{row.codename}" in wanted]


def _give(group: Group, permissions: list[Permission]) -> None:
    held = set(group.permissions.values_list("pk", flat=True))
    missing = [permission for permission in permissions if permission.pk not in held]
    if missing:
        group.permissions.add(*missing)


def _give_on_files(group: Group, permissions: list[Permission], root: Collection) -> None:
    held = set(
        GroupCollectionPermission.objects.filter(group=group, collection=root).values_list("permission", flat=True)
    )
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=root, permission=permission)
        for permission in permissions
        if permission.pk not in held
    )
