"""Who may change the council's settings. Invariant: `migrate` gives it to administrators, and takes it from nobody."""

from typing import Any

from django.apps import apps as installed
from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

from cms.grants import ADMINISTRATORS


def give_settings(sender: Any, using: str, apps: Apps = installed, **_: Any) -> None:
    """`post_migrate` of this app."""
    create_permissions(installed.get_app_config("council"), verbosity=0, using=using, apps=apps)
    group, _made = Group.objects.using(using).get_or_create(name=ADMINISTRATORS)
    wanted = Permission.objects.using(using).get(content_type__app_label="council", codename="change_council")
    if not group.permissions.filter(pk=wanted.pk).exists():
        group.permissions.add(wanted)
