"""The public page of one listing."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from cms.models import Asset
from cms.visibility import PUBLIC, Viewer


def listing(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What it is, when next, where and how to get in, cost, who for, who to ask, the first time, how fresh."""
    viewer: Viewer = getattr(request, "viewer", PUBLIC)
    asset = get_object_or_404(Asset.objects.visible_to(viewer), uuid=uuid)
    return render(request, "cms/listing.html", {"asset": asset})
