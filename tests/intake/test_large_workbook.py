"""A workbook of 8,000 rows through real processes. Slow: starts them, and writes the workbook."""

from datetime import time

import pytest
from openpyxl import Workbook

from tests.processes.installation import Installation

pytestmark = pytest.mark.processes
ROWS = 8_000
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def test_a_large_workbook_comes_in_whole_and_only_once(installation: Installation) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Groups")
    sheet.append(["Ref", "Group Name", "About", "Venue", "Post Code", "Tel", "Day", "Start", "Finish", "Cost"])
    for n in range(ROWS):
        sheet.append([n, f"Table {n}", "A sewing circle.", f"Hall {n % 300}", "M33 7ZF", f"01632 960{n % 1000:03d}",
                      DAYS[n % 5], time(10 + n % 4), time(12 + n % 4, 30), "£2"])  # fmt: skip
    path = installation.folder / "groups.xlsx"
    book.save(path)
    said = installation.run("import_listings", str(path), "--publish")
    assert f"{ROWS:,} new" in said
    assert "0 rejected" in said
    again = installation.run("import_listings", str(path), "--publish")
    assert f"{ROWS:,} unchanged" in again
