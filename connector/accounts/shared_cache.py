"""The table of the shared cache, in which all processes count tries together. `migrate` leaves it, like any other.

Invariant: makes what is missing and touches nothing else.
"""

from typing import Any

from django.core.management import call_command


def make_table(using: str, **_: Any) -> None:
    """`post_migrate` of accounts."""
    call_command("createcachetable", database=using, verbosity=0)
