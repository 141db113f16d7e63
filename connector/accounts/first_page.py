"""Where somebody comes out after signing in: the page that their work begins on.

Invariant: pure. Whoever may do several things begins with the first of them in `FIRST_PAGES`.
"""

from collections.abc import Collection
from typing import Final

from connector.core.permissions import Permission

FIRST_PAGES: Final = (
    (Permission.CURATE, "wagtailadmin_home"),
    (Permission.MATCH, "match"),
    (Permission.KEEP_OWN, "my_listings"),
    (Permission.INSIGHT, "at_a_glance"),
)
EVERYBODY: Final = "home"


def first_page(permissions: Collection[Permission]) -> str:
    """The name of a route: the admin for who looks after listings, match for who visits, my listings for a group."""
    return next((name for permission, name in FIRST_PAGES if permission in permissions), EVERYBODY)
