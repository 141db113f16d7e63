"""`POST /api/match`: from the words of a visit to what is near, for a worker's own programs.

Invariant: answers as `manage.py match --json` does; what is sent is read, answered and forgotten: it is in no row, log
or address.
"""

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cms.geo.answers import Found
from cms.visibility import PUBLIC
from connector.matching.api_shapes import MatchAnswerSerializer
from connector.matching.forms import NOTE
from connector.matching.token_auth import HasToken, TokenThrottle, WorkerToken
from search.api import SearchUnavailable
from search.finder import EngineUnavailable
from search.interests import vocabulary
from search.near import place_of
from search.questions import Question, Wishes
from search.types import Point
from search.understanding.telling import as_data
from search.understanding.understand import understand
from search.whole_answer import whole_answer

MOST = 100


class MatchSerializer(serializers.Serializer[Any]):
    """What is asked. Nothing of it is kept."""

    text = serializers.CharField(max_length=NOTE, trim_whitespace=False, help_text="What was said or noted.")
    near = serializers.CharField(
        max_length=100, required=False, default="", allow_blank=True, help_text="A postcode, a part of one, or a place."
    )
    limit = serializers.IntegerField(min_value=1, max_value=MOST, required=False, default=10)
    reading_only = serializers.BooleanField(
        required=False, default=False, help_text="The reading alone: needs neither place nor index."
    )

    def validate_text(self, text: str) -> str:
        if not text.strip():
            raise serializers.ValidationError("Send what was said or noted: a few words will do.")
        return text


class MatchView(APIView):
    authentication_classes = [WorkerToken]
    permission_classes = [HasToken]
    throttle_classes = [TokenThrottle]

    @extend_schema(request=MatchSerializer, responses=MatchAnswerSerializer)
    def post(self, request: Request) -> Response:
        """What was understood of the text, and what is near that would suit."""
        asked = MatchSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        given = asked.validated_data
        if given["reading_only"]:
            return _told({"reading": as_data(understand(given["text"], vocabulary()))})
        question = Question(text=given["text"], near=_point(given["near"]), wishes=Wishes(), limit=given["limit"])
        now = timezone.localtime()
        try:
            answer = whole_answer(question, viewer=PUBLIC, now=now)
        except EngineUnavailable as problem:
            raise SearchUnavailable from problem
        return _told(answer.told)


def _point(near: str) -> Point | None:
    if not near.strip():
        return None
    place = place_of(near)
    if not isinstance(place, Found):
        raise ValidationError({"near": [str(place)]})
    return Point(place.lat, place.lon)


def _told(body: dict[str, Any]) -> Response:
    return Response(body, headers={"Cache-Control": "no-store, private"})
