"""`/api/assets/{id}`: one listing for other programs, with what anybody may see of it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponseBase, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cms.coming import coming_dates
from cms.forwarding import leads_to
from cms.models import Asset
from cms.presenting import contact_lines, presentable
from cms.visibility import PUBLIC
from cms.whereabouts import places_of

DATES = 10


class PlaceSerializer(serializers.Serializer[Any]):
    """Where it is. `precision`: exact, postcode, or sector (about: it may be somebody's home)."""

    name = serializers.CharField()
    address = serializers.CharField()
    postcode = serializers.CharField()
    lat = serializers.FloatField(allow_null=True)
    lon = serializers.FloatField(allow_null=True)
    precision = serializers.CharField()


class ContactSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    role = serializers.CharField()
    phone = serializers.CharField()
    email = serializers.CharField()


class AssetSerializer(serializers.Serializer[Any]):
    """One listing. `next_sessions`: ISO 8601 with offset. `interests`: codes, confirmed ones only."""

    id = serializers.UUIDField(source="uuid")
    name = serializers.CharField()
    kind = serializers.CharField()
    summary = serializers.CharField()
    description = serializers.CharField()
    organisation = serializers.SerializerMethodField()
    interests = serializers.SerializerMethodField()
    places = serializers.SerializerMethodField()
    next_sessions = serializers.SerializerMethodField()
    cost = serializers.CharField()
    cost_words = serializers.CharField()
    who_for = serializers.CharField()
    contacts = serializers.SerializerMethodField()
    confirmed_on = serializers.DateField(allow_null=True)
    ran_on = serializers.DateField(allow_null=True)
    url = serializers.CharField(source="get_absolute_url")

    def get_organisation(self, asset: Asset) -> str | None:
        return asset.organisation.name if asset.organisation and asset.organisation.live else None

    def get_interests(self, asset: Asset) -> list[str]:
        rows = asset.asset_interests.filter(state="confirmed", interest__live=True)
        return list(rows.order_by("interest__code").values_list("interest__code", flat=True))

    @extend_schema(responses=PlaceSerializer(many=True))
    def get_places(self, asset: Asset) -> list[dict[str, Any]]:
        places = places_of(asset)
        return list(PlaceSerializer(places, many=True).data)

    def get_next_sessions(self, asset: Asset) -> list[str]:
        coming = coming_dates(asset, timezone.localtime(), DATES)
        return [timezone.localtime(each.start).isoformat() for each in coming if each.status == "on"]

    def get_contacts(self, asset: Asset) -> list[dict[str, Any]]:
        return list(ContactSerializer(contact_lines(asset, PUBLIC), many=True).data)


class AssetView(APIView):
    """One listing, by the id that never changes. One that turned out to be the same as another leads there (301)."""

    @extend_schema(responses=AssetSerializer)
    def get(self, request: Request, uuid: UUID) -> HttpResponseBase:
        asset = presentable(Asset.objects.visible_to(PUBLIC).filter(uuid=uuid)).first()
        if asset is None:
            other = leads_to(uuid, PUBLIC)
            if other is None:
                raise Http404
            return HttpResponsePermanentRedirect(reverse("api_asset", args=[other.uuid]))
        return Response(AssetSerializer(asset).data)
