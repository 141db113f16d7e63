"""The files of the demonstration borough, read once and as they are written.

Invariant: reads only `connector/demo/data`; what it gives are plain dictionaries in the files' own words.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
# Drawn for this project: every postcode and place of a ward lies inside its outline.
OUTLINES = DATA / "outlines.geojson"
HOME = "ZM1 2SA"
Record = dict[str, Any]


@cache
def records(name: str) -> tuple[Record, ...]:
    """The records of one file: wards, places or organisations."""
    return tuple(json.loads((DATA / f"{name}.json").read_text(encoding="utf-8")))


@cache
def assets() -> tuple[Record, ...]:
    """The records of every `assets-*.json`, in the order of the files' names."""
    return tuple(
        record for path in sorted(DATA.glob("assets-*.json")) for record in json.loads(path.read_text(encoding="utf-8"))
    )
