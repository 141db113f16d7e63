"""One of the gentle questions that come afterwards."""

from datetime import datetime
from typing import Any

from django.db import transaction

from cms.actions import submit_change
from cms.models import Asset
from connector.joining.drafting import put_later
from connector.joining.models import NewListing


class TooLate(Exception):
    """The listing is out, or gone: whoever keeps it signs in to change it."""


@transaction.atomic
def answer_later(*, listing: NewListing, question: str, answer: dict[str, Any], now: datetime) -> None:
    """Put it into the draft that waits. Raises TooLate once people see the listing."""
    row = NewListing.objects.select_for_update().get(pk=listing.pk)
    if row.state != NewListing.State.SENT or row.asset is None or row.asset.live:
        raise TooLate
    row.answers = {**row.answers, "later": {**row.answers.get("later", {}), question: answer}}
    row.changed_at = now
    row.save(update_fields=["answers", "changed_at"])
    listing.answers = row.answers
    if answer:
        draft = row.asset.get_latest_revision_as_object()
        put_later(draft, {question: answer})
        submit_change(draft=draft, by=row.sender)


@transaction.atomic
def change_by_editor(*, asset: Asset, question: str, answer: dict[str, Any], by: Any) -> None:
    """The same for a listing that somebody keeps: a change that waits for a look, as any other of theirs."""
    draft = asset.get_latest_revision_as_object()
    put_later(draft, {question: answer})
    submit_change(draft=draft, by=by)
