"""`import_listings` with files of any shape: folders, zips, workbooks, several at once, kept mappings."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cms.models import Asset, AssetPlace, AssetSource, CostOption, Place, Session, Source
from connector.intake.models import ImportMapping
from tests.cms.imports import shapes

pytestmark = pytest.mark.django_db
Run = Callable[..., str]


def test_a_folder_of_tables(run: Run, tmp_path: Path) -> None:
    folder = shapes.open_referral(tmp_path / "open referral")
    said = run("import_listings", folder, "--publish")
    assert "3 new" in said
    sewing = Asset.objects.get(name="Sewing circle")
    assert sorted(at.place.name for at in sewing.asset_places.all()) == ["St Oswin's Hall", "Weavers Hall"]
    assert {session.place.name for session in sewing.sessions.all()} == {"St Oswin's Hall", "Weavers Hall"}
    assert (sewing.cost_pence, sewing.cost_options.count(), sewing.contacts.get().name) == (350, 2, "Jean")
    assert (sewing.live, Asset.objects.get(name="Weaving class").live) == (True, False)
    assert Source.objects.get().name == "open referral"
    before = [list(model.objects.order_by("pk").values()) for model in (Asset, Session, AssetPlace, Place, CostOption)]
    said = run("import_listings", folder, "--publish")
    assert "0 new" in said
    assert "0 changed" in said
    after = [list(model.objects.order_by("pk").values()) for model in (Asset, Session, AssetPlace, Place, CostOption)]
    assert after == before


def test_a_zip_of_the_same_tables_is_the_same_list(run: Run, tmp_path: Path) -> None:
    folder = shapes.open_referral(tmp_path / "tables")
    run("import_listings", folder, "--source", "Ours")
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w") as packed:
        for path in folder.iterdir():
            packed.write(path, f"export/{path.name}")
    (tmp_path / "ours.zip").write_bytes(to.getvalue())
    said = run("import_listings", tmp_path / "ours.zip", "--source", "Ours")
    assert "3 unchanged" in said


def test_a_workbook(run: Run, tmp_path: Path) -> None:
    said = run("import_listings", shapes.workbook(tmp_path), "--publish")
    assert "3 new" in said
    assert "Read me" in said
    assert Session.objects.filter(asset__name="Both Halls").count() == 2


def test_several_files_at_once_belong_together(run: Run, tmp_path: Path) -> None:
    folder = shapes.by_names(tmp_path / "names")
    run("import_listings", *sorted(folder.iterdir()), "--source", "Ours")
    assert Asset.objects.get(name="Pottery").asset_places.get().place.postcode == "ZM1 2SA"


def test_several_of_our_own_files(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"id": name, "name": name, "source": "Ours"}) + "\n")
    run("import_listings", tmp_path / "one.jsonl", tmp_path / "two.jsonl")
    assert set(Asset.objects.values_list("name", flat=True)) == {"one", "two"}


def test_a_kept_mapping_by_its_name(run: Run, tmp_path: Path) -> None:
    path = shapes.unknown_headings(tmp_path)
    ImportMapping.objects.create(
        name="odd", source="Odd list", columns="Wk = taxonomy", licence="OGL v3.0", contacts_for="partner"
    )
    run("import_listings", path, "--mapping", "odd")
    tea = Asset.objects.get(name="Tea and Tunes")
    assert (tea.tags, tea.contacts.get().visibility) == (["Tuesdays"], "partner")
    record = AssetSource.objects.get(asset=tea)
    assert (record.source.name, record.licence) == ("Odd list", "OGL v3.0")
    run("import_listings", path, "--mapping", "even", fails="There is no mapping even. Mappings: odd.")


def test_what_a_list_no_longer_has_is_taken_down_when_it_is_whole(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    rows = ["Id,Name,Description"] + [f"{n},Table {n},A sewing circle." for n in range(4)]
    path.write_text("\n".join(rows))
    run("import_listings", path, "--publish")
    Asset.objects.filter(name="Table 3").update(summary="Edited by hand.")
    path.write_text("\n".join(rows[:2]))
    assert "2 no longer in the list: would be taken down" in run("import_listings", path, "--whole-list", "--dry-run")
    said = run("import_listings", path, "--publish", "--whole-list")
    assert "2 no longer in the list: taken down." in said
    assert "1 no longer in the list stay" in said
    assert set(Asset.objects.filter(live=True).values_list("name", flat=True)) == {"Table 0", "Table 3"}
    path.write_text("\n".join([*rows[:2], ",,no name here"]))
    assert "nothing is taken down" in run("import_listings", path, "--whole-list")


def test_duplicate_ids_are_told_with_both_lines(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    rows = [f"{n},Table {n},A sewing circle." for n in range(30)]
    path.write_text("\n".join(["Id,Name,Description", *rows, "4,Another table,Something else."]))
    said = run("import_listings", path)
    assert "Line 32: The id 4 stands on line 6 already, with other details. Give each listing its own id." in said
    assert Asset.objects.count() == 30
