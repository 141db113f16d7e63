"""Read a loaded table from a CSV file.

Invariant: a file that cannot be used stops with the file, the line and what to do; nothing is skipped in silence.
Columns, in any order, all but one of postcode, name, street and ward optional: postcode, lat, lon, ward (its code),
ward_name, district (its code), district_name, name or street, kind.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from cms.geo.table_build import TableRow

_COLUMNS = {
    "postcode": "postcode",
    "ward": "ward_code",
    "ward_code": "ward_code",
    "ward_name": "ward_name",
    "district": "district_code",
    "district_code": "district_code",
    "district_name": "district_name",
    "name": "name",
    "street": "name",
    "kind": "kind",
}
_BRITAIN = {"lat": (49.0, 61.5), "lon": (-9.0, 2.5)}


class UnreadableTableError(ValueError):
    """A table that cannot be used. The message names the file, the line and the way out."""


def read_table(path: Path) -> list[TableRow]:
    """The rows of a UTF-8 CSV file with a header. Raises UnreadableTableError."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(_rows(csv.DictReader(file), path))
    except OSError as error:
        raise UnreadableTableError(f"{path} cannot be opened. Check CONNECTOR_GAZETTEER_TABLES.") from error
    except UnicodeDecodeError as error:
        raise UnreadableTableError(f"{path} is not UTF-8. Save it again as CSV UTF-8.") from error


def _rows(reader: csv.DictReader, path: Path) -> Iterator[TableRow]:
    header = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
    if not {"postcode", "name", "street", "ward", "ward_code", "district", "district_code"} & header.keys():
        raise UnreadableTableError(f"{path} needs a first line with a column called postcode, street, name or ward.")
    for row in reader:
        texts = {field: (row[header[name]] or "").strip() for name, field in _COLUMNS.items() if name in header}
        if "street" in header and "kind" not in header:
            texts["kind"] = "street"
        where = f"{path}, line {reader.line_num}"
        yield TableRow(lat=_degrees(row, header, "lat", where), lon=_degrees(row, header, "lon", where), **texts)


def _degrees(row: dict[str, str], header: dict[str, str], axis: str, where: str) -> float | None:
    text = (row[header[axis]] or "").strip() if axis in header else ""
    if not text:
        return None
    least, most = _BRITAIN[axis]
    try:
        degrees = float(text)
    except ValueError:
        degrees = float("nan")
    if not least <= degrees <= most:
        raise UnreadableTableError(f"{where}: {axis} is {text!r}. It has to be degrees, from {least} to {most}.")
    return degrees
