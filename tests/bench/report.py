"""The page of figures, as Markdown. Invariant: says what was measured, on what, and how to measure it again."""

from collections.abc import Mapping, Sequence

HEAD = ("what", "clients", "requests", "median ms", "p95 ms", "requests/s", "mean hits", "empty", "note")


def page(facts: Mapping[str, str], rows: Sequence[Sequence[str]]) -> str:
    """The whole page."""
    lines = [f"- {name}: {told}" for name, told in facts.items()]
    return "\n".join([*lines, "", *table(HEAD, rows), ""])


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines of one table."""
    return [_row(head), _row(["---"] * len(head)), *map(_row, rows)]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
