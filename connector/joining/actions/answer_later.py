"""One of the gentle questions that come afterwards."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.actions import set_introductions, submit_change
from cms.models import Asset, Introductions
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
        if row.mine:
            _introductions(row.asset, answer, row.sender)


@transaction.atomic
def change_by_editor(*, asset: Asset, question: str, answer: dict[str, Any], by: Any) -> None:
    """The same for a listing that somebody keeps: a change that waits for a look, as any other of theirs."""
    draft = asset.get_latest_revision_as_object()
    put_later(draft, {question: answer})
    submit_change(draft=draft, by=by)
    _introductions(asset, answer, by)


def _introductions(asset: Asset, answer: dict[str, Any], by: Any) -> None:
    """At once, and for the group alone to say. An answer that was given before is taken back by "not now"."""
    if "introductions" not in answer:
        return
    state = answer["introductions"] or Introductions.State.NOT_ASKED
    who = (by.first_name if by else "") or "the group"
    set_introductions(asset=asset, state=state, who=who, by=by, on=timezone.localdate())
