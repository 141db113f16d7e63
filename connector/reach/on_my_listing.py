"""What a listing's own page tells its group: what the listing brought."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from cms.models import Asset
from connector.reach.reading import month_of
from connector.reach.wording import HOW, brought


def on_my_listing(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """`brought`: one sentence, and `how_counted`, of a listing that people see."""
    if not asset.live:
        return {}
    return {"brought": brought(month_of(asset.pk, timezone.localdate())), "how_counted": HOW}
