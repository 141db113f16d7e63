"""The public page of one listing."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from cms.listing_page import listed
from cms.listing_page import listing as listing_of
from cms.models import Asset
from cms.visibility import PUBLIC, Viewer


def listing(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One listing, by its uuid; not found where this viewer may not see it. `request.viewer` is set by the project."""
    viewer: Viewer = getattr(request, "viewer", PUBLIC)
    asset = get_object_or_404(listed(Asset.objects.visible_to(viewer)), uuid=uuid)
    shown = listing_of(asset, viewer=viewer, now=timezone.now())
    return render(request, "cms/listing.html", {"listing": shown, "card": shown.card, "door": "search"})
