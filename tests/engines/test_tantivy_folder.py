"""The embedded engine's folder: what other writers and readers see, and what happens when something breaks."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from search.engines.base import EngineUnavailable
from search.engines.tantivy import TantivyEngine, writer
from search.types import SearchRequest, WeightedTerm
from tests.engines.contract import filled, ids, seen
from tests.engines.edges import EDGES

EVERYTHING = SearchRequest(for_workers=True)
WORDS = SearchRequest(terms=(WeightedTerm(("knit",)),))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "tantivy"


@pytest.fixture
def engine(folder: Path) -> TantivyEngine:
    built = filled(lambda: TantivyEngine(folder), EDGES[:20])
    assert isinstance(built, TantivyEngine)
    return built


def generation(folder: Path) -> Path:
    return folder / (folder / "live").read_text()


class TestAnotherEngineOnTheSameFolder:
    """As another process has it."""

    def test_sees_what_is_written(self, engine: TantivyEngine, folder: Path) -> None:
        other = TantivyEngine(folder)
        assert other.search(EVERYTHING, now=0).total == 20
        engine.write(EDGES[20:25], deleted=[EDGES[0].asset_id])
        other.refresh()
        assert seen(other) == seen(engine)
        assert other.search(EVERYTHING, now=0).total == 24

    def test_may_write_in_turn(self, engine: TantivyEngine, folder: Path) -> None:
        TantivyEngine(folder).write(EDGES[20:25])
        engine.write(EDGES[25:30])
        assert [asset_id for asset_id, _ in seen(engine)] == ids(EDGES[:30])

    def test_follows_a_promotion_though_its_generation_is_dropped(self, engine: TantivyEngine, folder: Path) -> None:
        other = TantivyEngine(folder)
        old = other.search(WORDS, now=0)
        new = engine.start_generation()
        engine.write(EDGES, generation=new)
        engine.promote(new)
        assert [path.name for path in folder.iterdir() if path.is_dir()] == [new]
        # Counts of an answer that was given before still come from the generation that is gone.
        assert sum(old.facets["kind"].values()) == old.total
        assert other.live_generation() == new
        assert [asset_id for asset_id, _ in seen(other)] == ids(EDGES)

    def test_follows_a_promotion_when_the_old_folder_cannot_be_dropped(
        self, engine: TantivyEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        other = TantivyEngine(folder)
        assert other.search(EVERYTHING, now=0).total == 20
        new = engine.start_generation()
        engine.write(EDGES[:5], generation=new)
        with monkeypatch.context() as patched:
            patched.setattr(shutil, "rmtree", lambda path, ignore_errors: None)
            engine.promote(new)
        assert len([path for path in folder.iterdir() if path.is_dir()]) == 2
        assert other.search(EVERYTHING, now=0).total == 5

    def test_before_the_first_build_finds_it_once_it_is_there(self, folder: Path) -> None:
        other = TantivyEngine(folder)
        assert other.live_generation() is None
        filled(lambda: TantivyEngine(folder), EDGES[:3])
        assert other.search(EVERYTHING, now=0).total == 3


class TestBrokenOff:
    def test_a_write_that_fails_leaves_the_commit_before_it(
        self, engine: TantivyEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = seen(engine)
        with monkeypatch.context() as patched:
            patched.setattr(writer, "marker", _raise(OSError("no space left on device")))
            with pytest.raises(EngineUnavailable, match="disk has room"):
                engine.write(EDGES[20:30], deleted=[EDGES[0].asset_id])
        assert seen(engine) == before
        assert seen(TantivyEngine(folder)) == before
        engine.write(EDGES[20:30])
        assert [asset_id for asset_id, _ in seen(engine)] == ids(EDGES[:30])

    def test_a_second_writer_is_told_to_wait(
        self, engine: TantivyEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = seen(engine)

        def busy(*given: object) -> None:
            TantivyEngine(folder).write(EDGES[30:31])

        with monkeypatch.context() as patched:
            patched.setattr(writer, "_save_columns", busy)
            with pytest.raises(EngineUnavailable, match="Another process is writing"):
                engine.write(EDGES[20:30])
        assert seen(engine) == before

    def test_a_document_that_cannot_be_kept_is_no_trouble_of_the_disk(self, engine: TantivyEngine) -> None:
        before = seen(engine)
        with pytest.raises(ValueError, match="asset_id"):
            engine.write([type(EDGES[0])(asset_id=-1, uuid="", kind="group", name="Minus one")])
        assert seen(engine) == before

    def test_files_of_older_commits_go(self, engine: TantivyEngine, folder: Path) -> None:
        for start in range(20, 26):
            engine.write(EDGES[start : start + 1])
        assert len(list(generation(folder).glob("columns-*.npz"))) == 2


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _turn(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for place in range(len(content) // 4, len(content) // 2):
        content[place] ^= 0xFF
    path.write_bytes(bytes(content))


class TestDamaged:
    """Whatever is damaged, the reader gets a sentence that says what to do, and a rebuild mends it."""

    @pytest.mark.parametrize("harm", [_cut, _turn, Path.unlink])
    @pytest.mark.parametrize("files", ["meta.json", "columns-*.npz"])
    def test_a_damaged_file(self, engine: TantivyEngine, folder: Path, files: str, harm: Callable) -> None:
        for path in generation(folder).glob(files):
            harm(path)
        assert_unreadable(TantivyEngine(folder))

    @pytest.mark.parametrize("harm", [_cut, Path.unlink])
    @pytest.mark.parametrize("ending", ["fast", "fieldnorm", "idx", "pos", "store", "term"])
    def test_a_damaged_piece(self, engine: TantivyEngine, folder: Path, ending: str, harm: Callable) -> None:
        for path in generation(folder).glob(f"*.{ending}"):
            harm(path)
        assert_unreadable(TantivyEngine(folder))

    def test_damage_that_shows_only_later(self, engine: TantivyEngine, folder: Path) -> None:
        for path in generation(folder).glob("*.store"):
            _turn(path)
        with pytest.raises(EngineUnavailable, match="search_rebuild"):
            list(TantivyEngine(folder).digests())

    @pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"../../elsewhere", b"v0-20260101000000-abcdef"])
    def test_a_pointer_to_nothing(self, engine: TantivyEngine, folder: Path, content: bytes) -> None:
        (folder / "live").write_bytes(content)
        assert_unreadable(TantivyEngine(folder))

    def test_a_folder_that_is_gone(self, engine: TantivyEngine, folder: Path) -> None:
        shutil.rmtree(generation(folder))
        assert_unreadable(engine)

    def test_a_rebuild_mends_it(self, engine: TantivyEngine, folder: Path) -> None:
        _cut(generation(folder) / "meta.json")
        assert_unreadable(engine)
        assert seen(filled(lambda: engine, EDGES)) == sorted((edge.asset_id, edge.digest) for edge in EDGES)

    def test_no_sentence_names_a_path(self, engine: TantivyEngine, folder: Path) -> None:
        shutil.rmtree(generation(folder))
        with pytest.raises(EngineUnavailable) as caught:
            engine.search(EVERYTHING, now=0)
        assert str(folder) not in str(caught.value)


def assert_unreadable(engine: TantivyEngine) -> None:
    assert engine.live_generation() is None
    for ask in (
        lambda: engine.search(WORDS, now=0),
        lambda: engine.suggest("knit"),
        lambda: engine.holds("knit"),
        lambda: engine.write(EDGES[:1]),
    ):
        with pytest.raises(EngineUnavailable, match="search_rebuild"):
            ask()


def _raise(error: Exception) -> Callable:
    def raising(*given: object) -> None:
        raise error

    return raising
