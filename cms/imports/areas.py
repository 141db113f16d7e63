"""A council's list of wards and districts, read from CSV: code, name, kind, and a point where there is one.

Invariant: pure; every line is an area or a problem with its number, and a code stands for one area only.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cms.imports.points import point
from cms.imports.reading import NumberedRow, OpenedFile
from cms.imports.text import one_line
from cms.imports.values import words

LONGEST_CODE, LONGEST_NAME = 40, 120
# Columns of the Office for National Statistics' lists: WD24CD, WD24NM, LAD24CD, LAD24NM.
_ALIASES = {
    "code": re.compile(r"(?:wd|ward|lad|district)_?\d{0,4}_?(?:cd|code)"),
    "name": re.compile(r"(?:wd|ward|lad|district)_?\d{0,4}_?(?:nm|name)"),
    "lon": re.compile(r"long|lng|longitude"),
    "lat": re.compile(r"latitude"),
}
_KINDS = {"ward": "ward", "electoral ward": "ward", "division": "ward", "district": "district", "borough": "district"}
# First three characters of national codes of local authority districts.
_DISTRICTS = frozenset({"E06", "E07", "E08", "E09", "S12", "W06", "N09"})


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One ward or district. `lat` and `lon` are WGS 84 degrees, both or neither."""

    code: str
    name: str
    kind: str = "ward"
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class AreaProblem:
    """A line that cannot be used, and why."""

    line: int
    reason: str


def read_areas(path: Path) -> tuple[list[AreaRow], list[AreaProblem]]:
    """Every area of a CSV file, and every line that is none. Raises UnreadableFileError."""
    with OpenedFile(path, "csv", needs=("name", "wd", "lad", "ward")) as file:
        return areas(file.rows())


def areas(rows: Iterable[NumberedRow]) -> tuple[list[AreaRow], list[AreaProblem]]:
    """The rows as areas, in order, each once."""
    found: dict[str, tuple[int, AreaRow]] = {}
    problems: list[AreaProblem] = []
    for row in rows:
        area = row.problem or area_of(row.values or {})
        if isinstance(area, str):
            problems.append(AreaProblem(row.line, area))
            continue
        line, before = found.setdefault(area.code, (row.line, area))
        if before != area:
            problems.append(AreaProblem(row.line, f"{area.code} stands on line {line} already as {before.name}."))
    return [area for _, area in found.values()], problems


def area_of(values: dict[str, object]) -> AreaRow | str:
    """The area that these named values speak of, or why there is none."""
    texts = {field: one_line(words(_value(values, field)) or "") for field in ("code", "name", "kind")}
    code, name = texts["code"], texts["name"]
    if not code or not name:
        return f"There is no {'name' if code else 'code'}. Each line needs a code and a name."
    if len(code) > LONGEST_CODE or " " in code:
        return f"{code[:50]} is not a code. A code has no spaces and at most {LONGEST_CODE} letters."
    if len(name) > LONGEST_NAME:
        return f"The name has {len(name)} letters. Shorten it to {LONGEST_NAME}."
    kind = _KINDS.get(texts["kind"].casefold()) if texts["kind"] else _kind_of(code)
    if kind is None:
        return f"{texts['kind']} is not a kind of area. Write ward or district."
    here = point(_value(values, "lat"), _value(values, "lon"))
    if here.lat is None and here.note:
        return f"{code}: {_fault(here.note)}. Correct lat and lon."
    return AreaRow(code, name, kind, here.lat, here.lon)


def _fault(note: str) -> str:
    return note.removesuffix(" and were left out").removesuffix(", so both were left out")


def _kind_of(code: str) -> str:
    return "district" if code[:3].upper() in _DISTRICTS else "ward"


def _value(values: dict[str, object], field: str) -> object:
    if field in values:
        return values[field]
    alias = _ALIASES.get(field)
    return next((value for name, value in values.items() if alias and alias.fullmatch(name)), None)
