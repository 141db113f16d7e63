"""Files with faults: a clear answer each, what can be used is used, and the rest is told with its line."""

import gzip
import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from cms.imports.directory import Directory
from cms.imports.drafts import AssetDraft, RowProblem
from cms.imports.rows import read_row
from cms.imports.tables import packed
from cms.imports.tables.delimited import delimited
from cms.imports.tables.table import LONGEST_CELL
from tests.examples import examples

HEAD = "Name,Postcode,Description\n"
ROWS = "Loom,ZM1 2SA,We weave.\nTea,ZM1 2SB,We drink tea.\n"

Given = Callable[..., Directory]


@pytest.fixture
def given_file(tmp_path: Path) -> Given:
    """A directory of one file with this content."""

    def make(content: bytes | str, name: str = "ours.csv") -> Directory:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return Directory([(path, name)])

    return make


def names(directory: Directory) -> list[str]:
    return [str(row.values.get("name", "")) for row in directory.rows() if row.values]


def problems(directory: Directory) -> list[tuple[int, str]]:
    return [(row.line, row.problem) for row in directory.rows() if row.values is None]


def remarks(directory: Directory) -> str:
    return " ".join([*directory.remarks(), *directory.broken])


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ((HEAD + ROWS).encode("utf-8-sig"), ""),
        ((HEAD + ROWS).encode("utf-16"), "in UTF-16"),
        ((HEAD + ROWS).encode("utf-16-le"), "in UTF-16"),
        ((HEAD + ROWS).replace("\n", "\r\n").encode("utf-16-be"), "in UTF-16"),
        ((HEAD + ROWS).replace("\n", "\r").encode(), ""),
        ((HEAD + ROWS).replace(",", ";").encode(), ""),
        ((HEAD + ROWS).replace(",", "\t").encode(), ""),
        ((HEAD + ROWS).replace(",", "|").encode(), ""),
        (("sep=;\n" + HEAD + ROWS).replace(",", ";").encode(), ""),
        (("My list\n\n" + HEAD + ROWS).encode(), "Above the headings (row 3) stands: My list"),
        ((HEAD + ROWS.replace("tea", "t\0ea")).encode(), "NUL"),
        (gzip.compress((HEAD + ROWS).encode(), mtime=0), ""),
        ((HEAD + HEAD + ROWS + HEAD).encode(), ""),
        ((HEAD.rstrip() + ",,\n" + ROWS.replace("\n", ",,\n")).encode(), ""),
    ],
)
def test_however_it_was_written(given_file: Given, content: bytes, told: str) -> None:
    found = given_file(content)
    assert names(found) == ["Loom", "Tea"]
    assert told in remarks(found)


def test_a_mixture_of_encodings_is_read_line_by_line(given_file: Given) -> None:
    mixed = HEAD.encode() + "Café,ZM1 2SA,Cakes\n".encode() + "Thé,ZM1 2SB,Tea’s up\n".encode("cp1252")
    found = given_file(mixed)
    assert names(found) == ["Café", "Thé"]
    assert "1 line was not in UTF-8 and read as Windows-1252" in remarks(found)


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"", "empty.csv", "is empty. Export it again"),
        (b"%PDF-1.4 ...", "ours.csv", "is not a table"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "ours.xls", "old Excel workbook, or has a password"),
        (b"<html><table><tr><td>Name</td></tr></table></html>", "ours.xls", "is a web page and not a table"),
        (b"PK\x03\x04 not really", "ours.xlsx", "is packed and damaged"),
        (b"\x1f\x8b\x08\x00 not really", "ours.csv.gz", "is packed and damaged"),
    ],
)
def test_what_is_no_table_is_told(given_file: Given, content: bytes, name: str, told: str) -> None:
    found = given_file(content, name)
    assert list(found.rows()) == []
    assert told in remarks(found)


def test_a_packed_file_cut_short_gives_its_whole_lines(given_file: Given) -> None:
    text = HEAD + "".join(f"Table {n * 7919:x},ZM1 2SA,{n * 104729:x}\n" for n in range(3000))
    whole = gzip.compress(text.encode())
    found = given_file(whole[: len(whole) // 2], "ours.csv.gz")
    assert 500 < len(names(found)) < 3000
    assert "breaks off: its end is missing. Get a whole copy" in remarks(found)


def test_damage_in_the_middle_of_a_packed_file(given_file: Given) -> None:
    text = HEAD + "".join(f"Table {n * 7919:x},ZM1 2SA,{n * 104729:x}\n" for n in range(3000))
    whole = bytearray(gzip.compress(text.encode()))
    whole[len(whole) // 2] ^= 0xFF
    found = given_file(bytes(whole), "ours.csv.gz")
    assert len(names(found)) > 100
    assert "breaks off" in remarks(found)


def test_a_cell_of_ten_megabytes_takes_its_own_row_only(given_file: Given) -> None:
    long = "Long,ZM1 2SA," + "x" * 10_000_000 + "\n"
    found = given_file(HEAD + "Loom,ZM1 2SA,We weave.\n" + long + "Tea,ZM1 2SB,We drink tea.\n")
    assert names(found) == ["Loom", "Tea"]
    assert [(line, "longer than" in reason) for line, reason in problems(found)] == [(3, True)]


def test_a_quotation_mark_that_nobody_closes_takes_its_own_row_only(given_file: Given) -> None:
    rows = "".join(f"Table {n},ZM1 2SA,We sew.\n" for n in range(50))
    found = given_file(HEAD + 'Loom,ZM1 2SA,"We weave.\n' + rows)
    assert len(names(found)) == 50
    assert [(line, "not closed" in reason) for line, reason in problems(found)] == [(2, True)]


def test_lines_within_a_cell_count(given_file: Given) -> None:
    found = given_file(HEAD + 'Loom,ZM1 2SA,"We\nweave."\nTea,ZM1 2SA,Tea\n')
    assert [row.line for row in found.rows()] == [2, 4]


def book(*rows: Any, epoch: datetime | None = None) -> bytes:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    if epoch:
        made.epoch = epoch
    for row in rows:
        sheet.append(row)
    to = io.BytesIO()
    made.save(to)
    return to.getvalue()


def test_formula_cells_without_a_value_are_told(given_file: Given) -> None:
    found = given_file(book(["Name", "Postcode"], ["Loom", "ZM1 2SA"], ['="Tea"&" and more"', "ZM1 2SB"]), "ours.xlsx")
    assert "formula without a saved value. Open the workbook in Excel, save it" in remarks(found)
    drafts = [read_row(row.values or {}, source="x") for row in found.rows()]
    assert [type(draft) for draft in drafts] == [AssetDraft, RowProblem]


@pytest.mark.parametrize("epoch", [None, datetime(1904, 1, 1)])
def test_dates_of_a_workbook_are_dates_whichever_way_it_counts(given_file: Given, epoch: datetime | None) -> None:
    found = given_file(
        book(["Name", "Day", "Start time", "Start date"], ["Loom", "Friday", "10:00", date(2026, 1, 9)], epoch=epoch),
        "ours.xlsx",
    )
    draft = read_row(next(found.rows()).values or {}, source="x")
    assert isinstance(draft, AssetDraft)
    assert [each.first for each in draft.content.sessions] == [date(2026, 1, 9)]


def test_a_date_as_a_number_of_excel(given_file: Given) -> None:
    found = given_file("Name,Day,Start time,Start date\nLoom,Wednesday,10:00,45231\n")
    draft = read_row(next(found.rows()).values or {}, source="x")
    assert isinstance(draft, AssetDraft)
    assert [each.first for each in draft.content.sessions] == [date(2023, 11, 1)]


def test_cells_merged_downwards_speak_for_every_row(given_file: Given) -> None:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (["Venue", "Name", "Postcode"], ["Weavers Hall", "Loom", "ZM1 2SA"], [None, "Tea", "ZM1 2SA"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    to = io.BytesIO()
    made.save(to)
    rows = [row.values or {} for row in given_file(to.getvalue(), "ours.xlsx").rows()]
    assert [row["places"][0]["place_name"] for row in rows] == [["Weavers Hall"], ["Weavers Hall"]]


def test_a_zip_that_would_fill_the_disk_is_not_unpacked(given_file: Given, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MOST_BYTES", 100_000)
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("ours.csv", HEAD + "Loom,ZM1 2SA," + "x" * 1_000_000)
    assert "is larger than" in remarks(given_file(to.getvalue(), "ours.zip"))
    assert "is larger than" in remarks(given_file(gzip.compress(b"x" * 1_000_000), "ours.csv.gz"))


def test_a_zip_of_tables_with_other_things_in_it(given_file: Given) -> None:
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w") as made:
        made.writestr("export/ours.csv", HEAD + ROWS)
        made.writestr("export/read me.pdf", b"%PDF")
        made.writestr("__MACOSX/._ours.csv", b"\0\0")
    assert names(given_file(to.getvalue(), "ours.zip")) == ["Loom", "Tea"]


@pytest.mark.parametrize(
    ("lat", "lon", "point", "note"),
    [
        ("53.7354", "-2.0462", (53.7354, -2.0462), ""),
        ("-2.0462", "53.7354", (53.7354, -2.0462), "wrong way round"),
        ("0", "0", (None, None), "not in the United Kingdom"),
        ("523456", "412345", (None, None), "not in the United Kingdom"),
        ("53.7354", "", (None, None), "only one of lat and lon"),
    ],
)
def test_coordinates(given_file: Given, lat: str, lon: str, point: tuple[Any, Any], note: str) -> None:
    content = (
        f"Name,Description,Latitude,Longitude\nLoom,We weave.,{lat},{lon}\nTea,Tea.,53.7,-2.0\nDig,Dig.,53.6,-2.1\n"
    )
    draft = read_row(next(given_file(content).rows()).values or {}, source="x")
    assert isinstance(draft, AssetDraft)
    place = draft.content.place
    assert (place.lat if place else None, place.lon if place else None) == point
    assert note in " ".join(draft.notes)


def test_no_row_of_headings(given_file: Given) -> None:
    found = given_file("Loom Circle,ZM1 2SA,01632 960111\nTea Club,ZM1 2SB,01632 960112\n")
    assert names(found) == ["Loom Circle", "Tea Club"]
    assert "No row names the columns" in remarks(found)


def test_the_same_heading_twice(given_file: Given) -> None:
    found = given_file("Name,Phone,Phone\nLoom,01632 960111,01632 960112\n")
    assert next(found.rows()).values["phone"] == ["01632 960111", "01632 960112"]  # type: ignore[index]


@settings(max_examples=examples(40))
@given(st.text(max_size=400))
def test_whatever_text_it_is_every_line_has_an_answer(text: str) -> None:
    lines = text.splitlines(keepends=True)
    grid = delimited("any", lines)
    assert all(len(cell) <= LONGEST_CELL for row in grid.rows for cell in row.cells)
    assert all(1 <= row.line <= len(lines) for row in [*grid.rows, *grid.problems])


@settings(max_examples=examples(40))
@given(st.binary(max_size=300))
def test_whatever_bytes_they_are_there_is_an_answer(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "any.csv"
    path.write_bytes(data)
    found = Directory([(path, "any.csv")])
    for row in found.rows():
        if row.values is not None:
            read_row(row.values, source="x")
    list(found.remarks())
