"""Whoever is named agrees to be shown, or would rather not."""

from datetime import datetime
from typing import Any

from django.db import transaction

from cms.actions import submit_change
from cms.models import Asset, Contact
from connector.joining.agreements import VISIBILITY, wording
from connector.joining.models import Agreement, NewListing


class NothingToAgree(Exception):
    """The listing is gone, or is one that its own group told us of."""


@transaction.atomic
def answer_agreement(
    *, listing: NewListing, answer: str, directory: str, how: str, by: Any, now: datetime
) -> Agreement:
    """Keep the answer with its words, and put it into the draft: it waits for a look as any change does.

    Yes to everybody or to workers takes the mark off that the group was not asked. No takes the contact out.
    `answer`: a value of `Agreement.Answer`; `how`: by link, or told a connector, who is `by` then.
    Raises NothingToAgree.
    """
    row = NewListing.objects.select_for_update().get(pk=listing.pk)
    if row.asset is None or row.mine:
        raise NothingToAgree
    draft = row.asset.get_latest_revision_as_object()
    contacts = list(draft.contacts.all())
    named = next((each.name for each in contacts if each.name), "")
    agreed = Agreement.objects.create(
        asset=row.asset, answer=answer, words=wording(answer, directory), by=named, how=how, at=now
    )
    _put(draft, contacts, answer)
    submit_change(draft=draft, by=by)
    return agreed


def _put(draft: Asset, contacts: list[Contact], answer: str) -> None:
    if answer == Agreement.Answer.NO:
        draft.contacts.set([])
        return
    draft.unasked = False
    for contact in contacts:
        contact.visibility = VISIBILITY[answer]
    draft.contacts.set(contacts)
