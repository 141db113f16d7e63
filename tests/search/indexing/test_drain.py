"""What was changed is in the index after a drain, whatever happened in between, and however often it is done."""

from collections.abc import Callable

import pytest

from cms.models import Asset
from search import conf
from search.engines.base import Rejected
from search.features import table
from search.indexing.drain import Outcomes
from search.indexing.gate import GateReport
from search.indexing.lease import Lease, LeaseLost
from search.models import AssetRow, IndexPosition
from search.types import AssetDocument, SearchRequest, WeightedTerm
from tests.factories.assets import AssetFactory
from tests.factories.places import PlaceAccessFactory, PlaceFactory
from tests.search.indexing.breaking import Eventful, Killed, kill

Drained = Callable[[], Outcomes]
Compared = Callable[[], GateReport]


def _finds(engine: Eventful, stem: str) -> set[int]:
    return set(engine.search(SearchRequest(terms=(WeightedTerm((stem,)),), for_workers=True), now=0).ids)


def test_published_is_found_and_withdrawn_is_not(built: Eventful, drained: Drained) -> None:
    asset = AssetFactory(name="Samplers", withdrawn=True)
    drained()
    assert _finds(built, "sampler") == set()
    asset.save_revision().publish()
    drained()
    assert _finds(built, "sampler") == {asset.pk}
    asset.refresh_from_db()
    asset.unpublish()
    drained()
    assert _finds(built, "sampler") == set()
    assert table().features([asset.pk]) == []


def test_an_edit_replaces_and_a_deletion_removes(built: Eventful, drained: Drained, compared: Compared) -> None:
    asset, other = AssetFactory(name="Samplers"), AssetFactory(name="Quilts")
    assert drained() == {"added": 2}
    asset.name = "Lace"
    asset.save()
    other.delete()
    assert drained() == {"replaced": 1, "removed": 1}
    assert (_finds(built, "lace"), built.ids()) == ({asset.pk}, {asset.pk})
    assert compared().clean


def test_a_draft_of_a_live_listing_stays_out(built: Eventful, drained: Drained) -> None:
    asset = AssetFactory(name="Samplers")
    drained()
    asset.name = "Not yet"
    asset.save_revision()
    assert drained() == {}
    assert _finds(built, "sampler") == {asset.pk}


def test_many_changes_of_one_asset_are_one_piece_of_work(built: Eventful, drained: Drained) -> None:
    asset = AssetFactory()
    for _ in range(5):
        asset.save()
    assert drained() == {"added": 1}
    asset.save()
    assert drained() == {"unchanged": 1}
    assert drained() == {}


def test_a_place_named_by_many_changes_is_one_piece_of_work_for_each_of_its_listings(
    built: Eventful, drained: Drained, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conf, "BATCH", 2)
    place = PlaceFactory()
    listed = [AssetFactory(at=[place]) for _ in range(3)]
    drained()
    for subject in ("toilet", "parking", "hearing_loop"):
        PlaceAccessFactory(place=place, subject=subject)
    assert drained() == {"replaced": len(listed)}


def test_more_than_a_batch_is_brought_in_whole(
    built: Eventful, drained: Drained, compared: Compared, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conf, "BATCH", 3)
    monkeypatch.setattr(conf, "READ_AHEAD", 5)
    made = {AssetFactory().pk for _ in range(8)}
    drained()
    assert built.ids() == made
    assert compared().clean


def test_rows_of_what_did_not_change_are_left_alone(built: Eventful, drained: Drained) -> None:
    asset = AssetFactory()
    drained()
    before = AssetRow.objects.get(pk=asset.pk).sequence
    asset.save()
    drained()
    assert AssetRow.objects.get(pk=asset.pk).sequence == before


def _fall_before_index(engine: Eventful, monkeypatch: pytest.MonkeyPatch) -> None:
    engine.before_write = kill


def _fall_after_index(engine: Eventful, monkeypatch: pytest.MonkeyPatch) -> None:
    engine.after_write = kill


def _fall_before_rows(engine: Eventful, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.indexing.rows.pack", kill)


def _fall_before_move(engine: Eventful, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Lease, "move", kill)


@pytest.mark.parametrize("fall", [_fall_before_rows, _fall_before_index, _fall_after_index, _fall_before_move])
def test_killed_anywhere_the_next_drain_repairs(
    built: Eventful,
    drained: Drained,
    compared: Compared,
    monkeypatch: pytest.MonkeyPatch,
    fall: Callable[[Eventful, pytest.MonkeyPatch], None],
) -> None:
    edited, withdrawn = AssetFactory(name="Before"), AssetFactory()
    drained()
    Asset.objects.get(pk=edited.pk).save()
    edited.name = "Samplers"
    edited.save()
    withdrawn.unpublish()
    added = AssetFactory()
    with monkeypatch.context() as broken:
        fall(built, broken)
        with pytest.raises(Killed):
            drained()
    built.before_write = built.after_write = lambda generation: None
    assert compared().waiting == 3
    drained()
    report = compared()
    assert (report.clean, report.waiting) == (True, 0)
    assert built.ids() == {edited.pk, added.pk}
    assert _finds(built, "sampler") == {edited.pk}


def test_rows_that_another_index_wrote_do_not_keep_this_one_from_being_written(
    built: Eventful, drained: Drained
) -> None:
    asset = AssetFactory()
    drained()
    built.write([], [asset.pk])
    asset.save()
    assert drained() == {"unchanged": 1}
    assert built.ids() == {asset.pk}


def test_who_lost_the_lease_writes_no_index(built: Eventful, drained: Drained) -> None:
    AssetFactory()
    IndexPosition.objects.update(lease_holder="elsewhere/1/aa")
    written: list[str | None] = []
    built.before_write = written.append
    with pytest.raises(LeaseLost):
        drained()
    assert written == []


def test_an_offer_is_marked_for_workers(built: Eventful, drained: Drained) -> None:
    asset = AssetFactory(offer=True, name="Samplers")
    drained()
    everybody = built.search(SearchRequest(terms=(WeightedTerm(("sampler",)),)), now=0).ids
    assert (set(everybody), _finds(built, "sampler")) == (set(), {asset.pk})


def test_a_document_is_written_as_it_is_by_then(built: Eventful, drained: Drained) -> None:
    """Not as it was when the change was logged: what came after is in it too, and is brought in once more."""
    asset = AssetFactory(name="First")
    asset.name = "Second"
    asset.save()
    seen: list[AssetDocument] = []
    original = Eventful.write

    def write(self: Eventful, documents: list[AssetDocument], *args: object, **named: object) -> tuple[Rejected, ...]:
        seen.extend(documents)
        return original(self, documents, *args, **named)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Eventful, "write", write)
        drained()
    assert [document.name for document in seen] == ["Second"]
