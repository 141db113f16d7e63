"""Great Britain's postcodes and places against rows taken from their sources."""

import csv
import json
from pathlib import Path

import pytest
from geopy.distance import great_circle
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.geo import layout
from cms.geo.gazetteer import Found, NationalGazetteer, NotFound
from cms.geo.national import DATA
from tests.examples import examples

HERE = Path(__file__).parent
# The most answers that are listed for one name.
MANY = 10
# Two of one name in one postcode district count as one.
NEXT_DOOR = 6000


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((HERE / name).read_text(encoding="utf-8").splitlines()))


def found(gazetteer: NationalGazetteer, text: str) -> Found:
    answer = gazetteer.find(text)
    assert isinstance(answer, Found), f"{text}: {answer}"
    return answer


def not_found(gazetteer: NationalGazetteer, text: str) -> NotFound:
    answer = gazetteer.find(text)
    assert isinstance(answer, NotFound), f"{text}: {answer}"
    return answer


def metres(found: Found, row: dict[str, str]) -> float:
    return float(great_circle((found.lat, found.lon), (float(row["lat"]), float(row["lon"]))).meters)


def test_postcodes_are_where_their_source_has_them(national: NationalGazetteer) -> None:
    wrong = []
    for row in rows("sample_postcodes.csv"):
        unit = found(national, row["postcode"])
        as_in_source = (row["postcode"], "unit", row["ward"], row["district"])
        if (unit.label, unit.precision, unit.ward_code, unit.district_code) != as_in_source or metres(unit, row) > 15:
            wrong.append((row, unit))
    assert wrong == []


def test_places_are_found_by_name_where_their_source_has_them(national: NationalGazetteer) -> None:
    further, wrong = [], []
    for row in rows("sample_places.csv"):
        first = found(national, row["name"])
        answers = [first, *(found(national, label) for label in first.alternatives)]
        away = min(metres(answer, row) for answer in answers)
        if len(answers) == MANY or (first.label, first.precision) == (row["name"], "outward"):
            continue
        further += [row["name"]] if away > 2 else []
        wrong += [row["name"]] if away > NEXT_DOOR else []
    assert wrong == []
    assert len(further) <= 3


@pytest.mark.parametrize(
    ("text", "label", "precision"),
    [
        ("m33", "M33", "outward"),
        ("M33 7", "M33 7", "sector"),
        ("m337zf", "M33 7ZF", "unit"),
        ("12 Cross Street, Sale, M33 7AR", "M33 7AR", "unit"),
        ("M33 7AR, Sale", "M33 7AR", "unit"),
        ("BT1 5GS", "BT1", "outward"),
        ("Sale", "Sale, Trafford", "place"),
        ("  near   SALE ", "Sale, Trafford", "place"),
        ("Sale, Trafford", "Sale, Trafford", "place"),
        ("Sale Trafford", "Sale, Trafford", "place"),
        ("Sale, Greater Manchester", "Sale, Trafford", "place"),
        ("Saint Albans", "St Albans", "place"),
        ("st. albans", "St Albans", "place"),
        ("Stoke on Trent", "Stoke-on-Trent", "place"),
        ("newcastle-on-tyne", "Newcastle upon Tyne", "place"),
        ("Kings Lynn", "King's Lynn, King's Lynn and West Norfolk", "place"),
        ("A' Chrion Laraich", "A' Chrìon Làraich, Stirling", "place"),
        ("Near Barrowshaw", "Near Barrowshaw, Oldham", "place"),
        ("Ae", "Ae, Dumfries and Galloway", "place"),
        ("Inverness", "Inverness", "place"),
        ("Newport", "Newport", "place"),
        ("Newport, Pembrokeshire", "Newport, Pembrokeshire", "place"),
        ("Newport Isle of Wight", "Newport, Isle of Wight", "place"),
        ("Stretford, Manchester", "Stretford, Trafford", "place"),
        ("Ashford, Kent", "Ashford", "place"),
        ("Newport, M33", "M33", "outward"),
        ("Trafford", "Trafford", "district"),
        ("E08000009", "Trafford", "district"),
        ("e05015254", "E05015254", "ward"),
    ],
)
def test_reads_what_people_type(national: NationalGazetteer, text: str, label: str, precision: str) -> None:
    answer = found(national, text)
    assert (answer.label, answer.precision) == (label, precision)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Type a postcode, such as M33 7, or the name of a place."),
        ("M", "M is a very large area. Add the number that comes after it, as in M1."),
        ("MI 1AE", "We don't know MI 1AE. Is it M1 1AE?"),
        ("M33 OZF", "We don't know M33 OZF. Check each letter."),
        ("M33 7Z", "M33 7Z is one letter short of a whole postcode. Is it M33 7?"),
        ("M33 7QQ", "We don't know M33 7QQ, but we know the area around it. Is it M33 7?"),
        ("M33 9", "We don't know M33 9, but we know the area around it. Is it M33?"),
        ("M97", "We don't know M97. Is it M9 7?"),
        ("ZE7", "We don't know ZE7. Check the number after ZE."),
        ("ZZ1 1AA", "We don't know ZZ1 1AA. No postcode starts with ZZ. Check the letters."),
        ("E05999999", "We don't know a ward or district with the code E05999999."),
        ("Kardiff", "We don't know Kardiff. Is it Cardiff?"),
        ("xyzzyqq", "We don't know xyzzyqq. Try a postcode."),
        ("🐈", "We don't know 🐈. Try a postcode."),
    ],
)
def test_helps_when_it_does_not_know(national: NationalGazetteer, text: str, words: str) -> None:
    assert str(not_found(national, text)) == words


@pytest.mark.parametrize("text", ["Strettford", "Manchestre", "Stockprot", "Altringham", "Newport, Narnia"])
def test_every_suggestion_can_be_looked_up(national: NationalGazetteer, text: str) -> None:
    suggestions = not_found(national, text).suggestions
    assert suggestions
    for suggestion in suggestions:
        found(national, suggestion)


def test_a_name_that_many_share_gives_the_largest_and_lists_others(national: NationalGazetteer) -> None:
    newport = found(national, "Newport")
    assert newport.kind == "city"
    assert "Newport, Isle of Wight" in newport.alternatives
    assert found(national, "Newport, Isle of Wight").kind == "town"


def test_nearness_decides_between_places_of_one_name() -> None:
    near_shropshire = NationalGazetteer(near=(52.7, -2.5))
    assert found(near_shropshire, "Newport").label == "Newport, Telford and Wrekin"


def test_two_of_a_name_in_one_district_are_told_apart_by_postcode(national: NationalGazetteer) -> None:
    first = found(national, "Stretford, Herefordshire")
    assert [found(national, label).label for label in (first.label, *first.alternatives)] == [
        first.label,
        *first.alternatives,
    ]


def test_a_sector_is_in_the_ward_of_most_of_its_postcodes(national: NationalGazetteer) -> None:
    sector = found(national, "M33 7")
    assert (sector.ward_code, sector.district_code, sector.district_name) == ("E05015254", "E08000009", "Trafford")


def test_the_nearest_postcode_gives_its_district(national: NationalGazetteer) -> None:
    wrong = []
    for row in rows("sample_postcodes.csv"):
        sector = national.nearest(float(row["lat"]), float(row["lon"]))
        if sector is None or (sector.precision, sector.district_code) != ("sector", row["district"]):
            wrong.append((row, sector))
    assert [row["postcode"] for row, _ in wrong if row["district"]] == []


@pytest.mark.parametrize("point", [(48.85, 2.35), (0.0, 0.0), (57.0, -15.0), (-90.0, 180.0)])
def test_no_postcode_is_near_a_point_abroad_or_at_sea(national: NationalGazetteer, point: tuple[float, float]) -> None:
    assert national.nearest(*point) is None


def test_the_shipped_files_are_those_that_were_packed() -> None:
    manifest = json.loads((DATA / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["format"] == layout.FORMAT
    assert manifest["postcodes"] == 1_742_638
    assert manifest["places"] == 45_974
    assert {name: (DATA / name).stat().st_size for name in layout.FILES} == manifest["bytes"]


@given(st.text(max_size=60))
@settings(max_examples=examples(60), deadline=None)
def test_any_text_gets_an_answer(text: str) -> None:
    assert isinstance(GAZETTEER.find(text), Found | NotFound)


@given(st.text("ABMOI0137 ,.é'-", max_size=14))
@settings(max_examples=examples(60), deadline=None)
def test_nearly_postcodes_get_an_answer_that_can_be_shown(text: str) -> None:
    answer = GAZETTEER.find(text)
    assert answer.label if isinstance(answer, Found) else str(answer).endswith((".", "?"))


GAZETTEER = NationalGazetteer()
