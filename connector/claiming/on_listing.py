"""What a listing's page says to somebody whose group it is."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from cms.models import Asset
from cms.visibility import PUBLIC, is_visible


def on_listing(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """`claim_url`, on what everybody sees."""
    if not is_visible(asset, PUBLIC):
        return {}
    return {"claim_url": reverse("claim", args=[asset.uuid])}
