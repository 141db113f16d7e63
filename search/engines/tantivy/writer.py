"""Writing a batch into one generation.

Invariant: columns are on the disk before the commit that names them, so that a process killed at any moment leaves the
commit before it. Only one process writes at a time; the lock is freed whatever happens.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import tantivy

from search.engines.base import EngineUnavailable
from search.engines.tantivy import columns_file
from search.engines.tantivy.columns import updated
from search.engines.tantivy.query import marker_query, one_of
from search.engines.tantivy.reader import opened
from search.engines.tantivy.schema import as_tantivy, marker, prepared
from search.engines.tantivy.snapshot import Snapshot
from search.engines.tantivy.trouble import BUSY, DAMAGED, FAILED, said_as
from search.types import AssetDocument

HEAP_BYTES = 64_000_000


def write(generation: str, path: Path, documents: Sequence[AssetDocument], deleted: Collection[int]) -> None:
    """Add or replace documents and drop ids, in one commit. Raises EngineUnavailable: busy, damaged or no room."""
    latest = {document.asset_id: document for document in documents}
    prepared_documents = [as_tantivy(document) for document in latest.values()]
    with _writer(path) as writer:
        sequence = _save_columns(path, opened(generation, path), latest.values(), deleted)
        # By query: `delete_documents_by_term` reads a Python int as signed and finds nothing (tantivy 0.27).
        writer.delete_documents_by_query(one_of("key", [str(asset_id) for asset_id in {*deleted, *latest}]))
        writer.delete_documents_by_query(marker_query())
        for document in prepared_documents:
            writer.add_document(document)
        writer.add_document(marker(sequence))
        writer.commit()
    columns_file.tidy(path, sequence)


def _save_columns(path: Path, before: Snapshot, documents: Collection[AssetDocument], deleted: Collection[int]) -> int:
    sequence = before.sequence + 1
    columns_file.save(path, sequence, updated(before.columns, documents, deleted))
    return sequence


@contextmanager
def _writer(path: Path) -> Iterator[tantivy.IndexWriter]:
    """tantivy's one writer: the lock is taken here and given back after the block."""
    with said_as(DAMAGED):
        index = prepared(tantivy.Index.open(str(path)))
    with said_as(FAILED):
        try:
            writer = index.writer(heap_size=HEAP_BYTES, num_threads=1)
        except ValueError as error:
            if "LockBusy" in str(error):
                raise EngineUnavailable(BUSY) from error
            raise
        try:
            yield writer
        finally:
            writer.wait_merging_threads()
