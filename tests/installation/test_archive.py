"""A copy that is cut short, damaged or not one is refused; a whole one comes out as it went in."""

import io
import tarfile
from pathlib import Path

import pytest

from connector.installation.archive import ArchiveProblem, Manifest, described, pack, unpack

WORDS = {"database": b"rows " * 9_000, "media/deep/photo.jpg": bytes(range(256)) * 40, "keys/secret_key": b"k" * 60}
PLACES = range(0, 100, 5)


@pytest.fixture
def parts(tmp_path: Path) -> dict[str, Path]:
    made = {name: tmp_path / str(n) for n, name in enumerate(WORDS)}
    for name, path in made.items():
        path.write_bytes(WORDS[name])
    return made


@pytest.fixture
def copy(tmp_path: Path, parts: dict[str, Path]) -> Path:
    manifest = Manifest("2026-11-24T12:00:00+00:00", "sqlite", {"cms_asset": 3}, ["cms.0001_initial"], described(parts))
    pack(tmp_path / "copy.tar.gz", manifest, parts, tmp_path)
    return tmp_path / "copy.tar.gz"


def _out(copy: Path, folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    unpack(copy, folder)
    return {name: (folder / name).read_bytes() for name in WORDS}


def test_what_went_in_comes_out_and_only_its_owner_may_read_it(copy: Path, tmp_path: Path) -> None:
    assert _out(copy, tmp_path / "out") == WORDS
    assert copy.stat().st_mode & 0o777 == 0o600
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "out").rglob("*") if path.is_file()} == {0o600}
    assert not list(tmp_path.glob(".*"))


def test_a_file_that_is_there_is_not_written_over(copy: Path, parts: dict[str, Path], tmp_path: Path) -> None:
    before = copy.read_bytes()
    with pytest.raises(FileExistsError):
        pack(copy, Manifest("", "sqlite", {}, [], described(parts)), parts, tmp_path)
    assert copy.read_bytes() == before


@pytest.mark.parametrize("percent", PLACES)
def test_cut_short_it_is_refused(copy: Path, tmp_path: Path, percent: int) -> None:
    whole = copy.read_bytes()
    copy.write_bytes(whole[: len(whole) * percent // 100])
    with pytest.raises(ArchiveProblem):
        _out(copy, tmp_path / "out")


@pytest.mark.parametrize("percent", PLACES)
def test_with_a_byte_changed_nothing_but_what_was_written_comes_out(copy: Path, tmp_path: Path, percent: int) -> None:
    whole = bytearray(copy.read_bytes())
    whole[len(whole) * percent // 100] ^= 0x55
    copy.write_bytes(whole)
    try:
        found = _out(copy, tmp_path / "out")
    except ArchiveProblem:
        return
    assert found == WORDS  # the byte was of the time in gzip's own head


@pytest.mark.parametrize("name", ["../outside", "/etc/outside", "media/../../outside"])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    with tarfile.open(tmp_path / "bad.tar.gz", "w:gz") as tar:
        member = tarfile.TarInfo(name)
        member.size = 3
        tar.addfile(member, io.BytesIO(b"bad"))
    with pytest.raises(ArchiveProblem, match="no copy of an installation"):
        _out(tmp_path / "bad.tar.gz", tmp_path / "out")
    assert not (tmp_path / "outside").exists()


def test_a_part_that_the_manifest_does_not_name_is_refused(parts: dict[str, Path], tmp_path: Path) -> None:
    named = described({name: path for name, path in parts.items() if "photo" not in name})
    pack(tmp_path / "copy.tar.gz", Manifest("", "sqlite", {}, [], named), parts, tmp_path)
    with pytest.raises(ArchiveProblem, match="does not hold what its manifest names"):
        _out(tmp_path / "copy.tar.gz", tmp_path / "out")
