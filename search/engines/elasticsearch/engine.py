"""The council's engine: a server or a cluster answers, and all hosts share it.

Invariant: bodies are built and answers are read by pure modules; here they are only sent. Nothing is kept between two
searches but words that are known to stand in the index.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple, Self

from elasticsearch import Elasticsearch

from search.engines.base import Rejected
from search.engines.elasticsearch import bodies
from search.engines.elasticsearch.asking import Asking
from search.engines.elasticsearch.counting import along, counted, counts
from search.engines.elasticsearch.generations import Generations
from search.engines.elasticsearch.options import Options
from search.engines.elasticsearch.trouble import said_plainly, shown
from search.engines.elasticsearch.writer import laid_out, write
from search.engines.facets import Counts, Facets
from search.engines.layout import GAP
from search.engines.matching import order_of
from search.engines.spelling import by_length, most_frequent, near_words, slips
from search.types import NOTHING, AssetDocument, Candidates, Order, SearchRequest

# Longer ones are no slips of a finger, and their patterns would be dear.
LONGEST_MISSPELT = 40
_MOST_KNOWN = 50_000


class _Page(NamedTuple):
    ids: tuple[int, ...]
    total: int
    found_in: str
    counts: Counts = NOTHING


class ElasticsearchEngine:
    """One prefix of one cluster."""

    name = "elasticsearch"
    # All hosts read and write the same index: one of them follows the changes for all.
    shared = True

    def __init__(self, options: Options) -> None:
        self._options = options
        self._known: dict[str, int] = {}

    @classmethod
    def from_settings(cls, settings: Any) -> Self:
        return cls(Options.from_settings(settings))

    def search(
        self,
        request: SearchRequest,
        *,
        now: int,
        wanted: int = 200,
        offset: int = 0,
        counting: Collection[str] = (),
    ) -> Candidates:
        page = self._ids(request, now, wanted, offset, counting)
        counts = Facets(lambda groups: self._counts(request, groups, now), known=page.counts)
        return Candidates(page.ids, page.total, counts, generation=page.found_in)

    def suggest(self, prefix: str, *, limit: int = 8) -> tuple[str, ...]:
        body = bodies.names(prefix, limit)
        if body is None:
            return ()
        answer = self._asking.ask(self._read, body)
        with said_plainly():
            return tuple(bodies.name_of(hit["sort"][1]) for hit in answer["hits"]["hits"])

    def spellings(self, word: str, *, limit: int = 5) -> tuple[tuple[str, int], ...]:
        if len(word) > LONGEST_MISSPELT:
            return ()
        answer = self._asking.ask(self._read, bodies.near_words(word, slips(word)))
        with said_plainly():
            found = {bucket["key"]: int(bucket["doc_count"]) for bucket in answer["aggregations"]["near"]["buckets"]}
        return most_frequent(((near, found[near]) for near in near_words(word, by_length(found))), limit)

    def holds(self, stem: str) -> int:
        if stem == GAP:
            return 0
        if stem not in self._known:
            count = self._asking.count(self._read, bodies.holding(stem))
            if not count or len(self._known) >= _MOST_KNOWN:
                return count  # another process may write the word at any moment
            self._known[stem] = count
        return self._known[stem]

    def write(
        self, documents: Sequence[AssetDocument], deleted: Collection[int] = (), *, generation: str | None = None
    ) -> tuple[Rejected, ...]:
        alias = self._generations.filling(generation)
        self._known = {}
        # Here, where a mistake of ours is not taken for an answer of the server.
        actions = list(laid_out(documents, deleted))
        with said_plainly():
            rejected = write(self._patient, alias, actions)
            if generation is None:
                shown(self._patient.indices.refresh(index=alias).body)
        return rejected

    def digests(self, *, generation: str | None = None) -> Iterator[tuple[int, str]]:
        index = self._generations.index(generation)
        with said_plainly():
            self._patient.indices.refresh(index=index)
        for hit in self._asking.everything(index):
            yield int(hit["sort"][0]), str(hit.get("fields", {}).get("digest", [""])[0])

    def live_generation(self) -> str | None:
        return self._generations.live()

    def start_generation(self) -> str:
        return self._generations.start()

    def has_generation(self, generation: str) -> bool:
        return self._generations.has(generation)

    def promote(self, generation: str) -> None:
        self._known = {}
        self._generations.promote(generation)

    def refresh(self) -> None:
        """Every search asks the server: there is nothing older here to put away."""

    # How ids are had

    def _ids(self, request: SearchRequest, now: int, wanted: int, offset: int, counting: Collection[str]) -> _Page:
        if order_of(request) is Order.SOONEST:
            return self._soonest(request, now, wanted, offset)
        body = bodies.candidates(request, now=now, size=wanted, offset=offset)
        if not counting or offset + wanted > bodies.MOST_HITS:
            return self._page(body, wanted, offset)
        answer = self._asking.ask(self._read, body | along(request, counting, now), like=body["query"])
        with said_plainly():
            total = answer["hits"]["total"]["value"]
            return _page_of(answer["hits"]["hits"], total, body)._replace(counts=counted(answer, request, counting))

    def _soonest(self, request: SearchRequest, now: int, wanted: int, offset: int) -> _Page:
        """The order by next start costs a little for each listing: made among those that start soon if enough do."""
        answer = self._asking.ask(self._read, bodies.starting(request, now))
        with said_plainly():
            total = int(answer["hits"]["total"]["value"])
            spans: Mapping[str, Any] = answer["aggregations"]["starting"]["buckets"]
            enough = [ahead for ahead in bodies.AHEAD if spans[str(ahead)]["doc_count"] >= offset + wanted]
        until = now + enough[0] if enough else None
        body = bodies.candidates(request, now=now, size=wanted, offset=offset, until=until)
        return self._page(body, wanted, offset)._replace(total=total)

    def _page(self, body: bodies.Body, wanted: int, offset: int) -> _Page:
        if offset + wanted > bodies.MOST_HITS:
            hits, total = self._asking.deep(self._read, body, wanted, offset)
        else:
            found = self._asking.ask(self._read, body)["hits"]
            hits, total = found["hits"], found.get("total", {}).get("value", 0)
        with said_plainly():
            return _page_of(hits, total, body)

    def _counts(self, request: SearchRequest, groups: Collection[str], now: int) -> Mapping[str, Mapping[str, int]]:
        answer = self._asking.ask(self._read, counts(request, groups, now))
        with said_plainly():
            return counted(answer, request, groups)

    # What is made once

    @property
    def _read(self) -> str:
        return self._generations.read

    @cached_property
    def _client(self) -> Elasticsearch:
        return self._options.client()

    @cached_property
    def _patient(self) -> Elasticsearch:
        return self._client.options(request_timeout=self._options.write_seconds)

    @cached_property
    def _asking(self) -> Asking:
        return Asking(self._client, self._options)

    @cached_property
    def _generations(self) -> Generations:
        return Generations(self._client, self._options)


def _page_of(hits: Sequence[Any], total: int, body: bodies.Body) -> _Page:
    """The ids in an answer to a body."""
    # The server may put a number of its own after what it was asked to sort by.
    last = len(body["sort"]) - 1
    found_in = str(hits[0]["_index"]) if hits else ""
    return _Page(tuple(int(hit["sort"][last]) for hit in hits), int(total), found_in)
