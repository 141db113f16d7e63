"""What the edit page of a listing tells staff of questions that visits came upon and nobody has answered."""

from typing import Any

from django.http import HttpRequest

from cms.access import NAMES
from cms.models import Asset
from connector.asking.models import AccessQuestion
from connector.asking.wording import needed


def on_edit_page(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """`asked_about`: the subject, its state and how often it was needed, in words; for a listing that is saved."""
    waiting = AccessQuestion.objects.exclude(state=AccessQuestion.State.ANSWERED)
    rows = waiting.filter(asset=asset.pk) if asset.pk else ()
    told = [
        (NAMES[row.subject].name, row.get_state_display(), needed(row.times, row.first_asked, row.last_asked))
        for row in rows
    ]
    return {"asked_about": told}
