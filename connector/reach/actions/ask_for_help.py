"""A group would like a hand: its listing says so at once, and people who could give one find it by a match."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet

from cms.actions import send_change
from cms.models import Asset
from cms.moderation import Verdict


@transaction.atomic
def ask_for_help(*, asset: Asset, words: str, by: Any, reached: QuerySet[Asset]) -> Verdict:
    """`words` as people read them after "They would like"; empty: none just now. `reached`: what `by` may change, asked
    again here. Raises Locked, and PermissionDenied where this listing is not among it any more."""
    row = Asset.objects.select_for_update().get(pk=asset.pk)
    if not reached.filter(pk=row.pk).exists():
        raise PermissionDenied
    draft = row.get_latest_revision_as_object()
    draft.help_wanted = " ".join(words.split())[:200]
    return send_change(draft=draft, by=by)
