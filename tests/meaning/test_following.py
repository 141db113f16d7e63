"""From the catalogue to what listings mean: read once, followed, put right after whatever happened."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from cms.models import Asset
from search.indexing import meanings
from search.indexing.lease import lease_on
from search.meaning.table import MeaningTable
from search.models import AssetMeaning, TextVector
from tests.factories.assets import AssetFactory
from tests.meaning.fake import StemEmbedder

pytestmark = pytest.mark.django_db
Fresh = Callable[[], None]
LONG = "We sew. " + "There is tea and a chat about anything at all. " * 8 + "Now and then we dye wool with onion skins."


@pytest.fixture
def embedder() -> StemEmbedder:
    return StemEmbedder()


@pytest.fixture
def table(tmp_path: Path) -> MeaningTable:
    return MeaningTable(tmp_path)


def closest(table: MeaningTable, embedder: StemEmbedder, words: str) -> int:
    """The id of the listing whose text comes closest."""
    table.nudge()
    state = table.state()
    assert state is not None
    return int(state.ids[state.closeness(embedder.embed([words]))[0].argmax()])


def test_a_listing_is_found_by_what_it_means(up_to_date: Fresh, embedder: StemEmbedder, table: MeaningTable) -> None:
    sewing, choir, chess = (AssetFactory.create(name=name) for name in ("Sewing circle", "Chapel choir", "Chess club"))
    up_to_date()
    assert meanings.finish(embedder)
    assert closest(table, embedder, "choir") == choir.pk
    assert closest(table, embedder, "sewing") == sewing.pk
    Asset.objects.filter(pk=chess.pk).update(name="Sewing and sewing")
    chess.refresh_from_db()
    chess.save()
    up_to_date()
    assert meanings.follow(embedder)
    assert closest(table, embedder, "sewing") == chess.pk


def test_a_text_is_read_once_however_many_have_it(up_to_date: Fresh, embedder: StemEmbedder) -> None:
    AssetFactory.create_batch(3, name="Tea", summary="Tea and a chat.", description=LONG)
    up_to_date()
    meanings.finish(embedder)
    assert TextVector.objects.filter(kind="w").count() == 1
    assert embedder.texts == TextVector.objects.count() > 2


def test_nothing_waits_when_all_is_read(up_to_date: Fresh, embedder: StemEmbedder) -> None:
    AssetFactory.create_batch(2 * meanings.BATCH + 1)
    up_to_date()
    told: list[tuple[int, int]] = []
    assert meanings.waiting(embedder) == 2 * meanings.BATCH + 1
    meanings.finish(embedder, lambda done, total: told.append((done, total)))
    assert told[-1] == (2 * meanings.BATCH + 1,) * 2
    assert meanings.waiting(embedder) == 0
    assert not meanings.follow(embedder)


def test_one_at_a_time(up_to_date: Fresh, embedder: StemEmbedder) -> None:
    AssetFactory.create()
    up_to_date()
    with lease_on(meanings.position(embedder)):
        assert not meanings.finish(embedder)
    assert meanings.finish(embedder)


def test_a_listing_that_is_gone_means_nothing(
    up_to_date: Fresh, embedder: StemEmbedder, table: MeaningTable, tmp_path: Path
) -> None:
    kept, gone = AssetFactory.create(name="Chess club"), AssetFactory.create(name="Sewing circle")
    up_to_date()
    meanings.finish(embedder)
    assert closest(table, embedder, "sewing") == gone.pk
    gone.delete()
    up_to_date()
    meanings.finish(embedder)
    assert closest(table, embedder, "sewing") == kept.pk
    assert meanings.tidy(embedder) == 1
    assert closest(MeaningTable(tmp_path), embedder, "sewing") == kept.pk


def test_another_model_reads_all_anew(up_to_date: Fresh, embedder: StemEmbedder) -> None:
    AssetFactory.create()
    up_to_date()
    meanings.finish(embedder)
    other = StemEmbedder()
    other.name = "another"
    assert meanings.waiting(other) == 1
    meanings.finish(other)
    assert meanings.waiting(embedder) == 1


def test_one_thing_in_a_long_list_is_found_by_its_piece(
    up_to_date: Fresh, embedder: StemEmbedder, table: MeaningTable
) -> None:
    several = AssetFactory.create(name="Centre", description=LONG)
    AssetFactory.create_batch(5)
    up_to_date()
    meanings.finish(embedder)
    state = table.state()
    assert state is not None
    phrase = embedder.embed(["dye wool with onion skins"])
    place = state.ids.tolist().index(several.pk)
    pieces = state.pieces_of(phrase, np.arange(state.ids.size))
    assert pieces[0].argmax() == place
    assert pieces[0, place] > state.closeness(phrase)[0, place]


def test_files_that_are_lost_or_cut_short_are_made_again(
    up_to_date: Fresh, embedder: StemEmbedder, tmp_path: Path
) -> None:
    sewing = AssetFactory.create(name="Sewing circle")
    AssetFactory.create(name="Chess club")
    up_to_date()
    meanings.finish(embedder)
    assert closest(MeaningTable(tmp_path), embedder, "sewing") == sewing.pk
    ids, vectors = tmp_path / "whole.ids", tmp_path / "whole.vectors"
    ids.write_bytes(ids.read_bytes()[:19])  # killed while it wrote: one id and a bit
    assert closest(MeaningTable(tmp_path), embedder, "sewing") == sewing.pk
    vectors.write_bytes(vectors.read_bytes()[:1_000])  # a power cut: less than one vector
    assert closest(MeaningTable(tmp_path), embedder, "sewing") == sewing.pk
    vectors.unlink()
    assert closest(MeaningTable(tmp_path), embedder, "sewing") == sewing.pk
    ids.unlink()
    vectors.unlink()
    assert closest(MeaningTable(tmp_path), embedder, "sewing") == sewing.pk


def test_files_of_another_database_are_made_again(up_to_date: Fresh, embedder: StemEmbedder, tmp_path: Path) -> None:
    """As after a copy of the database was put back: the ids are the same, what they stand for is not."""
    sewing, chess = AssetFactory.create(name="Sewing circle"), AssetFactory.create(name="Chess club")
    up_to_date()
    meanings.finish(embedder)
    assert closest(MeaningTable(tmp_path), embedder, "sewing") == sewing.pk
    ours, theirs = TextVector.objects.order_by("pk")
    TextVector.objects.filter(pk=ours.pk).update(digest="f" * 64, vector=theirs.vector)
    TextVector.objects.filter(pk=theirs.pk).update(digest=ours.digest, vector=ours.vector)
    TextVector.objects.filter(pk=ours.pk).update(digest=theirs.digest)
    assert closest(MeaningTable(tmp_path), embedder, "sewing") == chess.pk


def test_no_text_is_kept(up_to_date: Fresh, embedder: StemEmbedder) -> None:
    AssetFactory.create(name="Zanzibar", description=LONG)
    up_to_date()
    meanings.finish(embedder)
    rows = [*TextVector.objects.values_list(), *AssetMeaning.objects.values_list()]
    assert rows
    assert not any("zanzibar" in str(value).lower() for row in rows for value in row)
