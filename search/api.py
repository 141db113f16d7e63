"""`/api/search`: the finder for other programs.

Invariant: the same question as the page gives the same answers; what is shown of a listing is what anybody may see.
"""

from datetime import datetime
from typing import Any

from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from search.engines.base import EngineUnavailable
from search.filters import SearchFilters
from search.finder import find
from search.results import results


class ResultSerializer(serializers.Serializer[Any]):
    """One answer. `next_sessions`: ISO 8601 with offset. `reason_facts`: what each reason stands on, in its order."""

    id = serializers.UUIDField()
    source_id = serializers.CharField(allow_null=True, help_text="Its id in the source it came from first.")
    name = serializers.CharField()
    kind = serializers.CharField()
    reasons = serializers.ListField(child=serializers.CharField())
    reason_facts = serializers.ListField(child=serializers.DictField())
    distance_m = serializers.IntegerField(allow_null=True)
    next_sessions = serializers.ListField(child=serializers.DateTimeField())
    url = serializers.CharField()


class SearchAnswerSerializer(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    degraded = serializers.BooleanField()
    results = ResultSerializer(many=True)


class SearchUnavailable(APIException):
    status_code = 503
    default_detail = "Search cannot answer just now. Try again in a minute."


PARAMETERS = [
    OpenApiParameter(name, OpenApiTypes.STR, description=str(each.label or name))
    for name, each in SearchFilters.base_filters.items()
]


class SearchView(APIView):
    """What is on near here that meets some words."""

    @extend_schema(parameters=PARAMETERS, responses=SearchAnswerSerializer)
    def get(self, request: Request) -> Response:
        filters = SearchFilters.of(request.query_params)
        question = filters.question()
        if filters.errors:
            raise ValidationError({name: list(errors) for name, errors in filters.errors.items()})
        now: datetime = timezone.localtime()
        viewer = request.viewer  # type: ignore[attr-defined]  # set by connector.accounts.middleware
        try:
            page = find(question, viewer=viewer, now=now)
        except EngineUnavailable as problem:
            raise SearchUnavailable from problem
        return Response({"count": page.total, "degraded": page.degraded, "results": results(page, now=now)})
