"""A rebuild that was broken off goes on where it was, and misses nothing of what happened meanwhile."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone

from cms.models import Asset
from search import conf
from search.indexing import outbox
from search.indexing import rebuild as rebuilding
from search.indexing.drain import drain, today, usable
from search.indexing.lease import Lease
from search.indexing.rebuild import RebuildRefused, rebuild
from search.models import IndexChange, IndexPosition
from search.refresh import IndexHeld, gate_report, rebuild_index
from tests.factories.assets import AssetFactory
from tests.search.indexing.breaking import Eventful, Killed, kill

LISTINGS = 7


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conf, "BATCH", 2)
    monkeypatch.setattr(outbox, "PRUNE_FROM", 1)


@pytest.fixture
def broken_off(built: Eventful, lease: Lease) -> Iterator[Eventful]:
    """An engine whose live index has every listing, and a rebuild that was killed with four of them done."""
    for _ in range(LISTINGS):
        AssetFactory()
    drain(built, lease)
    _kill_at_the_third_batch(built)
    with pytest.raises(Killed):
        rebuild(built, lease)
    built.before_write = lambda generation: None
    assert built.has_generation(IndexPosition.objects.get().building)
    return built


def test_only_what_is_left_is_written(broken_off: Eventful, lease: Lease) -> None:
    begun, before = IndexPosition.objects.get().building, broken_off.live_generation()
    steps: list[tuple[int, int]] = []
    written = _writes(broken_off)
    assert rebuild(broken_off, lease, progress=lambda done, total: steps.append((done, total))).clean
    assert steps == [(4, 7), (6, 7), (7, 7)]
    assert written == [begun, begun]
    assert broken_off.live_generation() == begun != before
    assert broken_off.ids() == set(Asset.objects.values_list("pk", flat=True))


def test_what_happened_meanwhile_is_in_it(broken_off: Eventful, lease: Lease) -> None:
    """Changes on both sides of where it was broken off, followed by the live index and dropped from its log."""
    early, _, gone, *_, late = Asset.objects.order_by("pk")
    early.name = "Changed meanwhile"
    early.save()
    gone.delete()
    late.name = "Changed as well"
    late.save()
    added = AssetFactory()
    drain(broken_off, lease)
    outbox.prune(timezone.now())
    assert rebuild(broken_off, lease).clean
    assert gate_report(broken_off).clean
    assert usable(lease.position, broken_off)
    assert broken_off.ids() == set(Asset.objects.values_list("pk", flat=True)) >= {added.pk}


def test_the_live_index_stays_in_use_and_fresh(broken_off: Eventful, lease: Lease) -> None:
    added = AssetFactory()
    drain(broken_off, lease)
    assert usable(lease.position, broken_off)
    assert added.pk in broken_off.ids()
    assert gate_report(broken_off).clean


def test_broken_off_twice_it_still_goes_on(broken_off: Eventful, lease: Lease) -> None:
    begun = IndexPosition.objects.get().building
    broken_off.before_promotion = kill
    with pytest.raises(Killed):
        rebuild(broken_off, lease)
    broken_off.before_promotion = lambda: None
    added = AssetFactory()
    written = _writes(broken_off)
    assert rebuild(broken_off, lease).clean
    assert written == [None, begun, begun]  # the one that was added: as a change in both, and as the next in line
    assert added.pk in broken_off.ids()


def test_a_first_one_goes_on_too(eventful: Eventful, lease: Lease) -> None:
    made = [AssetFactory() for _ in range(LISTINGS)]
    _kill_at_the_third_batch(eventful)
    with pytest.raises(Killed):
        rebuild(eventful, lease)
    eventful.before_write = lambda generation: None
    made[0].delete()
    steps: list[tuple[int, int]] = []
    assert rebuild(eventful, lease, progress=lambda done, total: steps.append((done, total))).clean
    assert steps[0] == (3, 6)
    assert eventful.ids() == {asset.pk for asset in made[1:]}


def test_one_of_another_day_is_begun_again(broken_off: Eventful, lease: Lease, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = IndexPosition.objects.get().building
    monkeypatch.setattr(rebuilding, "today", lambda: today() + timedelta(days=1))
    written = _writes(broken_off)
    rebuild(broken_off, lease)
    assert len(written) == 4
    assert begun not in written
    assert not broken_off.has_generation(begun)


def test_one_whose_generation_is_gone_is_begun_again(broken_off: Eventful, lease: Lease) -> None:
    broken_off.start_generation()  # as another layout's would
    written = _writes(broken_off)
    assert rebuild(broken_off, lease).clean
    assert len(written) == 4


def test_one_that_was_refused_is_begun_again(broken_off: Eventful, lease: Lease) -> None:
    last = Asset.objects.order_by("pk").last()
    assert last is not None
    broken_off.lose = {last.pk}
    with pytest.raises(RebuildRefused):
        rebuild(broken_off, lease)
    broken_off.lose = set()
    written = _writes(broken_off)
    assert rebuild(broken_off, lease).clean
    assert len(written) == 4


def test_the_log_keeps_what_it_needs_until_the_day_is_over(broken_off: Eventful, lease: Lease) -> None:
    for asset in Asset.objects.order_by("pk")[:3]:
        asset.save()
    drain(broken_off, lease)
    needed = IndexChange.objects.count()
    assert needed >= 3
    outbox.prune(timezone.now())
    assert IndexChange.objects.count() >= 3
    outbox.prune(timezone.now() + timedelta(days=1))
    assert not IndexChange.objects.exists()
    assert IndexPosition.objects.get().building == ""


def test_two_at_once_are_refused(broken_off: Eventful, lease: Lease) -> None:
    before = lease.position.building
    with pytest.raises(IndexHeld, match="is held by process"):
        rebuild_index(lambda text: None, patience=0)
    assert lease.position.building == before


def _kill_at_the_third_batch(engine: Eventful) -> None:
    left = [2]

    def count(generation: str | None) -> None:
        if generation is not None and not left[0]:
            kill()
        left[0] -= generation is not None

    engine.before_write = count


def _writes(engine: Eventful) -> list[str | None]:
    """The generations that are written from now on, one each time."""
    written: list[str | None] = []
    engine.before_write = written.append
    return written
