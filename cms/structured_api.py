"""`/api/assets/{id}/schema.org`: one listing as JSON-LD, for programs that know schema.org."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, JsonResponse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.views import APIView

from cms.listing_page import listed, listing
from cms.models import Asset
from cms.structured import structured
from cms.visibility import PUBLIC


class StructuredView(APIView):
    """One listing in the words of schema.org, as JSON-LD."""

    @extend_schema(responses=OpenApiTypes.OBJECT)
    def get(self, request: Request, uuid: UUID) -> JsonResponse:
        asset = listed(Asset.objects.visible_to(PUBLIC).filter(uuid=uuid)).first()
        if asset is None:
            raise Http404
        shown = listing(asset, viewer=PUBLIC, now=timezone.now())
        said = structured(shown, base=settings.CONNECTOR_BASE_URL)
        return JsonResponse(said, content_type="application/ld+json")
