"""Writing a batch into one generation.

Invariant: doing it twice gives the same state, since a listing's id is its document's. What the server has no room for
now is sent again, ever more slowly, and then raises; what it refuses for good is told, one document at a time.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from search.engines.base import EngineUnavailable, Rejected
from search.engines.elasticsearch.listing import as_elasticsearch
from search.engines.elasticsearch.trouble import NO_INDEX, NO_ROOM, SENTENCES
from search.types import AssetDocument

AT_ONCE = 500
MOST_BYTES = 8 * 1024 * 1024
# Of the document itself: cannot be read by the mapping, too large.
REFUSED_FOR_GOOD = frozenset({400, 413})
TRIES, FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 5, 0.5, 5.0


def write(client: Elasticsearch, alias: str, actions: Iterable[dict[str, Any]]) -> tuple[Rejected, ...]:
    """Do these one after another. What the server will not take, with its reason. Raises as the client does, and
    EngineUnavailable where there is no such index or the server still has no room."""
    answers = streaming_bulk(
        client,
        actions,
        index=alias,
        require_alias=True,
        chunk_size=AT_ONCE,
        max_chunk_bytes=MOST_BYTES,
        max_retries=TRIES,
        initial_backoff=FIRST_WAIT_SECONDS,
        max_backoff=LONGEST_WAIT_SECONDS,
        raise_on_error=False,
    )
    failed = [answer for fine, answer in answers if not fine]
    return tuple(rejected for answer in failed for rejected in _rejected(answer))


def _rejected(answer: Mapping[str, Any]) -> Iterator[Rejected]:
    """What one answer that is not fine means: nothing, a document refused for good, or no room now."""
    (verb, told), *_ = answer.items()
    status, error = int(told["status"]), told.get("error") or {}
    kind = str(error.get("type", "")) if isinstance(error, Mapping) else str(error)
    if kind == "index_not_found_exception":
        raise EngineUnavailable(NO_INDEX)
    if verb == "delete" and status == 404:
        return
    if status not in REFUSED_FOR_GOOD:
        # Nothing is wrong with the document: the whole batch waits in the log.
        raise EngineUnavailable(SENTENCES.get(status, NO_ROOM))
    yield Rejected(int(told["_id"]), kind)


def laid_out(documents: Iterable[AssetDocument], deleted: Collection[int]) -> Iterator[dict[str, Any]]:
    """Ids to drop, then documents to add or replace, as the bulk helper reads them."""
    latest = {document.asset_id: document for document in documents}
    for asset_id in sorted(set(deleted) - latest.keys()):
        yield {"_op_type": "delete", "_id": str(asset_id)}
    for asset_id, document in latest.items():
        yield {"_op_type": "index", "_id": str(asset_id), "_source": as_elasticsearch(document)}
