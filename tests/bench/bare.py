"""The bare query: what somebody who knows Elasticsearch would write first, as a yardstick for our engine.

Words as typed in one `match`, the same filters, the circle, four plain aggregations of ten values each, 200 ids, the
total; for nearest the order by distance. Asked of our own index. Invariant: one request, nothing widened by the
vocabulary, no facet counted without its own choice.
"""

from typing import Any

from django.conf import settings

from search.engines import get_engine
from search.engines.elasticsearch.options import Options
from search.questions import Question
from search.stems import stem, words
from search.types import Order
from tests.bench.choice import PATIENT_SECONDS
from tests.bench.draw import Drawn
from tests.bench.ours import FACETS
from tests.bench.timing import Measured, one_by_one

FIELDS = {"interest": "topic"}
WANTED = 200


def bare_row(drawn: Drawn) -> Measured:
    """One row; there is none for suggestions."""
    client = Options.from_settings(settings).client().options(request_timeout=PATIENT_SECONDS)
    index = get_engine().live_generation()

    def ask(body: dict[str, Any]) -> int:
        return int(client.search(index=index, **body)["hits"]["total"]["value"])

    asked = [body(question) for question in drawn.questions()]
    try:
        return one_by_one(f"bare query: {drawn.name}", ask, asked)
    finally:
        client.close()


def body(question: Question) -> dict[str, Any]:
    """The request, as the client takes it."""
    stems = " ".join(stem(word) for word in words(question.text))
    must = [{"match": {"text": stems}}] if stems else []
    return {
        "query": {"bool": {"must": must, "filter": [*_choices(question), *_circle(question)]}},
        "sort": _order(question),
        "size": WANTED,
        "source": False,
        "track_total_hits": True,
        "aggs": {name: {"terms": {"field": FIELDS.get(name, name)}} for name in FACETS},
    }


def _choices(question: Question) -> list[dict[str, Any]]:
    fields = {
        "kind": question.kinds,
        "cost": question.costs,
        "day": question.days,
        "part": question.parts,
        "access": question.access,
    }
    return [{"terms": {field: sorted(chosen)}} for field, chosen in fields.items() if chosen]


def _circle(question: Question) -> list[dict[str, Any]]:
    if question.near is None or question.radius_m is None:
        return []
    at = {"lat": question.near.lat, "lon": question.near.lon}
    return [{"geo_distance": {"distance": f"{question.radius_m}m", "place": at}}]


def _order(question: Question) -> list[Any]:
    if question.near is None or question.order is not Order.NEAREST:
        return ["_score"]
    return [{"_geo_distance": {"place": {"lat": question.near.lat, "lon": question.near.lon}, "order": "asc"}}]
