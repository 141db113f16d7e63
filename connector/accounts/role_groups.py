"""A Django group for every role, left in each database by `migrate`.

Invariant: makes what is missing and takes nothing away. What a role may do on our own pages is in
`connector.core.roles`; what it may do in the catalogue's admin is in `cms.grants`; here stands who keeps accounts.
"""

from typing import Any, Final

from django.apps import apps as installed
from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group
from django.contrib.auth.models import Permission as Grant

from connector.core.permissions import Permission
from connector.core.roles import ROLES

KEEPS_ACCOUNTS: Final = ("view_user", "add_user", "change_user", "delete_user")


def make_groups(sender: Any, using: str, apps: Apps = installed, **_: Any) -> None:
    """`post_migrate` of accounts. Whoever administers may keep accounts, and give them roles, in Wagtail's admin."""
    try:
        apps.get_model("accounts", "User")
    except LookupError:  # migrated back to nothing
        return
    # Django makes them after `migrate` too, but may do so later than this. It skips what is there.
    create_permissions(installed.get_app_config("accounts"), verbosity=0, using=using, apps=apps)
    grants = list(Grant.objects.using(using).filter(content_type__app_label="accounts", codename__in=KEEPS_ACCOUNTS))
    for role in ROLES:
        group, _made = Group.objects.using(using).get_or_create(name=role.group)
        if Permission.ADMINISTER in role.permissions:
            group.permissions.add(*grants)
