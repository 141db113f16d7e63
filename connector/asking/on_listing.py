"""What the public page of a listing says of the first time and nobody has told yet, each with a way to ask.

Invariant: nothing tells who asked or how often; of a listing that not everybody may see nothing is offered.
"""

from typing import Any, NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.first_time import QUESTIONS, unknown
from cms.models import Asset
from cms.visibility import PUBLIC, is_visible
from connector.asking.actions.raise_question import rests
from connector.asking.models import AccessQuestion

State = AccessQuestion.State


class Unknown(NamedTuple):
    """`asked`: the question without its mark; `told`: what became of it, empty where it can be asked."""

    subject: str
    asked: str
    told: str


def on_listing(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """`first_unknown`: what its page cannot answer; `ask_url`: where a press of *Ask them* goes. One query at most."""
    subjects = unknown(asset) if asset.pk and is_visible(asset, PUBLIC) else ()
    if not subjects:
        return {}
    rows = {row.subject: row for row in AccessQuestion.objects.filter(asset=asset.pk, subject__in=subjects)}
    shown = [Unknown(each, str(QUESTIONS[each].asked), _told(rows.get(each))) for each in subjects]
    return {"first_unknown": shown, "ask_url": reverse("ask_them", args=[asset.uuid])}


def _told(row: AccessQuestion | None) -> str:
    if row is None or row.state == State.ANSWERED:
        return ""
    if row.state == State.UNSURE:
        return _("They do not know either.") if rests(row, timezone.localdate()) else ""
    return _("We have asked them.") if row.state == State.ASKED else _("We will ask them.")
