"""`import_listings` as somebody at a council uses it: a file, a summary, a list of what cannot be used."""

import csv
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from cms.models import Asset, AssetInterest, AssetSource, Place, Source
from connector.intake.models import DeletedRecord
from search.models import IndexChange
from tests.intake.conftest import SAMPLE, rows_of

pytestmark = pytest.mark.django_db
Run = Callable[..., str]
Write = Callable[..., Path]
GROUP = {"id": "1", "name": "Weavers' Table", "description": "A sewing circle. All welcome.", "source": "Our list"}


def test_real_rows_of_three_directories(run: Run) -> None:
    rows = list(rows_of(SAMPLE))
    said = run("import_listings", SAMPLE, "--publish")
    refs = {row["id"] for row in rows}
    inactive = [row for row in rows if row.get("active") == "False"]
    assert (len(rows), len(refs), len(inactive)) == (64, 61, 3)
    assert Asset.objects.count() == len(refs)
    assert Asset.objects.filter(live=True).count() == len(refs) - len(inactive)
    assert Asset.objects.filter(met=True).count() == 0
    assert AssetSource.objects.count() == len({(row["source"], row["id"]) for row in rows})
    assert "64 rows" in said
    assert "3 rows say that they are not active" in said


def test_charities_are_known_to_their_sector_and_no_finer(run: Run) -> None:
    run("import_listings", SAMPLE)
    charities = Place.objects.filter(asset_places__asset__sources__source_ref__startswith="GB-").distinct()
    assert charities
    for place in charities:
        assert place.precision == "sector"
        assert place.address == ""
        assert len(place.postcode.split()[-1]) == 1 if " " in place.postcode else place.postcode.isalnum()
    assert set(Source.objects.filter(cut_to_sector=True)) >= set(
        Source.objects.filter(records__source_ref__startswith="GB-CHC-")
    )


def test_a_second_import_changes_nothing(run: Run) -> None:
    run("import_listings", SAMPLE, "--publish")
    before = list(Asset.objects.order_by("pk").values())
    changes = IndexChange.objects.count()
    said = run("import_listings", SAMPLE, "--publish")
    assert list(Asset.objects.order_by("pk").values()) == before
    assert IndexChange.objects.count() == changes
    assert "0 new" in said
    assert "0 changed" in said


def test_the_index_is_up_to_date_when_it_ends(run: Run, listings: Write, engine: Any) -> None:
    run("import_listings", listings(GROUP, {**GROUP, "id": "2", "active": "False"}), "--publish")
    assert [pk for pk, _ in engine.digests()] == [Asset.objects.get(live=True).pk]


def test_a_dry_run_says_what_would_happen_and_writes_nothing(run: Run, listings: Write, tmp_path: Path) -> None:
    rejects = tmp_path / "rejects.csv"
    said = run("import_listings", listings(GROUP, {"id": "2"}), "--dry-run", "--publish", "--rejects", rejects)
    assert "2 rows looked at; nothing was written" in said
    assert "1 new" in said
    assert "1 of the 1 new or changed have suggested interests." in said
    assert not Asset.objects.exists()
    assert not Source.objects.exists()
    assert "There is no name" in rejects.read_text(encoding="utf-8-sig")


def test_rows_that_cannot_be_used_are_kept_with_line_and_reason(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ours.jsonl"
    lines = [json.dumps(GROUP), "", "{broken", json.dumps({"id": "3"}), json.dumps({**GROUP, "name": "Another"})]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    rejects = tmp_path / "rejects.csv"
    said = run("import_listings", path, "--rejects", rejects)
    assert "3 rejected" in said
    with rejects.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["line"] for row in rows] == ["3", "4", "5"]
    assert rows[0]["reason"].startswith("This line is not whole JSON")
    assert rows[0]["row"] == "{broken"
    assert rows[2]["reason"] == ("The id 1 stands on line 1 already, with other details. Give each listing its own id.")
    assert Asset.objects.count() == 1


def test_without_a_file_for_them_the_first_are_shown(run: Run, listings: Write) -> None:
    said = run("import_listings", listings(*({"id": str(number)} for number in range(25))))
    assert "Line 1: There is no name." in said
    assert "5 more: add --rejects FILE to keep them all." in said


def test_the_same_row_twice_is_read_once(run: Run, listings: Write) -> None:
    said = run("import_listings", listings(GROUP, GROUP))
    assert "1 repeated" in said
    assert Asset.objects.count() == 1


def test_csv_of_a_spreadsheet(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "hubs.csv"
    path.write_bytes(
        "\ufeffName;Postcode;Lat;Lon;Taxonomy;Active;Cost\r\n"
        '"Café Hub";m337zf;-2,32;53,42;"community hub; cafe";TRUE;£1\r\n'
        "Old Hub;;;;;0;\r\n".encode()
    )
    run("import_listings", path, "--publish")
    live = Asset.objects.get(live=True)
    assert (live.name, live.kind, live.tags, live.cost_pence) == ("Café Hub", "place", ["community hub", "cafe"], 100)
    assert live.asset_places.get().place.lat == 53.42
    assert live.sources.get().source.name == "hubs.csv"
    assert not Asset.objects.get(name="Old Hub").live


def test_a_file_cut_short_keeps_what_was_read_and_fails(run: Run, tmp_path: Path) -> None:
    lines = "".join(
        json.dumps({**GROUP, "id": f"{n * 7919:x}", "name": f"Table {n * 104729:x}"}) + "\n" for n in range(800)
    )
    whole = gzip.compress(lines.encode())
    path = tmp_path / "ours.jsonl.gz"
    path.write_bytes(whole[: len(whole) * 2 // 3])
    said = run("import_listings", path, "--publish", fails="The file breaks off after line")
    kept = Asset.objects.count()
    assert 200 < kept < 800
    assert AssetSource.objects.count() == kept
    assert f"{kept:,} new" in said
    path.write_bytes(whole)
    run("import_listings", path, "--publish")
    assert Asset.objects.count() == 800


@pytest.mark.parametrize(
    ("name", "options", "fails"),
    [
        ("none.jsonl", [], "There is no file"),
        ("none", [], "There is no file"),
        (".", ["--format", "csv"], "There are no tables in the folder"),
    ],
)
def test_what_cannot_be_opened_is_told(run: Run, tmp_path: Path, name: str, options: list[str], fails: str) -> None:
    run("import_listings", tmp_path / name, *options, fails=fails)


def test_rejects_that_cannot_be_written_are_told_before_anything_is_read(run: Run, listings: Write) -> None:
    run("import_listings", listings(GROUP), "--rejects", "/no/such/folder/rejects.csv", fails="cannot be written")
    assert not Asset.objects.exists()


def test_what_was_put_right_is_said(run: Run, listings: Write) -> None:
    said = run("import_listings", listings({**GROUP, "lat": -2.32, "lon": 53.42, "url": "ask Jean"}))
    assert "1 row: lat and lon were the wrong way round and have been changed over." in said
    assert "1 row: the website is not an address that opens and was left out." in said


def test_an_edit_in_the_admin_survives_and_is_named(run: Run, listings: Write) -> None:
    run("import_listings", listings(GROUP), "--publish")
    asset = Asset.objects.get()
    asset.summary = "Come and sew with Meena."
    asset.save_revision().publish()
    said = run("import_listings", listings({**GROUP, "description": "A knitting circle."}), "--publish")
    assert "1 left alone" in said
    assert "Left alone: Weavers' Table" in said
    assert Asset.objects.get().summary == "Come and sew with Meena."


def test_a_draft_published_after_an_import_keeps_what_the_import_brought(run: Run, listings: Write) -> None:
    run("import_listings", listings(GROUP), "--publish")
    asset = Asset.objects.get()
    asset.save_revision().publish()
    run("import_listings", listings({**GROUP, "description": "A knitting circle."}), "--publish")
    again = Asset.objects.get().get_latest_revision_as_object()
    assert again.summary == "A knitting circle."
    again.save_revision().publish()
    codes = set(AssetInterest.objects.values_list("interest__code", flat=True))
    assert "knitting" in codes


def test_what_somebody_deleted_stays_deleted_until_it_is_asked_for(run: Run, listings: Write) -> None:
    path = listings(GROUP, {**GROUP, "id": "GB-CHC-1", "name": "Sewing Charity"})
    run("import_listings", path, "--publish")
    Asset.objects.get(name="Weavers' Table").delete()
    Asset.objects.filter(name="Sewing Charity").delete()
    assert DeletedRecord.objects.count() == 2
    said = run("import_listings", path, "--publish")
    assert "2 deleted here" in said
    run("import_listings", listings({**GROUP, "id": "GB-CHC-1", "source": "Another list"}, name="other.jsonl"))
    assert not Asset.objects.exists()
    run("import_listings", path, "--publish", "--deleted-too")
    assert Asset.objects.count() == 2
    assert not DeletedRecord.objects.exists()


def test_a_record_that_only_leaves_its_asset_is_not_remembered(run: Run, listings: Write) -> None:
    run("import_listings", listings(GROUP))
    AssetSource.objects.get().delete()
    assert not DeletedRecord.objects.exists()


def test_a_council_can_mark_a_source_whose_addresses_may_be_homes(run: Run, listings: Write) -> None:
    Source.objects.create(name="Our list", cut_to_sector=True)
    run("import_listings", listings({**GROUP, "address": "4 Carder Street", "postcode": "M33 7ZF"}))
    place = Place.objects.get()
    assert (place.address, place.postcode, place.precision) == ("", "M33 7", "sector")


def test_every_row_says_when_it_was_seen(run: Run, listings: Write) -> None:
    start = timezone.now()
    run("import_listings", listings(GROUP))
    assert AssetSource.objects.get().last_seen >= start
