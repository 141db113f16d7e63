"""Meetings of a listing, nested or flattened to weekly slots: which is quicker on a genuine server, and smaller.

`ELASTICSEARCH_URL=… python -m tests.measuring.session_layouts [LISTINGS]`. Listings are drawn: none to four meetings a
week, each free or not, and a point. Asked: "Tuesday afternoon and free at the *same* meeting", with and without a
circle, and the number of listings on each day at that time. Invariant: both layouts answer the same, or nothing is
told.
"""

import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import bulk

from search.types import DAYS, PARTS

ROUNDS = 200
PREFIX = "connector-measuring"
Body = dict[str, Any]


def listings(many: int) -> Iterator[tuple[Body, list[tuple[str, str, bool]]]]:
    """A point, and the meetings: day, part of the day, free."""
    draw = random.Random(20261129)
    for _ in range(many):
        place = {"lat": 53.4 + draw.gauss(0, 0.2), "lon": -2.3 + draw.gauss(0, 0.3)}
        meetings = [(draw.choice(DAYS), draw.choice(PARTS), draw.random() < 0.4) for _ in range(draw.randrange(5))]
        yield {"place": place}, meetings


class Flat:
    """`slot` holds "tue-afternoon", `free_slot` those that cost nothing: one word an answer."""

    name = "flattened slots"
    fields: Body = {"slot": {"type": "keyword"}, "free_slot": {"type": "keyword"}}

    def document(self, meetings: list[tuple[str, str, bool]]) -> Body:
        slots = {f"{day}-{part}" for day, part, _ in meetings}
        return {"slot": sorted(slots), "free_slot": sorted({f"{day}-{part}" for day, part, free in meetings if free})}

    def meeting(self, day: str, part: str) -> Body:
        return {"term": {"free_slot": f"{day}-{part}"}}

    def days(self, part: str) -> Body:
        named = {day: self.meeting(day, part) for day in DAYS}
        return {"days": {"filters": {"filters": named}}}

    def counted(self, answer: Body) -> dict[str, int]:
        return {day: bucket["doc_count"] for day, bucket in answer["days"]["buckets"].items()}


class Nested:
    """`session` holds each meeting as a document of its own beside the listing."""

    name = "nested sessions"
    fields: Body = {
        "session": {
            "type": "nested",
            "properties": {"day": {"type": "keyword"}, "part": {"type": "keyword"}, "free": {"type": "boolean"}},
        }
    }

    def document(self, meetings: list[tuple[str, str, bool]]) -> Body:
        return {"session": [{"day": day, "part": part, "free": free} for day, part, free in meetings]}

    def meeting(self, day: str, part: str) -> Body:
        same = [{"term": {"session.day": day}}, *self._at(part)]
        return {"nested": {"path": "session", "query": {"bool": {"filter": same}}}}

    def days(self, part: str) -> Body:
        back: Body = {
            "day": {"terms": {"field": "session.day", "size": 7}, "aggs": {"listings": {"reverse_nested": {}}}}
        }
        at = {"at": {"filter": {"bool": {"filter": self._at(part)}}, "aggs": back}}
        return {"days": {"nested": {"path": "session"}, "aggs": at}}

    def counted(self, answer: Body) -> dict[str, int]:
        return {each["key"]: each["listings"]["doc_count"] for each in answer["days"]["at"]["day"]["buckets"]}

    def _at(self, part: str) -> list[Body]:
        return [{"term": {"session.part": part}}, {"term": {"session.free": True}}]


Layout = Flat | Nested


def fill(client: Elasticsearch, layout: Layout, many: int) -> tuple[str, str, str]:
    """Name of the index; listings a second; megabytes."""
    index = f"{PREFIX}-{'flat' if isinstance(layout, Flat) else 'nested'}"
    client.indices.delete(index=index, ignore_unavailable=True)
    settings = {
        "number_of_shards": 1,
        "number_of_replicas": 0,
        "refresh_interval": "-1",
        "requests.cache.enable": False,
    }
    fields = {"place": {"type": "geo_point"}, **layout.fields}
    client.indices.create(
        index=index, settings=settings, mappings={"_source": {"enabled": False}, "properties": fields}
    )
    began = time.perf_counter()
    made = ({"_index": index, **place, **layout.document(meetings)} for place, meetings in listings(many))
    bulk(client, made, chunk_size=1_000)
    client.indices.refresh(index=index)
    rate = many / (time.perf_counter() - began)
    client.indices.forcemerge(index=index, max_num_segments=1)
    size = client.indices.stats(index=index, metric="store")["_all"]["primaries"]["store"]["size_in_bytes"]
    return index, f"{rate:,.0f}", f"{size / 2**20:.1f}"


def questions(layout: Layout) -> dict[str, Callable[[random.Random], Body]]:
    """Bodies of one kind each, drawn alike for both layouts."""

    def found(draw: random.Random) -> Body:
        return {"query": {"bool": {"filter": [layout.meeting(draw.choice(DAYS), draw.choice(PARTS))]}}}

    def near(draw: random.Random) -> Body:
        at = {"lat": 53.4 + draw.gauss(0, 0.1), "lon": -2.3 + draw.gauss(0, 0.1)}
        body = found(draw)
        body["query"]["bool"]["filter"].append({"geo_distance": {"distance": "5km", "place": at}})
        return body

    def counted(draw: random.Random) -> Body:
        return {"query": {"match_all": {}}, "aggs": layout.days(draw.choice(PARTS))}

    return {"same meeting": found, "same meeting within 5 km": near, "listings on each day at a time": counted}


def measured(client: Elasticsearch, many: int) -> list[list[str]]:
    """Rows: layout, listings a second, MB, then median and p95 of each question. Raises AssertionError where they
    differ."""
    layouts: list[Layout] = [Flat(), Nested()]
    filled = [fill(client, layout, many) for layout in layouts]
    times: dict[tuple[str, str], list[float]] = {}
    for name in questions(layouts[0]):
        draws = [random.Random(name), random.Random(name)]
        for round_ in range(ROUNDS + 20):
            answers = []
            for layout, (index, *_), draw in zip(layouts, filled, draws, strict=True):
                body = questions(layout)[name](draw)
                began = time.perf_counter()
                told = client.search(index=index, size=0, track_total_hits=True, request_cache=False, **body)
                if round_ >= 20:  # the first ones warm it up
                    times.setdefault((layout.name, name), []).append((time.perf_counter() - began) * 1000)
                counts = layout.counted(told["aggregations"]) if "aggregations" in told else {}
                answers.append((told["hits"]["total"]["value"], counts))
            assert answers[0] == answers[1], f"{name}: {answers}"
    return [
        [layout.name, rate, size, *(_pair(times[layout.name, name]) for name in questions(layout))]
        for layout, (_, rate, size) in zip(layouts, filled, strict=True)
    ]


def _pair(found: list[float]) -> str:
    return f"{median(found):.1f} / {sorted(found)[int(0.95 * len(found))]:.1f}"


def main() -> None:
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    client = Elasticsearch(os.environ.get("ELASTICSEARCH_URL", "http://127.0.0.1:9200"), request_timeout=120)
    try:
        rows = measured(client, many)
        head = ["layout", "listings/s", "MB", *(f"{name}, ms median / p95" for name in questions(Flat()))]
        for row in [head, ["---"] * len(head), *rows]:
            print("| " + " | ".join(row) + " |")
    finally:
        for index in client.indices.get(index=f"{PREFIX}-*"):
            client.indices.delete(index=index)
        client.close()


if __name__ == "__main__":
    main()
