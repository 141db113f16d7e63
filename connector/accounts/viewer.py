"""Who is looking, worked out once a request from roles and editorships.

Invariant: nobody who is not signed in, or whose account is closed, is more than the public.
"""

from typing import Any

from cms.models import Editorship
from cms.visibility import PUBLIC, Viewer
from connector.core.permissions import Permission
from connector.core.roles import permissions_of


def viewer_for(user: Any) -> Viewer:
    """The viewer that a user is. One query for roles, one for editorships."""
    if not user.is_authenticated or not user.is_active:
        return PUBLIC
    allowed = permissions_for(user)
    edits = Editorship.objects.filter(user=user).values_list("asset_id", flat=True)
    return Viewer(
        works=Permission.MATCH in allowed,
        curates=Permission.CURATE in allowed,
        oversees=Permission.INSIGHT in allowed,
        edits=frozenset(edits),
    )


def allowed_to(user: Any, permission: Permission) -> bool:
    """Whether a user's roles hold this permission."""
    return bool(user.is_authenticated and user.is_active and permission in permissions_for(user))


def permissions_for(user: Any) -> frozenset[Permission]:
    """What the roles of somebody who is signed in allow. One query."""
    names = user.groups.values_list("name", flat=True)
    return permissions_of(names, everything=user.is_superuser)
