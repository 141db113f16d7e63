"""Generations on the disk: a folder each, and a small file that names the live one.

Invariant: the pointer is replaced in one step, so that a reader finds the old generation or the new one, never half.
"""

import os
import re
import secrets
import shutil
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

import tantivy

from search.engines.base import EngineUnavailable
from search.engines.tantivy.schema import FORMAT, prepared, schema
from search.engines.tantivy.trouble import FAILED, NO_INDEX, said_as

POINTER = "live"
NAME = re.compile(rf"v{FORMAT}-[0-9]{{14}}-[0-9a-f]{{6}}")


class Generations:
    """The generations below one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def pointer(self) -> Path:
        return self.folder / POINTER

    def live(self) -> str | None:
        """The generation that the pointer names, when its folder is there and of this format."""
        name = self._pointed_at()
        return name if self.has(name) else None

    def has(self, name: str) -> bool:
        """Whether there is such a generation, of this format."""
        return bool(NAME.fullmatch(name)) and self.path(name).is_dir()

    def path(self, name: str) -> Path:
        """The folder of a generation. Raises EngineUnavailable for a name that is none."""
        if not NAME.fullmatch(name):
            raise EngineUnavailable(NO_INDEX)
        return self.folder / name

    def start(self) -> str:
        """Make a new, empty generation. What was begun and never promoted goes; what is pointed at stays."""
        name = f"v{FORMAT}-{datetime.now(UTC):%Y%m%d%H%M%S}-{secrets.token_hex(3)}"
        path = self.folder / name
        with said_as(FAILED):
            path.mkdir(parents=True)
            prepared(tantivy.Index(schema(), str(path)))
        self._drop_others({name, self._pointed_at()})
        return name

    def promote(self, name: str) -> None:
        """Point at this generation and drop the others. A reader that still has one open keeps it until it looks
        again; what cannot be dropped now (an open file on Windows) goes the next time."""
        if not self.path(name).is_dir():
            raise EngineUnavailable(NO_INDEX)
        with said_as(FAILED):
            unfinished = self.folder / f"{POINTER}.unfinished"
            with unfinished.open("w", encoding="utf-8") as file:
                file.write(name)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(self.pointer)
        self._drop_others({name})

    def _drop_others(self, kept: Collection[str]) -> None:
        for path in self.folder.iterdir():
            if path.is_dir() and path.name not in kept:
                shutil.rmtree(path, ignore_errors=True)

    def _pointed_at(self) -> str:
        """What the pointer says, whoever wrote it; "" for nothing."""
        try:
            return self.pointer.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return ""
