"""A new index is built beside the live one, misses no change, and takes over only when it is right."""

from collections.abc import Callable

import pytest

from search import conf
from search.features import table
from search.indexing.drain import Outcomes, usable
from search.indexing.gate import GateReport
from search.indexing.lease import Lease, position_for
from search.indexing.rebuild import RebuildRefused, rebuild
from search.models import AssetRow, IndexPosition, TermSnapshot
from tests.factories.assets import AssetFactory
from tests.search.indexing.breaking import Eventful, Killed, kill, once

Drained = Callable[[], Outcomes]
Compared = Callable[[], GateReport]


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conf, "BATCH", 2)


def test_an_index_is_made_of_what_there_is(eventful: Eventful, lease: Lease) -> None:
    made = {AssetFactory().pk for _ in range(5)}
    AssetFactory(withdrawn=True)
    steps: list[tuple[int, int]] = []
    report = rebuild(eventful, lease, progress=lambda done, total: steps.append((done, total)))
    assert eventful.ids() == made
    assert (report.clean, report.checked) == (True, 5)
    assert steps == [(2, 5), (4, 5), (5, 5)]
    assert usable(lease.position, eventful)
    assert TermSnapshot.objects.get().documents == 5


def test_an_index_of_nothing_is_an_index(eventful: Eventful, lease: Lease) -> None:
    assert rebuild(eventful, lease).clean
    assert usable(lease.position, eventful)


def test_searches_go_on_and_changes_made_meanwhile_are_in_both(
    built: Eventful, lease: Lease, drained: Drained, compared: Compared
) -> None:
    first, second, third = (AssetFactory(name=f"Table {n}") for n in range(3))
    drained()
    before = built.live_generation()
    late: list[int] = []
    live_before_swap: list[set[int]] = []

    def change() -> None:
        first.name = "Changed meanwhile"
        first.save()
        second.delete()
        late.append(AssetFactory(name="Added meanwhile").pk)

    built.after_write = once(change)
    built.before_promotion = lambda: live_before_swap.append(built.ids())
    rebuild(built, lease)
    assert live_before_swap == [{first.pk, third.pk, *late}]
    assert built.ids() == {first.pk, third.pk, *late}
    assert built.live_generation() != before
    assert (compared().clean, compared().waiting) == (True, 0)


@pytest.mark.parametrize("moment", ["before_write", "after_write", "before_promotion"])
def test_one_that_is_killed_leaves_the_live_index_as_it_was(
    built: Eventful, lease: Lease, drained: Drained, compared: Compared, moment: str
) -> None:
    made = {AssetFactory().pk for _ in range(3)}
    drained()
    before = built.live_generation()
    setattr(built, moment, kill)
    with pytest.raises(Killed):
        rebuild(built, lease)
    setattr(built, moment, lambda *_: None)
    assert (built.live_generation(), built.ids()) == (before, made)
    assert usable(lease.position, built)
    assert compared().clean
    assert rebuild(built, lease).clean


def test_one_killed_after_the_swap_is_seen_and_built_again(
    built: Eventful, lease: Lease, monkeypatch: pytest.MonkeyPatch, compared: Compared
) -> None:
    AssetFactory()
    with monkeypatch.context() as broken:
        built.before_promotion = lambda: broken.setattr(Lease, "set", kill)
        with pytest.raises(Killed):
            rebuild(built, lease)
    built.before_promotion = lambda: None
    assert not usable(position_for(built), built)
    rebuild(built, lease)
    assert usable(position_for(built), built)
    assert compared().clean


def test_a_first_one_that_is_killed_keeps_the_changes_it_needs(eventful: Eventful, lease: Lease) -> None:
    AssetFactory()
    eventful.before_write = kill
    with pytest.raises(Killed):
        rebuild(eventful, lease)
    kept = IndexPosition.objects.get()
    assert kept.generation != ""
    assert not usable(kept, eventful)


def test_one_that_differs_from_the_catalogue_is_refused(built: Eventful, lease: Lease, drained: Drained) -> None:
    made = [AssetFactory().pk for _ in range(3)]
    drained()
    before = built.live_generation()
    built.lose = {made[1]}
    with pytest.raises(RebuildRefused) as refused:
        rebuild(built, lease)
    assert refused.value.report.index.missing.sample == (made[1],)
    assert (built.live_generation(), built.ids()) == (before, set(made))


def test_rows_of_what_no_longer_belongs_are_emptied(built: Eventful, lease: Lease) -> None:
    asset = AssetFactory()
    AssetRow.objects.create(asset_id=987_654, digest="d", sequence=0, payload=b"")
    rebuild(built, lease)
    assert set(AssetRow.objects.exclude(digest="").values_list("pk", flat=True)) == {asset.pk}
    assert [found.asset_id for found in table().features([asset.pk, 987_654])] == [asset.pk]


def test_an_index_of_another_database_is_not_trusted(built: Eventful, lease: Lease) -> None:
    AssetFactory()
    lease.set(last_xact=10**12, last_change=10**12)
    assert not usable(lease.position, built)
    assert rebuild(built, lease).checked == 1
    assert usable(lease.position, built)
