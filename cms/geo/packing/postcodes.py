"""Pack units, sectors, outward codes and wards.

Invariant: rows go in the order of their keys, which the readers search by halves.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from cms.geo import layout
from cms.geo.packing.files import SourceRow, steps, write
from cms.geo.postcode import Postcode, parse_postcode
from cms.geo.postcodes import pair_number


class Unit(NamedTuple):
    """A unit postcode of the source. Degrees are whole steps of 1/10,000; `ward` is a number or NO_WARD."""

    postcode: Postcode
    lat: int
    lon: int
    ward: int

    @property
    def pair(self) -> int:
        """The place of its last two letters among the 400 pairs."""
        return pair_number(str(self.postcode.inward))


class Codes(NamedTuple):
    """The numbers of wards, districts and outward codes, and the district number of each ward number."""

    wards: dict[str, int]
    districts: dict[str, int]
    outwards: dict[str, int]
    district_of: dict[int, int]


def number_codes(rows: list[SourceRow], outcodes: list[SourceRow]) -> Codes:
    """Number every code in the order of the codes."""
    lad_of = {row["ward"]: row["lad"] for row in rows if row["ward"]}
    wards = {code: number for number, code in enumerate(sorted(lad_of))}
    districts = {code: number for number, code in enumerate(sorted(set(lad_of.values())))}
    outwards = {code: number for number, code in enumerate(sorted(row["outcode"] for row in outcodes))}
    return Codes(wards, districts, outwards, {wards[ward]: districts[lad] for ward, lad in lad_of.items()})


def units_by_sector(rows: list[SourceRow], codes: Codes) -> dict[bytes, list[Unit]]:
    """The units of each sector, in the order of the sectors' keys. Raises ValueError for a row that is no postcode."""
    sectors: dict[bytes, list[Unit]] = defaultdict(list)
    for row in rows:
        postcode = parse_postcode(row["postcode"])
        if not isinstance(postcode, Postcode) or postcode.digit is None:
            raise ValueError(f"{row['postcode']} in the source is not a whole postcode.")
        lat, lon = (round(float(row[axis]) * layout.UNIT_STEPS) for axis in ("lat", "lon"))
        ward = codes.wards.get(row["ward"], layout.NO_WARD)
        sectors[layout.sector_key(postcode.outward, postcode.digit)].append(Unit(postcode, lat, lon, ward))
    return dict(sorted(sectors.items()))


def write_wards(to: Path, rows: list[SourceRow], codes: Codes) -> None:
    """Each ward with its district, at the mean of its postcodes."""
    points = points_by(rows, "ward")
    table = ((code.encode(), codes.district_of[number], *mean(points[code])) for code, number in codes.wards.items())
    write(to / "wards.bin", layout.WARD, table)


def write_outwards(to: Path, outcodes: list[SourceRow], sectors: dict[bytes, list[Unit]], codes: Codes) -> None:
    """Each outward code with the district that most of its units are in."""
    tally: dict[str, Counter[int]] = defaultdict(Counter)
    for units in sectors.values():
        for unit in units:
            tally[unit.postcode.outward][codes.district_of.get(unit.ward, layout.NO_WARD)] += 1
    table = []
    for row in outcodes:
        commonest = tally[row["outcode"]].most_common(1)
        district = commonest[0][0] if commonest else layout.NO_WARD
        table.append((f"{row['outcode']:<4}".encode(), district, steps(row["lat"]), steps(row["lon"])))
    write(to / "outwards.bin", layout.OUTWARD, sorted(table))


def write_sectors(to: Path, sectors: dict[bytes, list[Unit]], centroids: list[SourceRow]) -> None:
    """Each sector with its centroid, its wards and the block of its units."""
    centre = {row["sector"]: (steps(row["lat"]), steps(row["lon"])) for row in centroids}
    blocks: list[bytes] = []
    table: list[tuple] = []
    wards: list[int] = []
    start = 0
    for key, units in sectors.items():
        tally = Counter(unit.ward for unit in units)
        local = sorted(tally, key=lambda ward: (-tally[ward], ward))
        least_lat, least_lon = min(unit.lat for unit in units), min(unit.lon for unit in units)
        bits = (
            (max(unit.lat for unit in units) - least_lat).bit_length(),
            (max(unit.lon for unit in units) - least_lon).bit_length(),
            (len(local) - 1).bit_length(),
        )
        middle = centre[str(units[0].postcode.sector)]
        table.append((key, start, len(units), least_lat, least_lon, *bits, len(wards), *middle))
        blocks.append(_block(units, (least_lat, least_lon), bits, local))
        start += len(blocks[-1])
        wards.extend(local)
    write(to / "sectors.bin", layout.SECTOR, table)
    write(to / "sector_wards.bin", layout.SECTOR_WARD, ((ward,) for ward in wards))
    (to / "units.bin").write_bytes(b"".join(blocks))


def _block(units: list[Unit], least: tuple[int, int], bits: tuple[int, int, int], local: list[int]) -> bytes:
    """A sector's 400 bits and its records, the lowest bits first."""
    lat_bits, lon_bits, ward_bits = bits
    width = lat_bits + lon_bits + ward_bits
    bitmap = records = 0
    for rank, unit in enumerate(sorted(units, key=lambda unit: unit.pair)):
        bitmap |= 1 << unit.pair
        record = (unit.lat - least[0]) | (unit.lon - least[1]) << lat_bits
        records |= (record | local.index(unit.ward) << (lat_bits + lon_bits)) << (rank * width)
    return bitmap.to_bytes(layout.BITMAP_BYTES, "little") + records.to_bytes((len(units) * width + 7) // 8, "little")


def points_by(rows: Iterable[SourceRow], field: str) -> dict[str, list[tuple[float, float]]]:
    """The points of the rows under each value of a field."""
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for row in rows:
        points[row[field]].append((float(row["lat"]), float(row["lon"])))
    return points


def mean(points: list[tuple[float, float]]) -> tuple[int, int]:
    """The mean of points, in whole steps of 1/100,000 degree."""
    lats, lons = zip(*points, strict=True)
    return steps(sum(lats) / len(lats)), steps(sum(lons) / len(lons))
