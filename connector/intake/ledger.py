"""What an import finds out, kept beside its files: one file of JSON lines an outcome, read a page at a time.

Invariant: only in the import's own folder, which nobody is served; written anew by each pass.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from cms.imports.absent import Absent
from cms.imports.apply import Applied
from cms.imports.deciding import Outcome
from cms.imports.differences import differences

GONE, GONE_EDITED = "gone", "gone_edited"
NEW, CHANGED, UNCHANGED, LEFT, OFF = "new", "changed", "unchanged", "left_alone", "unpublished"
OTHERS = {Outcome.SECOND_SOURCE: "second_source", Outcome.DELETED_HERE: "deleted_here"}
KINDS: Mapping[str, str] = {
    NEW: "New",
    CHANGED: "Changed",
    OFF: "Would be taken down: their list says that they have ended",
    GONE: "Would be taken down: no longer in the list",
    LEFT: "Kept as they are: somebody edited or locked them here",
    GONE_EDITED: "No longer in the list, and kept: somebody edited or locked them here",
    "second_source": "Known already from another list",
    "deleted_here": "Deleted here before, and left so",
    UNCHANGED: "Unchanged",
}


class Ledger:
    """Writes what became of each draft."""

    def __init__(self, folder: Path) -> None:
        self.counts: Counter[str] = Counter()
        self._folder, self._files = folder, dict[str, TextIO]()

    def __enter__(self) -> "Ledger":
        self._folder.mkdir(parents=True, exist_ok=True)
        for old in self._folder.glob("*.jsonl"):
            old.unlink()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for file in self._files.values():
            file.close()

    def tell(self, applied: Sequence[Applied]) -> None:
        """Note a batch."""
        for one in applied:
            kind = kind_of(one)
            changes = [] if kind == UNCHANGED else differences(one.before, one.draft.content)
            told = {"name": one.draft.content.name, "ref": one.draft.ref, "asset": one.asset}
            self._write(kind, {**told, "changes": [list(each) for each in changes], "notes": list(one.draft.notes)})

    def tell_absent(self, found: Iterable[Absent]) -> None:
        """Note what the list no longer has."""
        for one in found:
            self._write(GONE_EDITED if one.edited else GONE, {"name": one.name, "ref": one.ref, "asset": one.asset})

    def _write(self, kind: str, entry: Mapping[str, Any]) -> None:
        self.counts[kind] += 1
        if kind not in self._files:
            self._files[kind] = (self._folder / f"{kind}.jsonl").open("w", encoding="utf-8")
        self._files[kind].write(json.dumps(entry, ensure_ascii=False) + "\n")


def kind_of(one: Applied) -> str:
    """Under which heading a draft's outcome is shown."""
    if one.outcome in OTHERS:
        return OTHERS[one.outcome]
    if one.outcome is Outcome.CHANGED:
        return OFF if one.live is False else CHANGED
    return {Outcome.NEW: NEW, Outcome.LEFT_ALONE: LEFT, Outcome.LOCKED: LEFT}.get(one.outcome, UNCHANGED)


def entries(folder: Path, kind: str, start: int, many: int) -> list[dict[str, Any]]:
    """A page of the entries of a kind; none where there are none."""
    if kind not in KINDS:
        return []
    try:
        with (folder / f"{kind}.jsonl").open(encoding="utf-8") as file:
            return [json.loads(line) for line in islice(file, start, start + many)]
    except FileNotFoundError:
        return []
