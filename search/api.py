"""`/api/search`: the finder for other programs.

Invariant: the same question as the page gives the same answers; what is shown of a listing is what anybody may see.
"""

from dataclasses import asdict
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

from search.answering import Answer, answer
from search.engines.base import EngineUnavailable
from search.filters import SearchFilters
from search.results import facets, results
from search.suggesting import LONGEST, suggest, suggest_places


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


class FacetValueSerializer(serializers.Serializer[Any]):
    """One value of a facet. `value`: as the parameter of the same name takes it."""

    value = serializers.CharField()
    count = serializers.IntegerField(
        help_text="How many there are when this is the group's only choice; of access, when it is chosen as well."
    )
    chosen = serializers.BooleanField()


class UnderstoodSerializer(serializers.Serializer[Any]):
    """What was read out of the words."""

    text = serializers.CharField(help_text="The words that were looked for.")
    near = serializers.CharField(help_text="The place that distances are measured from; empty without one.")
    times = serializers.ListField(child=serializers.CharField(), help_text="Times that the words name: they narrow.")
    times_unmet = serializers.BooleanField(help_text="Nothing is known to be on then, so that the times were let go.")
    corrected = serializers.DictField(child=serializers.CharField(), help_text="Word as typed: as it was read.")


class SearchAnswerSerializer(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    degraded = serializers.BooleanField()
    results = ResultSerializer(many=True)
    facets = serializers.DictField(
        child=FacetValueSerializer(many=True),
        help_text="kind, interest (narrower ones included), day, time, cost, access, who, area and fresh: the values "
        "that anything found has, most first, and what is chosen, at nought too. What is not known is not counted.",
    )
    understood = UnderstoodSerializer()


class SuggestionSerializer(serializers.Serializer[Any]):
    text = serializers.CharField(help_text="What to put into the box.")
    kind = serializers.ChoiceField(choices=["interest", "listing", "place"])
    words = serializers.CharField(help_text="What it is, in words: the interest that an everyday word stands for.")


class SuggestionsSerializer(serializers.Serializer[Any]):
    suggestions = SuggestionSerializer(many=True)


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
        if filters.errors:
            raise ValidationError({name: list(errors) for name, errors in filters.errors.items()})
        now: datetime = timezone.localtime()
        viewer = request.viewer  # type: ignore[attr-defined]  # set by connector.accounts.middleware
        try:
            found = answer(filters, viewer=viewer, now=now)
        except EngineUnavailable as problem:
            raise SearchUnavailable from problem
        page = found.page
        return Response(
            {
                "count": page.total,
                "degraded": page.degraded,
                "results": results(page, now=now),
                "facets": facets(found.question, page),
                "understood": _understood(found),
            }
        )


class SuggestView(APIView):
    """What somebody may be about to type: interests, listings, places. Nothing under two letters."""

    @extend_schema(
        parameters=[
            OpenApiParameter("q", OpenApiTypes.STR, description="What has been typed so far."),
            OpenApiParameter("of", OpenApiTypes.STR, enum=["all", "places"], description="What to suggest: all."),
        ],
        responses=SuggestionsSerializer,
    )
    def get(self, request: Request) -> Response:
        typed = str(request.query_params.get("q", ""))[:LONGEST]
        ask = suggest_places if request.query_params.get("of") == "places" else suggest
        return Response({"suggestions": [asdict(each) for each in ask(typed)]})


def _understood(found: Answer) -> dict[str, Any]:
    return {
        "text": found.question.text,
        "near": found.question.near_label,
        "times": list(found.heard.when),
        "times_unmet": found.heard.when_unmet,
        "corrected": dict(found.page.reading.corrected),
    }
