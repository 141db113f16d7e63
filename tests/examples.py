"""How many examples a property test draws. Invariant: the same ones at every run of the same length.

A third of them by default, since somebody waits for that; all of them where nobody does (`CONNECTOR_TEST_EXAMPLES=all`,
as `make test-pg` sets it).
"""

import os

SHARE = 1 if os.environ.get("CONNECTOR_TEST_EXAMPLES") == "all" else 3


def examples(number: int) -> int:
    """So many of the number as this run draws, never under ten."""
    return max(min(10, number), number // SHARE)
