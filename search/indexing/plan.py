"""What becomes of one asset in an index, decided from what it is now and what was kept of it.

Invariant: pure. Whatever was kept, carrying out the outcome leaves what the document says, and doing it twice the same.
"""

from enum import StrEnum

from search.types import AssetDocument


class IndexOutcome(StrEnum):
    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    ABSENT = "absent"


def plan(document: AssetDocument | None, stored: str) -> IndexOutcome:
    """`document`: None for an asset that does not belong in an index. `stored`: the digest kept, "" for none."""
    if document is None:
        return IndexOutcome.REMOVED if stored else IndexOutcome.ABSENT
    if not stored:
        return IndexOutcome.ADDED
    return IndexOutcome.UNCHANGED if document.digest == stored else IndexOutcome.REPLACED
