"""A council's wards and districts: read, loaded, known to the gazetteer, put on places."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cms.geo.answers import Found
from cms.geo.sources import forget_tables, get_gazetteer
from cms.imports.areas import AreaProblem, AreaRow, areas, read_areas
from cms.imports.reading import NumberedRow
from cms.imports.wards import area_rows, load_areas
from cms.models import Area, Place
from tests.cms.imports.conftest import Import, draft


@pytest.fixture(autouse=True)
def _tables_as_they_were() -> Iterator[None]:
    forget_tables()
    yield
    forget_tables()


def test_a_plain_list_is_read(tmp_path: Path) -> None:
    path = tmp_path / "areas.csv"
    path.write_text(
        "code,name,kind,lat,lon\nE05015254,Sale Moor,ward,53.42,-2.30\n"
        "E08000009,Trafford,,,\nweavers-fold,Weavers Fold,,,\n"
    )
    assert read_areas(path) == (
        [
            AreaRow("E05015254", "Sale Moor", "ward", 53.42, -2.30),
            AreaRow("E08000009", "Trafford", "district"),
            AreaRow("weavers-fold", "Weavers Fold", "ward"),
        ],
        [],
    )


def test_the_national_lists_columns_are_known(tmp_path: Path) -> None:
    path = tmp_path / "areas.csv"
    path.write_text("WD24CD,WD24NM,LAT,LONG\nE05015254,Sale Moor,53.42,-2.30\n")
    assert read_areas(path)[0] == [AreaRow("E05015254", "Sale Moor", "ward", 53.42, -2.30)]


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"code": "E05015254", "name": ""}, "There is no name. Each line needs a code and a name."),
        ({"name": "Sale"}, "There is no code. Each line needs a code and a name."),
        ({"code": "E05 1", "name": "Sale"}, "E05 1 is not a code. A code has no spaces and at most 40 letters."),
        ({"code": "E05015254", "name": "S" * 121}, "The name has 121 letters. Shorten it to 120."),
        ({"code": "E05015254", "name": "Sale", "kind": "village"},
         "village is not a kind of area. Write ward or district."),
        ({"code": "E05015254", "name": "Sale", "lat": "1", "lon": "1"},
         "E05015254: lat and lon are not in the United Kingdom. Correct lat and lon."),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_used_says_why(values: dict[str, str], reason: str) -> None:
    assert areas([NumberedRow(2, values)]) == ([], [AreaProblem(2, reason)])


def test_a_code_stands_for_one_area() -> None:
    rows = [
        NumberedRow(2, {"code": "E05015254", "name": "Sale Moor"}),
        NumberedRow(3, {"code": "E05015254", "name": "Sale Moor"}),
        NumberedRow(4, {"code": "E05015254", "name": "Sale Central"}),
    ]
    found, problems = areas(rows)
    assert found == [AreaRow("E05015254", "Sale Moor")]
    assert problems == [AreaProblem(4, "E05015254 stands on line 2 already as Sale Moor.")]


@pytest.mark.django_db
def test_loading_again_changes_nothing() -> None:
    rows = [AreaRow("E05015254", "Sale Moor", "ward", 53.42, -2.30), AreaRow("E08000009", "Trafford", "district")]
    assert load_areas(rows)[:3] == (2, 0, 0)
    assert load_areas(rows)[:3] == (0, 0, 2)
    assert load_areas([AreaRow("E05015254", "Sale Moor & Sandy Lane")])[:3] == (0, 1, 0)
    area = Area.objects.get(code="E05015254")
    assert (area.name, area.lat) == ("Sale Moor & Sandy Lane", 53.42)


@pytest.mark.django_db
def test_the_gazetteer_knows_the_names(django_capture_on_commit_callbacks: object) -> None:
    code = get_gazetteer().find("M33 7ZF")
    assert isinstance(code, Found)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        load_areas([AreaRow(code.ward_code, "Weaving Ward"), AreaRow("own-1", "Loom Corner", "ward", 53.42, -2.3)])
    assert get_gazetteer().find("M33 7ZF").ward_name == "Weaving Ward"  # type: ignore[union-attr]
    found = get_gazetteer().find("Loom Corner")
    assert isinstance(found, Found)
    assert (found.lat, found.ward_code) == (53.42, "own-1")


@pytest.mark.django_db
def test_places_are_put_in_their_ward_when_it_is_loaded_and_new_ones_at_once(import_: Import) -> None:
    found = get_gazetteer().find("M33 7ZF")
    assert isinstance(found, Found)
    import_(draft("1"))
    assert Place.objects.get().ward is None
    assert load_areas([AreaRow(found.ward_code, "Sale Ward")]).placed == 1
    assert Place.objects.get().ward.name == "Sale Ward"
    assert load_areas([AreaRow(found.ward_code, "Sale Ward")]).placed == 0
    elsewhere = draft("2", ward_code=found.ward_code).content.place.__class__("", "M33 7ZF", 53.4, -2.3, "exact")
    import_(draft("2", place=elsewhere, ward_code=found.ward_code))
    assert Place.objects.get(precision="exact").ward.name == "Sale Ward"


def test_without_a_database_there_are_no_areas() -> None:
    assert list(area_rows()) == []
