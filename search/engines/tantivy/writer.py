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
from search.engines.tantivy.reader import Snapshot, opened
from search.engines.tantivy.schema import MARKER, as_tantivy, marker, prepared, schema
from search.types import AssetDocument

HEAP_BYTES = 64_000_000
BUSY = "Another process is writing the search index. Wait until it is done, then try again."
FAILED = "The search index could not be written. See that the disk has room and may be written, then try again."


def write(generation: str, path: Path, documents: Sequence[AssetDocument], deleted: Collection[int]) -> None:
    """Add or replace documents and drop ids, in one commit. Raises EngineUnavailable: busy, damaged or no room."""
    latest = {document.asset_id: document for document in documents}
    with _writer(path) as writer:
        before = opened(generation, path)
        sequence = _save_columns(path, before, latest.values(), deleted)
        # By query: `delete_documents_by_term` reads a Python int as signed and finds nothing (tantivy 0.27).
        writer.delete_documents_by_query(tantivy.Query.term_set_query(schema(), "asset_id", [*{*deleted, *latest}]))
        for document in latest.values():
            writer.add_document(as_tantivy(document))
        writer.delete_documents_by_term("marker", MARKER)
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
    index = prepared(_index(path))
    try:
        writer = index.writer(heap_size=HEAP_BYTES, num_threads=1)
    except ValueError as error:
        raise EngineUnavailable(BUSY if "lock" in str(error).lower() else FAILED) from error
    try:
        yield writer
    except (OSError, ValueError) as error:
        raise EngineUnavailable(FAILED) from error
    finally:
        writer.wait_merging_threads()


def _index(path: Path) -> tantivy.Index:
    try:
        return tantivy.Index.open(str(path))
    except (OSError, ValueError) as error:
        raise EngineUnavailable("The search index cannot be read. Run manage.py search_rebuild.") from error
