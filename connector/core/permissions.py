"""What somebody may do, by name. Who has which is in `connector.core.roles`."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing that a route or a view asks for."""

    MATCH = "match"
    CURATE = "curate"
    KEEP_OWN = "keep own"
    INSIGHT = "insight"
    ADMINISTER = "administer"
