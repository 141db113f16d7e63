"""What becomes of one asset: every case."""

import pytest

from search.indexing.plan import IndexOutcome, plan
from search.types import AssetDocument

DOCUMENT = AssetDocument(1, "u", "group", "A name", digest="new")


@pytest.mark.parametrize(
    ("document", "stored", "outcome"),
    [
        (DOCUMENT, "", IndexOutcome.ADDED),
        (DOCUMENT, "old", IndexOutcome.REPLACED),
        (DOCUMENT, "new", IndexOutcome.UNCHANGED),
        (None, "old", IndexOutcome.REMOVED),
        (None, "", IndexOutcome.ABSENT),
    ],
)
def test_every_case(document: AssetDocument | None, stored: str, outcome: IndexOutcome) -> None:
    assert plan(document, stored) is outcome
