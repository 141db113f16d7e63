"""What a map shows behind its pins: loaded outlines, hulls marked approximate, and the command that loads."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from cms.models import Area, Kind, Outline, Place
from cms.outlines import outlines_of
from tests.factories.assets import AssetFactory
from tests.factories.places import AreaFactory, OutlineFactory, PlaceFactory

pytestmark = pytest.mark.django_db
SALE = "E05015254"
FILE = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"WD24CD": SALE, "WD24NM": "Sale Central"},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[-2.33, 53.42], [-2.31, 53.42], [-2.31, 53.43], [-2.33, 53.43], [-2.33, 53.42]]],
            },
        }
    ],
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "wards.geojson"
    path.write_text(json.dumps(FILE), encoding="utf-8")
    return path


def kinds(found: dict) -> list[tuple[str, str, bool]]:
    told = [feature["properties"] for feature in found["features"]]
    return [(each["code"], each["kind"], each["approximate"]) for each in told]


def test_a_ward_without_an_outline_is_drawn_round_its_postcodes() -> None:
    AreaFactory(code=SALE, name="Sale Central")
    found = outlines_of([SALE], ["M33 7"])
    assert kinds(found) == [(SALE, "ward", True), ("M33 7", "sector", True)]
    assert all(len(feature["geometry"]["coordinates"][0]) > 3 for feature in found["features"])


def test_an_outline_that_was_loaded_takes_its_place() -> None:
    OutlineFactory(area=AreaFactory(code=SALE), attribution="Contains OS data.")
    found = outlines_of([SALE], [])
    assert kinds(found) == [(SALE, "ward", False)]
    assert found["features"][0]["properties"]["attribution"] == "Contains OS data."


def test_what_nobody_knows_is_left_out() -> None:
    AreaFactory(code="far-away")
    assert kinds(outlines_of(["far-away", "E05000000", ""], ["ZZ99 9", "Sale", "M33"])) == []


def test_a_whole_postcode_is_never_drawn_finer_than_its_sector() -> None:
    assert kinds(outlines_of([], ["M33 7ZF"])) == [("M33 7", "sector", True)]


def test_the_address_is_open_and_may_be_kept(client: Client) -> None:
    AreaFactory(code=SALE)
    response = client.get("/map/outlines.json", {"ward": SALE, "sector": "M33 7"})
    assert len(response.json()["features"]) == 2
    assert "max-age=3600" in response["Cache-Control"]


def test_a_council_loads_its_own(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_outlines", str(file), "--attribution", "Contains OS data.")
    assert "1 new, 0 changed, 0 unchanged." in (told := capsys.readouterr().out)
    assert "1 areas were new" in told
    assert Area.objects.get(code=SALE).outline.attribution == "Contains OS data."
    call_command("load_outlines", str(file), "--attribution", "Contains OS data.")
    assert "0 new, 0 changed, 1 unchanged." in capsys.readouterr().out
    call_command("load_outlines", str(file))
    assert "0 new, 1 changed, 0 unchanged." in capsys.readouterr().out


def test_a_file_with_one_fault_loads_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fault = {"type": "Feature", "properties": {}, "geometry": None}
    file.write_text(json.dumps({**FILE, "features": [*FILE["features"], fault]}), encoding="utf-8")
    with pytest.raises(CommandError, match="Nothing was loaded"):
        call_command("load_outlines", str(file))
    assert "Feature 2: There is no code." in capsys.readouterr().err
    assert not Outline.objects.exists()


def test_a_file_without_features(file: Path) -> None:
    file.write_text(json.dumps({**FILE, "features": []}), encoding="utf-8")
    with pytest.raises(CommandError, match="no features"):
        call_command("load_outlines", str(file))


def test_behind_the_pins_stand_the_places_that_people_know() -> None:
    sale, elsewhere = AreaFactory(code=SALE), AreaFactory(code="far-away")
    library = PlaceFactory(name="Fleece Bridge Library", ward=sale)
    homes = PlaceFactory(name="At Joan's", ward=sale, precision=Place.Precision.SECTOR)
    far = PlaceFactory(name="Far Library", ward=elsewhere)
    hidden, hall = PlaceFactory(name="The Refuge", ward=sale), PlaceFactory(name="Weavers' Hall", ward=sale)
    for place in (library, homes, far):
        AssetFactory(kind=Kind.PLACE, at=[place])
    AssetFactory(kind=Kind.PLACE, at=[hidden], live=False)
    AssetFactory(kind=Kind.GROUP, at=[hall])
    told = [each for each in outlines_of([SALE], [])["features"] if each["properties"]["kind"] == "landmark"]
    assert [each["properties"]["name"] for each in told] == ["Fleece Bridge Library"]
    assert told[0]["geometry"]["coordinates"] == [library.lon, library.lat]
