"""`/api/assets/{id}/schema.org`: one listing as JSON-LD, for programs that know schema.org."""

from uuid import UUID

from django.http import Http404, HttpResponseBase, HttpResponsePermanentRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.views import APIView

from cms.forwarding import leads_to
from cms.listing_page import listed, listing
from cms.models import Asset
from cms.told_to_machines import told_to_machines
from cms.visibility import PUBLIC


class StructuredView(APIView):
    """One listing in the words of schema.org, as JSON-LD. One that turned out to be the same as another leads there."""

    @extend_schema(responses=OpenApiTypes.OBJECT)
    def get(self, request: Request, uuid: UUID) -> HttpResponseBase:
        asset = listed(Asset.objects.visible_to(PUBLIC).filter(uuid=uuid)).first()
        if asset is None:
            other = leads_to(uuid, PUBLIC)
            if other is None:
                raise Http404
            return HttpResponsePermanentRedirect(reverse("api_structured", args=[other.uuid]))
        now = timezone.now()
        shown = listing(asset, viewer=PUBLIC, now=now)
        said = told_to_machines(asset, shown, now=now)
        return JsonResponse(said, content_type="application/ld+json")
