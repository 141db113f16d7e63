"""`/api/interests` and `/api/interests/{code}`: the vocabulary for others to use, in SKOS.

JSON-LD, or Turtle where that is asked for (`Accept: text/turtle`, or `?format=turtle`). Invariant: what is not live is
not told; a concept's address is its name for the world and never changes, as its code does not.
"""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.request import Request
from rest_framework.views import APIView

from cms.models import Interest, InterestRelation
from cms.vocabulary import skos

TURTLE, JSON_LD = "text/turtle", "application/ld+json"
TITLE = "Interests: what people love, do and can give"
FORMAT = OpenApiParameter("format", str, description="turtle or json-ld", enum=["turtle", "json-ld"])
_ANSWERS = {(200, JSON_LD): OpenApiTypes.STR, (200, TURTLE): OpenApiTypes.STR}


class AsAsked(BaseContentNegotiation):
    """Leaves the choice of form to the view: the framework knows neither JSON-LD nor Turtle."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        return parsers[0]

    def select_renderer(self, request: Request, renderers: Any, format_suffix: Any = None) -> Any:
        return renderers[0], renderers[0].media_type


class InterestsView(APIView):
    """The whole vocabulary: a SKOS concept scheme and its concepts."""

    content_negotiation_class = AsAsked

    @extend_schema(operation_id="interests_list", parameters=[FORMAT], responses=_ANSWERS)
    def get(self, request: Request) -> HttpResponse:
        return _answer(request, _all(), whole=True)


class InterestView(APIView):
    """One concept, by its code."""

    content_negotiation_class = AsAsked

    @extend_schema(parameters=[FORMAT], responses=_ANSWERS)
    def get(self, request: Request, code: str) -> HttpResponse:
        found = [concept for concept in _all() if concept.code == code]
        if not found:
            raise Http404
        return _answer(request, found, whole=False)


def _all() -> list[skos.Concept]:
    labels = {
        row.code: (row.label, tuple(row.alternatives), (*row.everyday, *row.alone), _addresses(row.exact_match))
        for row in Interest.objects.filter(live=True).order_by("label", "code")
    }
    edges = InterestRelation.objects.filter(source__live=True, target__live=True)
    return list(skos.concepts(labels, edges.values_list("source__code", "kind", "target__code")))


def _addresses(lines: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines.splitlines() if line.strip().startswith(("http://", "https://")))


def _answer(request: Request, shown: list[skos.Concept], *, whole: bool) -> HttpResponse:
    turtle = _wants_turtle(request)
    scheme = f"{settings.CONNECTOR_BASE_URL}/api/interests"
    written = (skos.as_turtle if turtle else skos.as_json_ld)(shown, scheme=scheme, title=TITLE, whole=whole)
    answer = HttpResponse(written, content_type=f"{TURTLE if turtle else JSON_LD}; charset=utf-8")
    answer["Vary"] = "Accept"
    return answer


def _wants_turtle(request: Request) -> bool:
    asked = request.query_params.get("format")
    return asked == "turtle" if asked else TURTLE in request.headers.get("Accept", "")
