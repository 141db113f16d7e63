"""Roles as data: what each is called, what it is for, and what it may do.

Invariant: the only place where a role and a permission meet. A role is a Django group of the same name.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from connector.core.permissions import Permission


@dataclass(frozen=True, slots=True)
class Role:
    """`group`: the Django group. `prose`: what a manager reads before giving it to somebody."""

    group: str
    name: str
    prose: str
    permissions: frozenset[Permission]


ROLES: tuple[Role, ...] = (
    Role(
        "Workers",
        "Worker",
        "Visits people and finds with them what is on near by. Sees partners' contacts and people's offers.",
        frozenset({Permission.MATCH}),
    ),
    Role(
        "Group editors",
        "Group editor",
        "Keeps the listings of their own group right. Sees nothing else that the public does not.",
        frozenset({Permission.KEEP_OWN}),
    ),
    Role(
        "Connectors",
        "Connector",
        "Knows what goes on. Looks after every listing, moderates changes, keeps the vocabulary. Sees every contact.",
        frozenset({Permission.MATCH, Permission.CURATE, Permission.INSIGHT}),
    ),
    Role(
        "Managers",
        "Manager",
        "Sees how the directory is doing: how much of it there is and how fresh, and where nothing is on. No names.",
        frozenset({Permission.INSIGHT}),
    ),
    Role(
        "Administrators",
        "Administrator",
        "Gives and takes accounts and roles, and everything that a connector does.",
        frozenset(Permission),
    ),
)


def permissions_of(groups: Iterable[str], *, everything: bool = False) -> frozenset[Permission]:
    """What the members of these groups may do."""
    if everything:
        return frozenset(Permission)
    names = set(groups)
    return frozenset(each for role in ROLES if role.group in names for each in role.permissions)
