"""What a listing's own page for its group says of a calendar that it follows."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from cms.models import Asset
from connector.feeds.models import Feed
from connector.feeds.showing import shown


def on_my_listing(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """`calendar`: how it stands; nothing where there is none."""
    feed = Feed.objects.filter(asset=asset).first()
    return {"calendar": shown(feed, timezone.now()) if feed else None, "may_follow": True}
