"""Pack the open tables of postcodes and places into the small files beside this module.

    python -m cms.geo.pack SOURCE_DIR [--to FOLDER] [--check]

SOURCE_DIR holds gb_postcodes_cpo_YYYY-MM.csv.gz (postcode, lat, lon, lad, ward), gb_postcode_sectors.csv.gz (sector,
lat, lon), uk_outcodes.csv.gz (outcode, lat, lon, source) and gb_places_os_open_names.csv.gz (name, local_authority,
type, lat, lon). `layout` says how the files lie. Invariant: the same sources give the same bytes; `--check` reads
every row of the sources back through the product's own readers and prints the largest error.
"""

import argparse
import csv
import gzip
import json
import struct
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from cms.geo import layout
from cms.geo.pack_places import pack_places
from cms.geo.postcode import INWARD_LETTERS, Postcode, parse_postcode

DATA = Path(__file__).parent / "data"


class Unit(NamedTuple):
    """A unit postcode of the source: degrees as whole steps of 1/10,000."""

    postcode: Postcode
    lat: int
    lon: int
    ward: int


class Codes(NamedTuple):
    """Numbers of ward and district codes, and the district of each ward."""

    wards: dict[str, int]
    districts: dict[str, int]
    district_of: dict[str, str]


def main() -> None:
    """Read the command line, pack, and check if asked to."""
    parser = argparse.ArgumentParser(description="Pack postcodes and place names into cms/geo/data.")
    parser.add_argument("source", type=Path, metavar="SOURCE_DIR")
    parser.add_argument("--to", type=Path, default=DATA)
    parser.add_argument("--check", action="store_true", help="read every source row back instead of packing")
    options = parser.parse_args()
    if options.check:
        from cms.geo.pack_check import check

        check(options.source, options.to)
        return
    pack(options.source, options.to)


def pack(source: Path, to: Path) -> None:
    """Write every file of the table into `to`. Raises FileNotFoundError when a source is missing."""
    to.mkdir(parents=True, exist_ok=True)
    postcodes = max(source.glob("gb_postcodes_cpo_*.csv.gz"), default=source / "gb_postcodes_cpo_YYYY-MM.csv.gz")
    rows = read_rows(postcodes)
    codes = _codes(rows)
    _write_wards(to, rows, codes)
    sectors = _by_sector(rows, codes)
    outwards = _write_outwards(to, read_rows(source / "uk_outcodes.csv.gz"), sectors, codes)
    _write_sectors(to, sectors, read_rows(source / "gb_postcode_sectors.csv.gz"))
    near = [_place_of(row, codes, outwards) for row in rows]
    pack_places(to, read_rows(source / "gb_places_os_open_names.csv.gz"), near)
    about = {"format": layout.FORMAT, "postcodes": len(rows), "source": postcodes.name.removesuffix(".csv.gz")}
    about["bytes"] = {name: (to / name).stat().st_size for name in layout.FILES}
    (to / "manifest.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a compressed CSV file with a header."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _codes(rows: list[dict[str, str]]) -> Codes:
    district_of = {row["ward"]: row["lad"] for row in rows if row["ward"]}
    wards = {code: number for number, code in enumerate(sorted(district_of))}
    districts = {code: number for number, code in enumerate(sorted(set(district_of.values())))}
    return Codes(wards, districts, district_of)


def _by_sector(rows: list[dict[str, str]], codes: Codes) -> dict[bytes, list[Unit]]:
    sectors: dict[bytes, list[Unit]] = defaultdict(list)
    for row in rows:
        postcode = parse_postcode(row["postcode"])
        if not isinstance(postcode, Postcode) or postcode.digit is None:
            raise ValueError(f"{row['postcode']} in the source is not a whole postcode.")
        lat, lon = (round(float(row[axis]) * layout.UNIT_STEPS) for axis in ("lat", "lon"))
        ward = codes.wards.get(row["ward"], layout.NO_WARD)
        sectors[layout.sector_key(postcode.outward, postcode.digit)].append(Unit(postcode, lat, lon, ward))
    return dict(sorted(sectors.items()))


def _write_wards(to: Path, rows: list[dict[str, str]], codes: Codes) -> None:
    by_ward, by_district = defaultdict(list), defaultdict(list)
    for row in rows:
        if row["ward"]:
            point = float(row["lat"]), float(row["lon"])
            by_ward[row["ward"]].append(point)
            by_district[row["lad"]].append(point)
    wards = ((code.encode(), codes.districts[codes.district_of[code]], *_mean(by_ward[code])) for code in codes.wards)
    districts = ((code.encode(), *_mean(by_district[code])) for code in codes.districts)
    _write(to / "wards.bin", layout.WARD, wards)
    _write(to / "districts.bin", layout.DISTRICT, districts)


def _write_outwards(
    to: Path, outcodes: list[dict[str, str]], sectors: dict[bytes, list[Unit]], codes: Codes
) -> dict[str, int]:
    """Write outwards.bin; give the number of each outward code."""
    district_of_ward = {number: codes.districts[codes.district_of[code]] for code, number in codes.wards.items()}
    tally: dict[str, Counter[int]] = defaultdict(Counter)
    for units in sectors.values():
        for unit in units:
            tally[unit.postcode.outward][district_of_ward.get(unit.ward, layout.NO_WARD)] += 1
    rows = []
    for row in outcodes:
        commonest = tally[row["outcode"]].most_common(1)
        district = commonest[0][0] if commonest else layout.NO_WARD
        rows.append((f"{row['outcode']:<4}".encode(), district, _steps(row["lat"]), _steps(row["lon"])))
    rows.sort()
    _write(to / "outwards.bin", layout.OUTWARD, rows)
    return {row[0].decode().rstrip(): number for number, row in enumerate(rows)}


def _place_of(row: dict[str, str], codes: Codes, outwards: dict[str, int]) -> tuple[float, float, int, int]:
    ward = codes.wards.get(row["ward"], layout.NO_WARD)
    return float(row["lat"]), float(row["lon"]), ward, outwards[row["postcode"].split()[0]]


def _write_sectors(to: Path, sectors: dict[bytes, list[Unit]], centroids: list[dict[str, str]]) -> None:
    centre = {row["sector"]: (_steps(row["lat"]), _steps(row["lon"])) for row in centroids}
    blocks, rows, wards, start = [], [], [], 0
    for key, units in sectors.items():
        local = [
            ward for ward, _ in sorted(Counter(unit.ward for unit in units).items(), key=lambda it: (-it[1], it[0]))
        ]
        least_lat, least_lon = min(unit.lat for unit in units), min(unit.lon for unit in units)
        bits = (
            (max(unit.lat for unit in units) - least_lat).bit_length(),
            (max(unit.lon for unit in units) - least_lon).bit_length(),
            (len(local) - 1).bit_length(),
        )
        block = _block(units, least_lat, least_lon, bits, local)
        label = str(units[0].postcode.sector)
        rows.append((key, start, len(units), least_lat, least_lon, *bits, len(wards), *centre[label]))
        wards.extend(local)
        blocks.append(block)
        start += len(block)
    _write(to / "sectors.bin", layout.SECTOR, rows)
    _write(to / "sector_wards.bin", layout.SECTOR_WARD, ((ward,) for ward in wards))
    (to / "units.bin").write_bytes(b"".join(blocks))


def _block(units: list[Unit], least_lat: int, least_lon: int, bits: tuple[int, int, int], local: list[int]) -> bytes:
    """A sector's 400 bits and its records, the lowest bits first."""
    lat_bits, lon_bits, ward_bits = bits
    width = lat_bits + lon_bits + ward_bits
    bitmap = records = 0
    for rank, unit in enumerate(sorted(units, key=pair_of)):
        bitmap |= 1 << pair_of(unit)
        record = (unit.lat - least_lat) | (unit.lon - least_lon) << lat_bits
        records |= (record | local.index(unit.ward) << (lat_bits + lon_bits)) << (rank * width)
    return bitmap.to_bytes(layout.BITMAP_BYTES, "little") + records.to_bytes((len(units) * width + 7) // 8, "little")


def pair_of(unit: Unit) -> int:
    """The place of a unit's last two letters among the 400 pairs."""
    inward = str(unit.postcode.inward)
    return INWARD_LETTERS.index(inward[1]) * 20 + INWARD_LETTERS.index(inward[2])


def _mean(points: list[tuple[float, float]]) -> tuple[int, int]:
    lats, lons = zip(*points, strict=True)
    return round(sum(lats) / len(lats) * layout.STEPS), round(sum(lons) / len(lons) * layout.STEPS)


def _steps(degrees: str) -> int:
    return round(float(degrees) * layout.STEPS)


def _write(path: Path, row_layout: str, rows: Iterable[tuple]) -> None:
    row = struct.Struct(row_layout)
    path.write_bytes(b"".join(row.pack(*values) for values in rows))


if __name__ == "__main__":
    main()
