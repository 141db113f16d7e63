"""JSON as a grid: one object a line, or one list of them; what is nested gets a heading with dots.

Invariant: pure; every object is a row, every line that is none is a problem with its number.
"""

import json
from collections.abc import Mapping
from typing import Any

from cms.imports.tables.table import MOST_COLUMNS, Grid, LineProblem, Row

_LISTS = ("contents", "items", "data", "results", "services", "records")


def json_grid(name: str, lines: list[str]) -> Grid:
    """The grid, its first row naming the fields."""
    grid, found = Grid(name), _whole("".join(lines))
    if found is None:
        found = []
        for number, line in enumerate(lines, 1):
            if line.strip():
                _add_line(grid, found, number, line.strip())
    names: dict[str, None] = {}
    rows = [(line, _flat(value)) for line, value in found]
    for _, values in rows:
        names.update(dict.fromkeys(values))
    headings = list(names)[:MOST_COLUMNS]
    if rows:
        grid.rows = [Row(0, tuple(headings))]
        grid.rows += [Row(line, tuple(values.get(heading, "") for heading in headings)) for line, values in rows]
    return grid


def _whole(text: str) -> list[tuple[int, Mapping[str, Any]]] | None:
    """The objects of one JSON list or page; None where the text is not one value."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, dict):
        value = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), [value])
    if not isinstance(value, list):
        return None
    return [(number, each) for number, each in enumerate(value, 1) if isinstance(each, dict)]


def _add_line(grid: Grid, found: list[tuple[int, Mapping[str, Any]]], number: int, line: str) -> None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        grid.problems.append(LineProblem(number, "This line is not whole JSON. Correct it, or leave it out.", line))
        return
    if isinstance(value, dict):
        found.append((number, value))
    else:
        grid.problems.append(LineProblem(number, "This line is JSON, but not an object: it needs { and }.", line))


def _flat(value: Mapping[str, Any], before: str = "", depth: int = 0) -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, each in value.items():
        name = f"{before}{key}"
        if isinstance(each, Mapping) and depth < 3:
            flat |= _flat(each, f"{name}.", depth + 1)
        elif isinstance(each, list) and len(each) == 1 and isinstance(each[0], Mapping) and depth < 3:
            flat |= _flat(each[0], f"{name}.", depth + 1)
        else:
            flat[name] = _text(each)
    return flat


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(filter(None, (_text(each) for each in value)))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
