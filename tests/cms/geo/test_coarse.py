"""A home is never kept finer than its postcode sector."""

import csv
from pathlib import Path

import pytest

from cms.geo.gazetteer import Found, LayeredGazetteer, NationalGazetteer, TableGazetteer

SAMPLE = (Path(__file__).parent / "sample_postcodes.csv").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def layered(table: TableGazetteer, national: NationalGazetteer) -> LayeredGazetteer:
    return LayeredGazetteer([table, national])


def test_every_postcode_becomes_its_sector(national: NationalGazetteer) -> None:
    for row in csv.DictReader(SAMPLE):
        unit = national.find(row["postcode"])
        assert isinstance(unit, Found)
        assert national.coarse(unit) == national.find(row["postcode"][:-2])


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("ZM1 2SA", "ZM1 2"),
        ("Carder Street", "ZM1 2"),
        ("Reed Bottoms", "ZM1 4"),
        ("M33 7ZF", "M33 7"),
        ("A' Chill", "PH44 4"),
        ("M33 7", "M33 7"),
        ("M33", "M33"),
        ("Sale", "Sale, Trafford"),
        ("Weavers Fold", "Weavers Fold"),
    ],
)
def test_a_home_is_kept_as_a_sector_or_wider(layered: LayeredGazetteer, text: str, label: str) -> None:
    found = layered.find(text)
    assert isinstance(found, Found)
    kept = layered.coarse(found)
    assert (kept.label, kept.precision in ("unit", "street")) == (label, False)


def test_an_address_from_elsewhere_keeps_neither_its_words_nor_its_ward(layered: LayeredGazetteer) -> None:
    home = Found("4 Carder Street", 53.73541, -2.04623, "street", "fine-ward")
    kept = layered.coarse(home)
    assert kept == layered.find("ZM1 2")


def test_a_unit_that_no_table_has_becomes_the_nearest_sector(layered: LayeredGazetteer) -> None:
    kept = layered.coarse(Found("M33 0QQ", 53.4251, -2.32, "unit"))
    assert (kept.label, kept.precision) == ("M33 0", "sector")


def test_far_from_every_postcode_a_point_is_rounded(national: NationalGazetteer) -> None:
    kept = national.coarse(Found("4 Rue de la Paix", 48.86871, 2.33134, "street"))
    assert (kept.label, kept.lat, kept.lon, kept.precision) == ("48.87, 2.33", 48.87, 2.33, "sector")
