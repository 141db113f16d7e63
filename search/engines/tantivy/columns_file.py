"""Columns as a file beside the index: one numpy archive for each commit, named by its sequence number.

Invariant: a file appears whole or not at all, and is never changed.
"""

import os
from pathlib import Path
from typing import Any

import numpy as np

from search.engines.tantivy.columns import EMPTY, PLAIN, RAGGED, Columns, Ragged

KEPT = 2


def load(folder: Path, sequence: int) -> Columns:
    """The columns of a commit; sequence 0 is an index without listings. What is damaged raises as numpy does."""
    if sequence == 0:
        return EMPTY
    with _path(folder, sequence).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        columns: dict[str, Any] = {name: arrays[name] for name in PLAIN}
        columns |= {name: Ragged(arrays[f"{name}_owners"], arrays[f"{name}_values"]) for name in RAGGED}
        return Columns(names=tuple(arrays["names"].tolist()), **columns)


def save(folder: Path, sequence: int, columns: Columns) -> None:
    """Write the file and make sure that it is on the disk before the index may name it."""
    arrays = {name: getattr(columns, name) for name in PLAIN}
    for name in RAGGED:
        ragged = getattr(columns, name)
        arrays |= {f"{name}_owners": ragged.owners, f"{name}_values": ragged.values}
    unfinished = folder / "columns.unfinished"
    with unfinished.open("wb") as file:
        np.savez(file, names=np.array(columns.names, np.str_), **arrays)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(_path(folder, sequence))


def tidy(folder: Path, sequence: int) -> None:
    """Drop files of older commits. The last but one stays for readers that are just opening it."""
    for path in folder.glob("columns-*.npz"):
        number = path.stem.removeprefix("columns-")
        if number.isdigit() and not sequence - KEPT < int(number) <= sequence:
            path.unlink(missing_ok=True)


def _path(folder: Path, sequence: int) -> Path:
    return folder / f"columns-{sequence}.npz"
