"""Files as numbered rows: real people's JSON lines and CSV, packed, broken, in other encodings."""

import gzip
import json
from pathlib import Path

import pytest

from cms.imports.reading import Format, NumberedRow, OpenedFile, UnreadableFileError


def rows_of(path: Path, format: Format) -> list[NumberedRow]:
    with OpenedFile(path, format) as file:
        return list(file.rows())


def written(folder: Path, content: bytes, name: str = "rows") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_json_lines_keep_their_numbers(tmp_path: Path) -> None:
    path = written(tmp_path, b'\xef\xbb\xbf{"Name": "A"}\n\n   \n{"name": "B"\n[1]\n{"name": "C"}')
    rows = rows_of(path, "jsonl")
    assert [(row.line, row.values) for row in rows if row.values] == [(1, {"name": "A"}), (6, {"name": "C"})]
    assert [(row.line, row.problem.split(":")[0], row.raw) for row in rows if not row.values] == [
        (4, "This line is not whole JSON", '{"name": "B"'),
        (5, "This line is JSON, but not an object", "[1]"),
    ]


def test_latin_1_lines_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, '{"name": "Café"}\n'.encode("latin-1") + '{"name": "Café"}\n'.encode())
    assert [row.values for row in rows_of(path, "jsonl")] == [{"name": "Café"}, {"name": "Café"}]


@pytest.mark.parametrize("line", [b'{"name": ' + b"[" * 5000, b'{"lat": ' + b"9" * 6000 + b"}", b'{"name": "\xff'])
def test_monstrous_json_is_a_problem_and_no_crash(tmp_path: Path, line: bytes) -> None:
    rows = rows_of(written(tmp_path, line + b'\n{"name": "B"}\n'), "jsonl")
    assert [bool(row.problem) for row in rows] == [True, False]


def test_a_json_list_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="one JSON object on each line"):
        rows_of(written(tmp_path, b'[\n{"name": "A"},\n{"name": "B"}\n]'), "jsonl")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_from_any_spreadsheet(tmp_path: Path, delimiter: str) -> None:
    text = f'\ufeffID{delimiter} Name {delimiter}Postcode sector\r\n1{delimiter}"The ""Old"" Hall"{delimiter}M33 7\r\n'
    assert [row.values for row in rows_of(written(tmp_path, text.encode()), "csv")] == [
        {"id": "1", "name": 'The "Old" Hall', "postcode_sector": "M33 7"}
    ]


def test_csv_rows_keep_the_number_of_their_first_line(tmp_path: Path) -> None:
    text = 'name,description\nA,"two\nlines"\n\n,,\nB,short\nC,too,many,cells\nD,fine\n'
    rows = rows_of(written(tmp_path, text.encode()), "csv")
    assert [(row.line, row.values["name"] if row.values else row.problem[:21]) for row in rows] == [
        (2, "A"),
        (6, "B"),
        (7, "This row has 4 cells "),
        (8, "D"),
    ]


def test_an_open_quotation_mark_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    text = 'name,description\nA,"opened and" never closed\nB,fine\nC,"open at the end\n'
    rows = rows_of(written(tmp_path, text.encode()), "csv")
    assert [(row.line, bool(row.values)) for row in rows] == [(2, False), (3, True), (4, False)]
    assert "quotation mark" in rows[0].problem
    assert rows[2].problem.startswith("A quotation mark is opened here and not closed")


def test_a_cell_without_end_is_told(tmp_path: Path) -> None:
    text = 'name,description\nA,"' + "word\n" * 40_000 + "B,fine\n"
    problems = [row.problem for row in rows_of(written(tmp_path, text.encode()), "csv") if row.problem]
    assert any(problem.startswith("A quotation mark is opened here") for problem in problems)


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("title,postcode", "one of them “name”. It names: title, postcode."),
        ("name,id,id", "names id twice"),
        ('"name', "The first line cannot be read"),
    ],
)
def test_a_first_line_that_cannot_be_used_says_what_to_do(tmp_path: Path, header: str, says: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        rows_of(written(tmp_path, f"{header}\nA,B\n".encode()), "csv")
    assert says in str(caught.value)


@pytest.mark.parametrize("format", ["jsonl", "csv"])
def test_an_empty_file_has_no_rows(tmp_path: Path, format: Format) -> None:
    assert rows_of(written(tmp_path, b"\n\n"), format) == []


def test_utf_16_says_how_to_save(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="UTF-16"):
        rows_of(written(tmp_path, "name\nA\n".encode("utf-16")), "csv")


def test_gzip_is_read_whatever_the_file_is_called(tmp_path: Path) -> None:
    path = written(tmp_path, gzip.compress(b'{"name": "A"}\n'), "listings.jsonl")
    assert [row.values for row in rows_of(path, "jsonl")] == [{"name": "A"}]


def test_a_file_cut_short_gives_what_it_has_and_then_says_so(tmp_path: Path) -> None:
    lines = "".join(
        json.dumps({"name": f"Group {number}", "id": f"{number * 7919:x}"}) + "\n" for number in range(5_000)
    )
    whole = gzip.compress(lines.encode())
    path = written(tmp_path, whole[: len(whole) // 2])
    read: list[NumberedRow] = []
    with OpenedFile(path, "jsonl") as file, pytest.raises(UnreadableFileError, match="breaks off after line") as caught:
        read.extend(file.rows())
    assert "what was read stays" in str(caught.value)


def test_what_only_looks_like_gzip_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="damaged"):
        rows_of(written(tmp_path, b"\x1f\x8bnot gzip at all"), "jsonl")


def test_no_such_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="There is no file"):
        OpenedFile(tmp_path / "none.csv", "csv")
    with pytest.raises(UnreadableFileError, match="is a folder"):
        OpenedFile(tmp_path, "csv")
