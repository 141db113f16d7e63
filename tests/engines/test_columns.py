"""The arrays beside the index: after any writes as if made from the last documents, on the disk as in memory."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engines.tantivy import columns_file
from search.engines.tantivy.columns import CODED, EMPTY, PLAIN, RAGGED, Columns, columns_of, updated
from tests.engines.contract import drawn
from tests.engines.requests import DOCUMENTS
from tests.examples import examples

WRITES = st.lists(
    st.tuples(
        st.lists(st.sampled_from(DOCUMENTS), max_size=6),
        st.lists(st.sampled_from([document.asset_id for document in DOCUMENTS]), max_size=6),
        st.booleans(),
    ),
    max_size=6,
)


def plainly(columns: Columns) -> list[dict[str, object]]:
    """Every row with the names behind its codes."""
    rows = [{name: getattr(columns, name)[row].item() for name in PLAIN} for row in range(len(columns))]
    for row, values in enumerate(rows):
        values["kinds"] = columns.names[columns.kinds[row]]
        for name in RAGGED:
            ragged = getattr(columns, name)
            found = ragged.values[ragged.owners == row].tolist()
            values[name] = [columns.names[code] for code in found] if name in CODED else found
    return rows


@given(writes=WRITES)
@settings(drawn, max_examples=examples(60))
def test_writes_end_as_if_made_at_once(writes: list) -> None:
    columns, kept = EMPTY, {}
    for documents, deleted, free in writes:
        written = [replace(document, free=free, fresh_on=5 if free else None) for document in documents]
        columns = updated(columns, written, deleted)
        kept = {key: value for key, value in kept.items() if key not in deleted}
        kept |= {document.asset_id: document for document in written}
    assert plainly(columns) == plainly(columns_of(kept.values()))
    assert columns.ids.tolist() == sorted(kept)


def test_a_file_gives_back_what_was_saved(tmp_path: Path) -> None:
    columns = columns_of(DOCUMENTS)
    columns_file.save(tmp_path, 7, columns)
    assert plainly(columns_file.load(tmp_path, 7)) == plainly(columns)
    assert [path.name for path in tmp_path.iterdir()] == ["columns-7.npz"]


def test_sequence_nought_is_empty(tmp_path: Path) -> None:
    assert len(columns_file.load(tmp_path, 0)) == 0


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        columns_file.load(tmp_path, 3)


def test_rows_are_found_by_id() -> None:
    columns = columns_of(DOCUMENTS)
    asked = np.array([DOCUMENTS[5].asset_id, 999_999_999, -4, DOCUMENTS[0].asset_id])
    rows = columns.rows_of(asked)
    assert columns.ids[rows[[0, 3]]].tolist() == [DOCUMENTS[5].asset_id, DOCUMENTS[0].asset_id]
    assert rows[[1, 2]].tolist() == [-1, -1]
    assert EMPTY.rows_of(asked).tolist() == [-1] * 4
