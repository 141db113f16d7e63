"""The peers that live in Elasticsearch: their index beside ours, and their searches. Outpost (Mongo) and LocalGov
Drupal (a database) are asked there too, with their scores written out as scripts.

Invariant: 200 ids and the total each, with the facets that the peer itself counts.
"""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any, Self

from django.conf import settings
from elasticsearch import ConnectionTimeout, Elasticsearch
from elasticsearch.helpers import bulk

from search.engines.elasticsearch.options import Options
from search.questions import Question
from search.types import Order
from tests.bench.peers import documents, queries
from tests.bench.peers.peer import Answer, Peer
from tests.bench.peers.ranks import mixed
from tests.bench.timing import ONE_REQUEST_SECONDS, BrokenOff

WANTED = 200
MOST_FACETS = 2_000
_ALISS_FACETS = {"cat_agg": "category.whole", "who_agg": "audience.whole", "acc_agg": "access.whole"}


class PeerServer(AbstractContextManager["PeerServer"]):
    """The index of the peers; gone at the end."""

    def __init__(self) -> None:
        options = Options.from_settings(settings)
        self._client: Elasticsearch = options.client().options(request_timeout=ONE_REQUEST_SECONDS)
        self._patient = self._client.options(request_timeout=120)
        self._index = f"{options.prefix}-peers"

    def __enter__(self) -> Self:
        self._drop()
        self._patient.indices.create(index=self._index, settings=documents.settings(), mappings=documents.mapping())
        return self

    def __exit__(self, *problem: object) -> None:
        self._drop()
        self._client.close()

    def fill(self, given: Iterable[dict[str, Any]]) -> None:
        """The listings, as `peer_document` makes them."""
        actions = ({"_index": self._index, "_id": str(each["asset_id"]), "_source": each} for each in given)
        bulk(self._patient, actions, chunk_size=500)
        self._patient.indices.refresh(index=self._index)

    def peers(self) -> list[Peer]:
        """Each with the lines that tell how it searches."""
        return [
            Peer("ALISS 2021, best match", "C1, 173-190", self._django, lambda asked: asked.near is not None),
            Peer("ALISS 2021, words alone", "C1, 173-190", self._django_words, lambda asked: asked.near is None),
            Peer("ALISS 2024, by relevance", "C2, 193-208", self._net_by_relevance),
            Peer("ALISS 2024, as it opens", "C2, 208", self._net_as_it_opens),
            Peer("Outpost", "C4, 218-232", self._outpost),
            Peer("LocalGov Drupal", "C5, 236", self._drupal),
        ]

    def _django(self, asked: Question) -> Answer:
        query = queries.aliss_django(asked)
        far = queries.by_distance(asked.near)
        if not asked.text or asked.order is Order.NEAREST:
            return self._ask(query, [far, "_score"])
        near_first, total = self._ask(query, [far, "_score"], size=queries.MOST_MIXED)
        best_first, _ = self._ask(query, ["_score"], size=queries.MOST_MIXED)
        return mixed(near_first, best_first)[:WANTED], total

    def _django_words(self, asked: Question) -> Answer:
        return self._ask(queries.aliss_django(asked), ["_score"])

    def _net_by_relevance(self, asked: Question) -> Answer:
        far = [queries.by_distance(asked.near)] if asked.near else []
        first = far if asked.order is Order.NEAREST else ["_score", *far]
        return self._ask(queries.aliss_net(asked), [*first, "slug"], _ALISS_FACETS)

    def _net_as_it_opens(self, asked: Question) -> Answer:
        first = "location_score" if asked.near else "_score"
        return self._ask(queries.aliss_net(asked), [first], _ALISS_FACETS)

    def _outpost(self, asked: Question) -> Answer:
        return self._ask(queries.outpost(asked), [queries.by_distance(asked.near) if asked.near else "_score"])

    def _drupal(self, asked: Question) -> Answer:
        far = [queries.by_distance(asked.near)] if asked.near else []
        return self._ask(queries.drupal(asked), [*far, "_score", "slug"], {"category": "category.whole"})

    def _ask(self, query: Any, sort: list[Any], facets: dict[str, str] | None = None, size: int = WANTED) -> Answer:
        counted = {name: {"terms": {"field": field, "size": MOST_FACETS}} for name, field in (facets or {}).items()}
        try:
            found = self._client.search(
                index=self._index,
                query=query,
                sort=sort,
                size=size,
                source=False,
                docvalue_fields=["asset_id"],
                track_total_hits=True,
                aggs=counted,
            )["hits"]
        except ConnectionTimeout as problem:
            raise BrokenOff from problem
        return [hit["fields"]["asset_id"][0] for hit in found["hits"]], found["total"]["value"]

    def _drop(self) -> None:
        self._patient.indices.delete(index=self._index, ignore_unavailable=True)
