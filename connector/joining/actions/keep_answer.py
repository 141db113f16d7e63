"""One answer, kept beside the others."""

from datetime import datetime
from typing import Any

from django.db import transaction

from connector.joining.models import NewListing


@transaction.atomic
def keep_answer(*, listing: NewListing, question: str, answer: dict[str, Any], now: datetime) -> None:
    """Put it in place of an earlier one. Two pages that are open at once lose nothing but an answer to the same one.
    What was sent already is not changed any more. `listing` is brought up to date."""
    row = NewListing.objects.select_for_update().get(pk=listing.pk)
    if row.state == NewListing.State.WRITING:
        row.answers = {**row.answers, question: answer}
        row.changed_at = now
        row.save(update_fields=["answers", "changed_at"])
    listing.answers, listing.state = row.answers, row.state
