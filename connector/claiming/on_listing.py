"""What a listing's page says to somebody whose group it is."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from cms.models import Asset
from cms.visibility import for_workers


def on_listing(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """`claim_url`, on what everybody sees."""
    if for_workers(asset) or not asset.live:
        return {}
    return {"claim_url": reverse("claim", args=[asset.uuid])}
