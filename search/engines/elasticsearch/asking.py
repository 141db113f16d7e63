"""Asking the server: one place where bodies are sent and answers are taken.

Invariant: an answer that is not complete raises EngineUnavailable. The same question goes to the same copy of each
shard, so that two pages of it cannot differ by what one copy has not tidied away.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import blake2b
from typing import Any

from elasticsearch import Elasticsearch

from search.engines.elasticsearch import bodies
from search.engines.elasticsearch.options import Options
from search.engines.elasticsearch.trouble import complete, said_plainly

Answer = Mapping[str, Any]


class Asking:
    """Questions to one client."""

    def __init__(self, client: Elasticsearch, options: Options) -> None:
        self._client = client
        self._patient = client.options(request_timeout=options.write_seconds)
        # Word statistics of all shards together: with one shard they are so anyway.
        self._search_type = "dfs_query_then_fetch" if options.shards > 1 else "query_then_fetch"
        self._timeout = f"{round(options.search_seconds * 1000)}ms"

    def ask(self, index: str, body: bodies.Body, *, like: bodies.Body | None = None) -> Answer:
        """One answer to one body. `like`: the query whose copies answer it, where it is not its own."""
        with said_plainly():
            return complete(
                self._client.search(
                    index=index,
                    search_type=self._search_type,
                    preference=_copy_for(like or body["query"]),
                    allow_partial_search_results=False,
                    timeout=self._timeout,
                    **_spelt(body),
                ).body
            )

    def count(self, index: str, body: bodies.Body) -> int:
        with said_plainly():
            return int(complete(self._client.count(index=index, **body).body)["count"])

    def deep(self, index: str, body: bodies.Body, wanted: int, offset: int) -> tuple[list[Answer], int]:
        """Hits from any depth, and how many match: walked to from page to page of one point in time."""
        hits: list[Answer] = []
        total, passed, after = 0, 0, None
        with self._point(index) as point:
            while passed < offset + wanted:
                size = min(bodies.MOST_HITS, offset + wanted - passed)
                answer = self._page(bodies.deeper(body, point, size, after))
                total = answer["hits"].get("total", {}).get("value", total)
                found = answer["hits"]["hits"]
                hits += found[max(0, offset - passed) :]
                passed += len(found)
                if len(found) < size:
                    break
                after = found[-1]["sort"]
        return hits, total

    def everything(self, index: str) -> Iterator[Answer]:
        """Every hit, by asset id."""
        after = None
        with self._point(index) as point:
            while True:
                found = self._page(bodies.everything(point, after))["hits"]["hits"]
                yield from found
                if len(found) < bodies.MOST_HITS:
                    return
                after = found[-1]["sort"]

    def _page(self, body: bodies.Body) -> Answer:
        with said_plainly():
            return complete(
                self._patient.search(
                    search_type=self._search_type, allow_partial_search_results=False, **_spelt(body)
                ).body
            )

    @contextmanager
    def _point(self, index: str) -> Iterator[str]:
        with said_plainly():
            point = self._patient.open_point_in_time(index=index, keep_alive=bodies.KEEP)["id"]
        try:
            yield point
        finally:
            with said_plainly():
                self._patient.close_point_in_time(id=point)


def _spelt(body: bodies.Body) -> dict[str, Any]:
    """The client has a name of its own for what Python keeps for itself."""
    return {{"from": "from_", "_source": "source"}.get(name, name): value for name, value in body.items()}


def _copy_for(query: bodies.Body) -> str:
    """A name for the copies that answer a question: the same for the same question, whose body is always built in one
    order. It tells nothing of its words."""
    return blake2b(json.dumps(query).encode(), digest_size=4).hexdigest()
