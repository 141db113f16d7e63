"""The page that tells a sender where their correction stands, behind a link that they alone have.

Invariant: nothing on it tells who sent it or how to reach them; a press does nothing.
"""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from connector.corrections.actions import suggest
from connector.corrections.models import Correction
from connector.links.models import Link
from connector.links.purposes import Purpose

SAID = {
    Correction.State.NEW: "Nobody has looked yet. A community connector does.",
    Correction.State.LOOKING: "A community connector is looking into it.",
    Correction.State.RIGHTED: "It is put right. Thank you.",
    Correction.State.LEFT: "We looked, and left the page as it is.",
}


def show(request: HttpRequest, link: Link) -> HttpResponse:
    row = Correction.objects.select_related("asset").filter(pk=link.object_id).first()
    shown: dict[str, Any] = {"heading": "Thank you"}
    if row is not None:
        asset = row.asset if row.asset is not None and row.asset.live else None
        shown |= {
            "number": row.number,
            "listing": row.listing,
            "url": asset.get_absolute_url() if asset else "",
            "topic": row.get_topic_display(),
            "sent": timezone.localdate(row.sent_at),
            "said": SAID[Correction.State(row.state)],
            "answer": row.answer,
        }
    return render(request, "connector/corrections/standing.html", shown)


PURPOSE = Purpose(suggest.PURPOSE, timedelta(days=365), show, show)
