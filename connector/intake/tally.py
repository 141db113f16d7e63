"""What an import did, counted and said in plain words.

Invariant: every row of the file is counted once: as new, changed, unchanged, another source, left alone, locked,
deleted here, repeated or rejected.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cms.imports.apply import Applied
from cms.imports.deciding import Outcome
from connector.intake.rejects import Rejects

_WORDS = {
    Outcome.NEW: ("new", ""),
    Outcome.CHANGED: ("changed", ""),
    Outcome.UNCHANGED: ("unchanged", ""),
    Outcome.SECOND_SOURCE: ("from another source", "we had these already, and remember both sources"),
    Outcome.LEFT_ALONE: ("left alone", "somebody edited these here, so the newer row was not put in"),
    Outcome.LOCKED: ("locked", "somebody at the council works on these; read the file again when they are done"),
    Outcome.DELETED_HERE: ("deleted here", "somebody deleted these here; add --deleted-too to bring them back"),
}
_NAMED = 10


@dataclass(slots=True)
class Tally:
    """Counts of one import."""

    rows: int = 0
    repeated: int = 0
    inactive: int = 0
    suggested: int = 0
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
    left_alone: list[str] = field(default_factory=list)

    def count(self, applied: Iterable[Applied]) -> None:
        """Add what became of a batch."""
        for one in applied:
            self.outcomes[one.outcome] += 1
            self.inactive += not one.draft.active
            self.suggested += one.suggested > 0
            self.notes.update(one.draft.notes)
            if one.outcome in (Outcome.LEFT_ALONE, Outcome.LOCKED):
                self.left_alone.append(one.draft.content.name)

    def lines(self, rejects: Rejects, *, dry_run: bool) -> Iterator[str]:
        """The summary, a line each."""
        yield f"{self.rows:,} rows{' looked at; nothing was written' if dry_run else ''}"
        for outcome, (words, why) in _WORDS.items():
            if self.outcomes[outcome] or outcome in (Outcome.NEW, Outcome.CHANGED, Outcome.UNCHANGED):
                yield f"  {self.outcomes[outcome]:>6,} {words}{f' ({why})' if why else ''}"
        if self.repeated:
            yield f"  {self.repeated:>6,} repeated (the same row again, skipped)"
        yield f"  {rejects.count:>6,} rejected"
        yield f"{self.inactive:,} rows say that they are not active: those are not published."
        written = self.outcomes[Outcome.NEW] + self.outcomes[Outcome.CHANGED]
        if written:
            yield f"{self.suggested:,} of the {written:,} new or changed have suggested interests."
        yield from self._put_right()
        yield from self._left_alone()

    def _put_right(self) -> Iterator[str]:
        for note, count in self.notes.most_common():
            yield f"{count:,} {'row' if count == 1 else 'rows'}: {note}."

    def _left_alone(self) -> Iterator[str]:
        for name in self.left_alone[:_NAMED]:
            yield f"Left alone: {name}"
        if len(self.left_alone) > _NAMED:
            yield f"Left alone: {len(self.left_alone) - _NAMED:,} more"
