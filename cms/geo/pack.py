"""Pack the open tables of postcodes and places into the small files beside this module.

    python -m cms.geo.pack SOURCE_DIR [--to FOLDER] [--check]

SOURCE_DIR holds gb_postcodes_cpo_YYYY-MM.csv.gz (postcode, lat, lon, lad, ward), gb_postcode_sectors.csv.gz (sector,
lat, lon), uk_outcodes.csv.gz (outcode, lat, lon) and gb_places_os_open_names.csv.gz (name, local_authority, type, lat,
lon). `layout` says how the files lie. Invariant: the same sources give the same bytes, and `--check` reads every row of
the sources back through the product's own readers and tells the largest error.
"""

import argparse
import json
import sys
from pathlib import Path

from cms.geo import layout
from cms.geo.packing.check import check
from cms.geo.packing.files import read_rows
from cms.geo.packing.places import write_places
from cms.geo.packing.postcodes import number_codes, units_by_sector, write_outwards, write_sectors, write_wards

DATA = Path(__file__).parent / "data"


def main() -> None:
    """Read the command line, then pack or check."""
    parser = argparse.ArgumentParser(description="Pack postcodes and place names into cms/geo/data.")
    parser.add_argument("source", type=Path, metavar="SOURCE_DIR")
    parser.add_argument("--to", type=Path, default=DATA)
    parser.add_argument("--check", action="store_true", help="read every source row back instead of packing")
    options = parser.parse_args()
    if options.check:
        sys.stdout.write(f"{check(options.source, options.to)}\n")
    else:
        pack(options.source, options.to)


def pack(source: Path, to: Path, other_names: Path = DATA / "other_names.csv") -> None:
    """Write every file of the table into `to`. Raises FileNotFoundError when a source is missing.

    `other_names` (other, listed, authority) says what else people call places that the source lists under one name.
    """
    to.mkdir(parents=True, exist_ok=True)
    postcodes = newest_postcodes(source)
    rows, outcodes = read_rows(postcodes), read_rows(source / "uk_outcodes.csv.gz")
    codes = number_codes(rows, outcodes)
    sectors = units_by_sector(rows, codes)
    write_wards(to, rows, codes)
    write_outwards(to, outcodes, sectors, codes)
    write_sectors(to, sectors, read_rows(source / "gb_postcode_sectors.csv.gz"))
    sources = read_rows(source / "gb_places_os_open_names.csv.gz")
    write_places(to, sources, rows, codes, read_rows(other_names))
    about = {
        "format": layout.FORMAT,
        "source": postcodes.name.removesuffix(".csv.gz"),
        "postcodes": len(rows),
        "places": len(sources),
        "bytes": {name: (to / name).stat().st_size for name in layout.FILES},
    }
    (to / "manifest.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def newest_postcodes(source: Path) -> Path:
    """The newest table of unit postcodes in the folder."""
    return max(source.glob("gb_postcodes_cpo_*.csv.gz"), default=source / "gb_postcodes_cpo_YYYY-MM.csv.gz")


if __name__ == "__main__":
    main()
