"""What corrections show on a listing's public page, and on the page of the group that keeps it."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from cms.models import Asset
from cms.visibility import PUBLIC, is_visible
from connector.corrections.models import OPEN, Correction

SHOWN = 5


def on_listing(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """`correct_url`, on what everybody sees."""
    if not is_visible(asset, PUBLIC):
        return {}
    return {"correct_url": reverse("suggest_correction", args=[asset.uuid])}


def on_my_listing(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """`corrections`: topic and words of those that nobody has answered; never who sent them."""
    rows = Correction.objects.filter(asset=asset, state__in=OPEN).order_by("-sent_at")[:SHOWN]
    return {"corrections": [(row.get_topic_display(), row.words) for row in rows]}
