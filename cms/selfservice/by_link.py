"""Somebody who may change one listing without signing in, since a link that we sent them says so.

Invariant: who that is is worked out above (`request.by_link`); here it is asked for, and where nobody set it there is
none.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class ByLink:
    """`asset`, `uuid`: the one listing, or none. `user`: their account, where they have one."""

    asset: int | None = None
    uuid: UUID | None = None
    user: Any = None


def by_link(request: HttpRequest) -> ByLink:
    return getattr(request, "by_link", None) or ByLink()


def who(request: HttpRequest) -> Any:
    """Whoever changes something: who is signed in, else the account that the link went to, else nobody by name."""
    return request.user if request.user.is_authenticated else by_link(request).user
