"""Rows of several tables gathered into one record a listing, in the words of our own import fields.

Invariant: pure; a row of the main table is one record, whatever the others lack; every cell that says something is in
a field, in the words that are kept, or was left out on purpose.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cms.imports.mapping.fields import ACCESS, KEEP, LINK, SKIP
from cms.imports.mapping.headings import by_heading
from cms.imports.mapping.joins import same
from cms.imports.mapping.understanding import MAIN, Understanding, Understood
from cms.imports.reading import NumberedRow
from cms.imports.tables.table import Row, raw_of
from cms.imports.times.columns import FIELDS as TIME_FIELDS
from cms.imports.values import flag, terms

WHERE = ("place_name", "address", "postcode", "postcode_sector", "lat", "lon", "latlon", "latlon_from")
_REACHING = ("phone", "email", "contact")
_PRICED = ("cost", "cost_amount")
_MOST_ROWS_OF_ONE = 400
_DEEPEST = 4
# Where a record says it several times, the first is meant.
_FIRST = ("id", "name", "summary", "organisation", "kind", "objects", "active", "source", "licence", "register",
          "contact_name", "contact_role", "min_age", "max_age", "cost_amount", "organisation_description")  # fmt: skip


@dataclass(slots=True)
class _Record:
    """What was gathered for one row of the main table."""

    values: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    lesser: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    places: list[defaultdict[str, list[str]]] = field(default_factory=list)
    times: list[tuple[int, Mapping[str, list[str]]]] = field(default_factory=list)
    prices: list[Mapping[str, list[str]]] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)
    seen: dict[tuple[int, int], int] = field(default_factory=dict)


class Assembler:
    """Gathers the records of all main tables."""

    def __init__(self, found: Understanding) -> None:
        self._found = found
        self._by_key: dict[tuple[int, int], dict[str, list[Row]]] = {}
        self._parents: defaultdict[int, list[Any]] = defaultdict(list)
        self._children: defaultdict[int, list[Any]] = defaultdict(list)
        for link in found.links:
            self._parents[link.child].append(link)
            self._children[link.parent].append(link)

    def rows(self) -> Iterator[NumberedRow]:
        """A row a listing, and the lines that could not be read, by table. `where` names the table where there are
        several."""
        several = len(self._found.tables) > 1
        for at in self._found.mains:
            main = self._found.tables[at]
            name = main.table.name if several else ""
            for row in main.table.rows:
                yield NumberedRow(row.line, self._values(at, row), raw=raw_of(row.cells), where=name)
        for each in self._found.tables:
            for problem in each.table.problems:
                yield NumberedRow(problem.line, None, problem.reason, problem.raw, each.table.name if several else "")

    def _values(self, at: int, row: Row) -> dict[str, Any]:
        record = _Record()
        self._visit(record, at, row, place=0, depth=0)
        return _row(record)

    def _visit(self, record: _Record, at: int, row: Row, *, place: int, depth: int, lesser: bool = False) -> int:
        """Take the row and all that belongs to it. The number of the place that it speaks of, 0 for none."""
        if (at, row.line) in record.seen:
            return record.seen[at, row.line]
        if len(record.seen) > _MOST_ROWS_OF_ONE:
            return place
        record.seen[at, row.line] = place
        place, times = self._take(record, at, row, place, lesser)
        if depth < _DEEPEST:
            place = self._parents_of(record, at, row, place, depth, lesser)
        record.seen[at, row.line] = place
        if times:
            record.times.append((place, times))
        if depth < _DEEPEST:
            self._children_of(record, at, row, place, depth, lesser)
        return place

    def _parents_of(self, record: _Record, at: int, row: Row, place: int, depth: int, lesser: bool) -> int:
        for link in self._parents[at]:
            parent = self._found.tables[link.parent]
            if parent.role == MAIN:
                continue
            for other in self._rows_of(link.parent, link.key, row.cells[link.column]):
                less = lesser or parent.role == "organisation"
                there = self._visit(record, link.parent, other, place=place, depth=depth + 1, lesser=less)
                if not less:
                    place = place or there
        return place

    def _children_of(self, record: _Record, at: int, row: Row, place: int, depth: int, lesser: bool) -> None:
        for link in self._children[at]:
            if self._found.tables[link.child].role == MAIN:
                continue
            for other in self._rows_of(link.child, link.column, row.cells[link.key]):
                if not self._is_anothers(record, link.child, other):
                    self._visit(record, link.child, other, place=place, depth=depth + 1, lesser=lesser)

    def _is_anothers(self, record: _Record, at: int, row: Row) -> bool:
        """Whether a row names another listing than ours (and so only shares a venue or an organisation with it)."""
        for link in self._parents[at]:
            if self._found.tables[link.parent].role == MAIN and row.cells[link.column].strip():
                owners = self._rows_of(link.parent, link.key, row.cells[link.column])
                if owners and not any((link.parent, owner.line) in record.seen for owner in owners):
                    return True
        return False

    def _rows_of(self, at: int, column: int, cell: str) -> list[Row]:
        key = same(cell)
        if not key:
            return []
        index = self._by_key.get((at, column))
        if index is None:
            index = self._by_key[at, column] = {}
            for row in self._found.tables[at].table.rows:
                if text := same(row.cells[column]):
                    index.setdefault(text, []).append(row)
        return index.get(key, [])

    def _take(
        self, record: _Record, at: int, row: Row, place: int, lesser: bool
    ) -> tuple[int, Mapping[str, list[str]]]:
        """Put the cells of one row where they belong. The number of its place, and what it says of times."""
        table = self._found.tables[at]
        here: defaultdict[str, list[str]] = defaultdict(list)
        times: defaultdict[str, list[str]] = defaultdict(list)
        price: defaultdict[str, list[str]] = defaultdict(list)
        main = table.role == MAIN
        target = record.lesser if lesser else record.values
        for number, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
            text, code = cell.strip(), column.field
            if code == LINK:
                code = self._loose(at, number, column.heading, text)
            if not text or code == SKIP:
                continue
            if code == KEEP:
                _keep(record.words, column.heading if main else f"{table.table.name}: {column.heading}", text)
            elif code in WHERE:
                here[code].append(text)
            elif code in TIME_FIELDS or (code == "schedule" and table.role == "schedule"):
                times[code].append(text)
            elif code in _PRICED and table.role == "cost":
                price[code].append(text)
            elif code != "id" or main:
                target[code].append(text)
        if price:
            record.prices.append(dict(price))
        if here:
            place = self._place(record, table, here, place, lesser)
        return place, dict(times)

    def _loose(self, at: int, number: int, heading: str, text: str) -> str:
        """What a cell is that should name a row of another table: nothing more where it does, else what it says."""
        for link in self._parents[at]:
            if link.column == number:
                if self._rows_of(link.parent, link.key, text):
                    return SKIP
                codes = [found.code for found in by_heading(heading) if found.score >= 0.8]
                return next((code for code in codes if code in ("place_name", "organisation")), KEEP)
        return SKIP

    def _place(
        self, record: _Record, table: Understood, here: defaultdict[str, list[str]], place: int, lesser: bool
    ) -> int:
        if lesser:
            for code, texts in here.items():
                record.lesser[code] += texts
            return place
        if table.role in ("address", "access", "phone", "contact") and place:
            for code, texts in here.items():
                record.places[place - 1][code] += texts
            return place
        if table.role not in (MAIN, "location", "address") and set(here) == {"place_name"} and len(record.places) == 1:
            return 1
        record.places.append(here)
        return len(record.places)


def _keep(words: dict[str, str], heading: str, text: str) -> None:
    words[heading] = text if heading not in words or words[heading] == text else f"{words[heading]}; {text}"


def _row(record: _Record) -> dict[str, Any]:
    """The record in the words of `cms.imports.rows`."""
    values, lesser = record.values, record.lesser
    own = any(values.get(code) for code in _REACHING)
    for code, texts in lesser.items():
        if code not in values and code not in WHERE and not (own and code in _REACHING):
            values[code] = texts
    row: dict[str, Any] = {code: values[code][0] for code in _FIRST if values.get(code)}
    for code in ("description", "schedule", "objects", "first_happens", "first_bring"):
        if values.get(code):
            row[code] = "\n\n".join(dict.fromkeys(values[code]))
    if "description" not in row and "organisation_description" in row:
        row["description"] = row["organisation_description"]
    for code in ("cost", "who_for", "age", "access_words"):
        if values.get(code):
            row[code] = "; ".join(dict.fromkeys(values[code]))
    for code in ("url", "phone", "email", "contact"):
        if values.get(code):
            row[code] = list(dict.fromkeys(values[code]))
    if values.get("taxonomy"):
        row["taxonomy"] = list(dict.fromkeys(term for text in values["taxonomy"] for term in terms(text)))
    if values.get("is_free") and flag(values["is_free"][0]) is True:
        row.setdefault("cost", "Free")
    if any(flag(text) is True for text in values.get("inactive", ())):
        row["active"] = "no"
    row["access"] = {subject: values[subject][0] for subject in ACCESS if values.get(subject)}
    row["words"] = record.words
    row["times"] = record.times
    row["prices"] = record.prices
    if "cost_amount" in row and not record.prices and not values.get("cost"):
        row["cost"] = f"£{row['cost_amount'].lstrip('£')}"
    places = record.places or ([lesser] if any(lesser.get(code) for code in WHERE) else [])
    row["places"] = [{code: place[code] for code in WHERE if place.get(code)} for place in places]
    return row
