"""Constraints that several tables have, each said once. Pure."""

from django.db.models import CheckConstraint, Q


def both_or_neither(first: str, second: str, *, name: str) -> CheckConstraint:
    """Two fields that are filled together or not at all, such as a day and who did it then. `name`: its own."""
    empty = {f"{first}__isnull": True, f"{second}__isnull": True}
    filled = {f"{first}__isnull": False, f"{second}__isnull": False}
    return CheckConstraint(condition=Q(**empty) | Q(**filled), name=name)
