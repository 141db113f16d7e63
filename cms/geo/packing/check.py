"""Read every row of the sources back through the product's own readers.

Invariant: says what it found in one sentence and raises ValueError at the first row that is lost or has another ward.
"""

from pathlib import Path

from cms.geo.answers import Found
from cms.geo.layers import metres_apart
from cms.geo.national import NationalGazetteer
from cms.geo.packing.files import read_rows

_FURTHEST_METRES = 15.0


def check(source: Path, folder: Path) -> str:
    """Compare units, sectors, outward codes and places with their sources."""
    gazetteer = NationalGazetteer(folder)
    postcodes = max(source.glob("gb_postcodes_cpo_*.csv.gz"))
    furthest = 0.0
    units = read_rows(postcodes)
    for row in units:
        found = _found(gazetteer, row["postcode"])
        if (found.ward_code, found.district_code) != (row["ward"], row["lad"]):
            raise ValueError(f"{row['postcode']} is in ward {found.ward_code}, not {row['ward']}.")
        furthest = max(furthest, _metres(found, row))
    for name, column in (("gb_postcode_sectors", "sector"), ("uk_outcodes", "outcode")):
        for row in read_rows(source / f"{name}.csv.gz"):
            furthest = max(furthest, _metres(_found(gazetteer, row[column]), row))
    places = read_rows(source / "gb_places_os_open_names.csv.gz")
    for row in places:
        _found(gazetteer, row["name"])
    if furthest > _FURTHEST_METRES:
        raise ValueError(f"A postcode is {furthest:.1f} metres out.")
    return f"{len(units)} postcodes and {len(places)} names found; the furthest is {furthest:.1f} metres out."


def _found(gazetteer: NationalGazetteer, text: str) -> Found:
    answer = gazetteer.find(text)
    if not isinstance(answer, Found):
        raise ValueError(f"{text} is in the source and not in the table.")
    return answer


def _metres(found: Found, row: dict[str, str]) -> float:
    there = float(row["lat"]), float(row["lon"])
    return metres_apart((found.lat, found.lon), there)
