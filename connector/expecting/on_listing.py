"""What a listing's public page shows of it: where to let the group know."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from cms.models import Asset
from cms.visibility import PUBLIC, is_visible
from connector.expecting.open_to import can_be_told


def on_listing(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """`coming_url`, where somebody may just come."""
    if not is_visible(asset, PUBLIC) or not can_be_told(asset):
        return {}
    return {"coming_url": reverse("say_coming", args=[asset.uuid])}
