"""The group answers what visits, or people who would come, asked: yes, no or in part with one tap, or in words."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet

from cms.actions import send_change
from cms.models import Asset
from cms.moderation import Verdict
from connector.asking.models import AccessQuestion
from connector.asking.subjects import put_answer

State = AccessQuestion.State


@transaction.atomic
def answer_question(
    *, asset: Asset, subject: str, state: str, by: Any, reached: QuerySet[Asset], note: str = ""
) -> Verdict:
    """Send the answer as any change of theirs; the question closes once people can read it. `note`: what of it, where
    it is so in part, or the answer itself where it is in words; `reached`: what `by` may change, asked
    again here. Raises Locked, and PermissionDenied where this listing is not among it any more."""
    row = Asset.objects.select_for_update().get(pk=asset.pk)
    if not reached.filter(pk=row.pk).exists():
        raise PermissionDenied
    draft = row.get_latest_revision_as_object()
    put_answer(draft, subject, state, note)
    verdict = send_change(draft=draft, by=by)
    rows = AccessQuestion.objects.filter(asset=row, subject=subject, state__in=(State.OPEN, State.UNSURE))
    rows.update(state=State.ASKED, unsure_on=None)
    return verdict
