"""Packing the sources again gives tables that read the same back."""

import gzip
import random
from pathlib import Path

import pytest

from cms.geo import layout
from cms.geo.gazetteer import Found, NationalGazetteer
from cms.geo.pack import pack
from cms.geo.packing.check import check
from cms.geo.postcode import INWARD_LETTERS
from cms.geo.records import DamagedTableError

PLACES = """name,local_authority,type,lat,lon
M33,Trafford,unclassified,53.42,-2.32
Sale,Trafford,town,53.4252,-2.3228
Sale Moor,Trafford,suburban area,53.4190,-2.3080
Brooklands,,suburban area,53.4150,-2.3200
Stornoway Hill,Na h-Eileanan an Iar,hamlet,58.2090,-6.3870
Steòrnabhagh,Na h-Eileanan an Iar,town,58.2093,-6.3848
"""
OTHER_NAMES = "other,listed,authority\nStornoway,Steòrnabhagh,Na h-Eileanan an Iar\n"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few sectors with the shapes that are hard: one unit, all 400, far apart, all in one place, without a ward."""
    folder = tmp_path_factory.mktemp("source")
    chance = random.Random(7)
    pairs = [first + second for first in INWARD_LETTERS for second in INWARD_LETTERS]
    units = [("M33 7ZF", 53.425061, -2.320021, "E08000009", "E05000001")]
    units += [("HS1 2AA", 58.209, -6.385, "S12000013", "S13000001"), ("HS1 2ZZ", 59.6, -6.0, "S12000013", "S13000001")]
    units += [(f"M1 1{pair}", 53.48, -2.24, "E08000003", f"E0500001{chance.randrange(9)}") for pair in pairs]
    units += [(f"EC1A 1{pair}", chance.uniform(51.5, 51.6), chance.uniform(-0.2, 0.2), "", "") for pair in pairs[::9]]
    _write(folder / "gb_postcodes_cpo_2025-05.csv.gz", "postcode,lat,lon,lad,ward", units)
    sectors = sorted({(unit[0][:-2], *unit[1:3]) for unit in units})
    unique = {sector[0]: sector for sector in sectors}
    _write(folder / "gb_postcode_sectors.csv.gz", "sector,lat,lon", list(unique.values()))
    outcodes = [(name, unique[sector][1], unique[sector][2]) for name, sector in (("M33", "M33 7"), ("HS1", "HS1 2"))]
    outcodes += [("M1", 53.48, -2.24), ("EC1A", 51.55, 0.0), ("BT1", 54.58333, -5.93333)]
    _write(folder / "uk_outcodes.csv.gz", "outcode,lat,lon", outcodes)
    (folder / "gb_places_os_open_names.csv.gz").write_bytes(gzip.compress(PLACES.encode()))
    (folder / "other_names.csv").write_text(OTHER_NAMES, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def packed(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packed")
    pack(source, folder, source / "other_names.csv")
    return folder


def _write(path: Path, header: str, rows: list[tuple]) -> None:
    lines = [header, *(",".join(map(str, row)) for row in rows)]
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode()))


def test_every_row_reads_back(source: Path, packed: Path) -> None:
    assert check(source, packed).startswith("448 postcodes and 6 names found; the furthest is ")


def test_the_same_sources_give_the_same_bytes(source: Path, packed: Path, tmp_path: Path) -> None:
    pack(source, tmp_path, source / "other_names.csv")
    assert {name: (tmp_path / name).read_bytes() for name in layout.FILES} == {
        name: (packed / name).read_bytes() for name in layout.FILES
    }


@pytest.mark.parametrize(
    ("text", "label", "district"),
    [
        ("Stornoway", "Stornoway, Na h-Eileanan an Iar", "Na h-Eileanan an Iar"),
        ("Brooklands, Trafford", "Brooklands, Trafford", "Trafford"),
        ("Trafford", "Trafford", "Trafford"),
        ("M1 1", "M1 1", ""),
        ("EC1A 1AA", "EC1A 1AA", ""),
        ("BT1 1AA", "BT1", ""),
    ],
)
def test_names_are_completed_from_what_is_around(packed: Path, text: str, label: str, district: str) -> None:
    answer = NationalGazetteer(packed).find(text)
    assert isinstance(answer, Found)
    assert (answer.label, answer.district_name) == (label, district)


def test_a_stale_line_of_other_names_stops_the_packing(source: Path, tmp_path: Path) -> None:
    stale = tmp_path / "other_names.csv"
    stale.write_text("other,listed,authority\nNowhere,Nirgends,Trafford\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no place Nirgends in Trafford"):
        pack(source, tmp_path / "packed", stale)


def test_the_check_notices_a_lost_postcode(source: Path, packed: Path, tmp_path: Path) -> None:
    for path in source.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    _write(tmp_path / "gb_postcodes_cpo_2025-08.csv.gz", "postcode,lat,lon,lad,ward", [("M33 7ZZ", 53.4, -2.3, "", "")])
    with pytest.raises(ValueError, match="M33 7ZZ is in the source and not in the table"):
        check(tmp_path, packed)


@pytest.mark.parametrize(
    ("content", "words"), [(None, "cannot be read"), (b"", "cannot be read"), (b"short", "has the wrong length")]
)
def test_a_damaged_file_says_how_to_put_it_right(
    packed: Path, tmp_path: Path, content: bytes | None, words: str
) -> None:
    for name in layout.FILES:
        (tmp_path / name).write_bytes((packed / name).read_bytes())
    (tmp_path / "sectors.bin").unlink()
    if content is not None:
        (tmp_path / "sectors.bin").write_bytes(content)
    with pytest.raises(DamagedTableError, match=rf"sectors.bin {words}.*Take it from the repository again"):
        NationalGazetteer(tmp_path)
