"""What the edit page of a listing tells staff of questions that visits came upon and nobody has answered."""

from typing import Any

from django.http import HttpRequest

from cms.models import Asset
from connector.asking.models import AccessQuestion
from connector.asking.subjects import in_words, name_of
from connector.asking.wording import needed


def on_edit_page(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """`asked_about`: the subject, its state and how often it was needed, in words; for a listing that is saved."""
    waiting = AccessQuestion.objects.exclude(state=AccessQuestion.State.ANSWERED)
    rows = waiting.filter(asset=asset.pk) if asset.pk else ()
    return {"asked_about": [(name_of(row.subject), row.get_state_display(), _needed(row)) for row in rows]}


def _needed(row: AccessQuestion) -> str:
    return needed(row.times, row.first_asked, row.last_asked, asked=in_words(row.subject))
