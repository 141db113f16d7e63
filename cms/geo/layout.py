"""How the packed tables lie in their files: one struct format for each kind of row.

Invariant: the packer writes and the readers read through these names alone, so the two cannot drift apart. Everything
is little-endian and unaligned; a row is found by its number, a key by binary search over the file itself, so nothing
has to be unpacked or loaded at start.

    wards.bin      code, district number, latitude, longitude (mean of its postcodes)
    districts.bin  code, authority number, latitude, longitude
    outwards.bin   code, district number, latitude, longitude
    sectors.bin    key ("M33 7", "M1  1"), start of its block in units.bin, number of units, least latitude and
                   longitude, bits of a latitude, a longitude and a ward, start of its wards, centroid
    sector_wards.bin   ward numbers of each sector, the commonest first
    units.bin      for each sector: 400 bits, one for each pair of last letters in use, then a fixed-width record for
                   each unit: latitude and longitude above the least, and the ward's place among the sector's wards
    places.bin     start and length of its folded name and of its name, authority number, kind, latitude, longitude,
                   ward number (of a district its own number), outward code number; sorted by folded name, then kind
    folded.bin, names.bin, authorities.bin   text, UTF-8, each entry ended by a zero byte

Degrees are whole numbers of 1/10,000 degree (11 metres or less, so at most 7 metres out) in units.bin and of 1/100,000
degree everywhere else.
"""

from typing import Final

FORMAT: Final = 1
UNIT_STEPS: Final = 10_000
STEPS: Final = 100_000
PAIRS: Final = 400
BITMAP_BYTES: Final = PAIRS // 8
NO_WARD: Final = 0xFFFF  # also: no district, no outward code

WARD: Final = "<9sHii"
DISTRICT: Final = "<9sHii"
OUTWARD: Final = "<4sHii"
SECTOR: Final = "<5sIHiiBBBIii"
# The same row for numpy, which reads all centroids at once.
SECTOR_FIELDS: Final = [
    ("key", "S5"),
    ("start", "<u4"),
    ("units", "<u2"),
    ("least", "<i4", 2),
    ("bits", "u1", 3),
    ("wards_start", "<u4"),
    ("lat", "<i4"),
    ("lon", "<i4"),
]
SECTOR_WARD: Final = "<H"
PLACE: Final = "<IBIBHBiiHH"

KINDS: Final = ("city", "town", "village", "suburban area", "hamlet", "other settlement", "district")

FILES: Final = (
    "wards.bin",
    "districts.bin",
    "outwards.bin",
    "sectors.bin",
    "sector_wards.bin",
    "units.bin",
    "places.bin",
    "folded.bin",
    "names.bin",
    "authorities.bin",
)


def sector_key(outward: str, digit: str) -> bytes:
    """The sorting key of a sector: "M33 7" -> b"M33 7", "M1 1" -> b"M1  1"."""
    return f"{outward:<4}{digit}".encode("ascii")
