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
    names = user.groups.values_list("name", flat=True)
    allowed = permissions_of(names, everything=user.is_superuser)
    edits = Editorship.objects.filter(user=user).values_list("asset_id", flat=True)
    return Viewer(
        works=Permission.MATCH in allowed,
        curates=Permission.CURATE in allowed,
        edits=frozenset(edits),
    )
