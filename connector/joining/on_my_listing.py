"""What a listing's own page for its group asks for: the one thing that would help people most."""

from typing import Any

from django.http import HttpRequest

from cms.models import Asset
from connector.joining.coach.advising import advice_for


def on_my_listing(asset: Asset, request: HttpRequest) -> dict[str, Any]:
    """`advice`, read from the newest draft of the listing, so that what was answered is not asked again."""
    return {"advice": advice_for(asset.get_latest_revision_as_object())}
