"""A loaded table: its postcodes, streets and wards, alone and in front of Great Britain's."""

from pathlib import Path

import pytest

from cms.geo.gazetteer import Found, LayeredGazetteer, NationalGazetteer, NotFound, TableGazetteer, TableRow
from cms.geo.table_file import UnreadableTableError, read_table


@pytest.fixture(scope="module")
def layered(table: TableGazetteer, national: NationalGazetteer) -> LayeredGazetteer:
    return LayeredGazetteer([table, national])


@pytest.mark.parametrize(
    ("text", "label", "precision", "ward"),
    [
        ("zm12sa", "ZM1 2SA", "unit", "Weavers Fold"),
        ("ZM1 2", "ZM1 2", "sector", "Weavers Fold"),
        ("ZM1", "ZM1", "outward", "Weavers Fold"),
        ("weavers fold", "Weavers Fold", "ward", "Weavers Fold"),
        ("E05000001", "Bank Top", "ward", "Bank Top"),
        ("Bank Top", "Bank Top", "ward", "Bank Top"),
        ("Tenterclough", "Tenterclough", "district", "Bank Top"),
        ("Carder Street", "Carder Street", "street", "Weavers Fold"),
        ("carder st.", "Carder Street", "street", "Weavers Fold"),
        ("Mill Lane", "Mill Lane, Low Moor", "street", "Low Moor"),
        ("Mill Lane, Bank Top", "Mill Lane, Bank Top", "street", "Bank Top"),
        ("Reed Bottoms", "Reed Bottoms", "place", "Low Moor"),
        ("9 Carder Street, ZM1 2SB", "ZM1 2SB", "unit", "Weavers Fold"),
    ],
)
def test_finds_what_the_table_names(table: TableGazetteer, text: str, label: str, precision: str, ward: str) -> None:
    answer = table.find(text)
    assert isinstance(answer, Found)
    assert (answer.label, answer.precision, answer.ward_name) == (label, precision, ward)


def test_a_sector_is_in_the_middle_of_its_units(table: TableGazetteer) -> None:
    sector = table.find("ZM1 2")
    assert isinstance(sector, Found)
    assert (sector.lat, sector.lon) == (53.7356, -2.0466)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("QT44", "We don't know QT44. Is it QT4 4?"),
        ("ZM1 ZSA", "We don't know ZM1 ZSA. Is it ZM1 2SA?"),
        ("ZM1 OZF", "We don't know ZM1 OZF. Check each letter."),
        ("ZM1 2CV", "ZM1 2CV is not a postcode, but we know the area around it. Is it ZM1 2?"),
        ("ZM1 2ZZ", "We don't know ZM1 2ZZ, but we know the area around it. Is it ZM1 2?"),
        ("ZM7", "We don't know ZM7. Check the number after ZM."),
        ("M33", "We don't know M33. No postcode starts with M. Check the letters."),
        ("Weevers Fold", "We don't know Weevers Fold. Is it Weavers Fold?"),
        (
            "Mill Lane, Leeds",
            "We know Mill Lane, but not near Leeds. Is it Mill Lane, Low Moor, or Mill Lane, Bank Top?",
        ),
    ],
)
def test_helps_with_what_the_table_does_not_know(table: TableGazetteer, text: str, words: str) -> None:
    answer = table.find(text)
    assert isinstance(answer, NotFound)
    assert str(answer) == words


@pytest.mark.parametrize("text", ["ZM1 2SA", "Carder Street", "Sale", "M33 7ZF"])
def test_two_layers_know_what_either_knows(layered: LayeredGazetteer, text: str) -> None:
    assert isinstance(layered.find(text), Found)


def test_the_first_layer_wins_and_the_others_are_listed(layered: LayeredGazetteer) -> None:
    answer = layered.find("Bank Top")
    assert isinstance(answer, Found)
    assert (answer.precision, answer.ward_code) == ("ward", "E05000001")
    assert any(label.startswith("Bank Top, ") for label in answer.alternatives)


def test_a_table_names_wards_that_another_layer_finds(layered: LayeredGazetteer, table: TableGazetteer) -> None:
    unit, ward = layered.find("M33 7ZF"), layered.find("Sale Moor, Trafford")
    assert isinstance(unit, Found)
    assert (unit.ward_name, unit.district_name) == ("Sale Moor", "Trafford")
    assert isinstance(ward, Found)
    ward = table.find("Sale Moor")
    assert isinstance(ward, Found)
    assert (ward.precision, ward.ward_code, round(ward.lat, 1)) == ("ward", "E05015254", 53.4)


def test_a_few_postcodes_of_a_sector_do_not_move_its_middle(national: NationalGazetteer) -> None:
    new = TableGazetteer([TableRow("M33 7QQ", 53.5, -2.5, "E05015254")])
    layered = LayeredGazetteer([new, national])
    assert isinstance(layered.find("M33 7QQ"), Found)
    assert layered.find("M33 7") == national.find("M33 7")


def test_the_nearest_postcode_of_any_layer_counts(layered: LayeredGazetteer) -> None:
    at_home, in_sale = layered.nearest(53.7354, -2.0462), layered.nearest(53.4251, -2.32)
    assert at_home is not None
    assert in_sale is not None
    assert (at_home.label, in_sale.label) == ("ZM1 2", "M33 7")


def test_an_empty_table_knows_nothing() -> None:
    empty = TableGazetteer([])
    assert isinstance(empty.find("ZM1 2SA"), NotFound)
    assert isinstance(empty.find("Weavers Fold"), NotFound)
    assert empty.nearest(53.7, -2.0) is None


@pytest.mark.parametrize("postcode", ["ZM1", "ZM1 2", "ZM1 2S", "nowhere"])
def test_a_row_that_is_not_a_whole_postcode_is_named(postcode: str) -> None:
    with pytest.raises(ValueError, match=f"'{postcode}' is not a whole postcode. Correct that row"):
        TableGazetteer([TableRow(postcode, 53.7, -2.0)])


def test_reads_a_file_of_postcodes_and_one_of_streets(tmp_path: Path) -> None:
    postcodes, streets = tmp_path / "postcodes.csv", tmp_path / "streets.csv"
    postcodes.write_text("\ufeffPostcode,Lat,Lon,Ward\nZM1 2SA,53.7354,-2.0462,weavers-fold\n", encoding="utf-8")
    streets.write_text("street,postcode,ward\nCarder Street,ZM1 2SA,weavers-fold\n", encoding="utf-8")
    table = TableGazetteer([*read_table(postcodes), *read_table(streets)])
    street = table.find("carder street")
    assert isinstance(street, Found)
    assert (street.lat, street.lon, street.ward_name, street.precision) == (53.7354, -2.0462, "Weavers Fold", "street")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"a,b\n1,2\n", "needs a first line with a column called postcode"),
        (b"", "needs a first line with a column called postcode"),
        (b"postcode,lat,lon\nZM1 2SA,north,-2\n", "line 2: lat is 'north'. It has to be degrees, from 49.0 to 61.5"),
        (b"postcode,lat,lon\nZM1 2SA,53.7,200\n", "line 2: lon is '200'"),
        (b"postcode,ward\nZM1 2SA,\xff\n", "is not UTF-8"),
    ],
)
def test_says_what_is_wrong_with_a_file(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableTableError, match=words):
        read_table(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTableError, match=r"missing.csv cannot be opened. Check CONNECTOR_GAZETTEER_TABLES"):
        read_table(tmp_path / "missing.csv")
