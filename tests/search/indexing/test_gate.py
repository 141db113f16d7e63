"""The gate sees every way in which an index or the rows can differ, and holds nothing against what is on its way."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from search import refresh
from search.indexing.drain import Outcomes, today
from search.indexing.gate import SAMPLE, Drift, GateReport, Ids
from search.models import AssetRow, IndexPosition
from search.types import AssetDocument
from tests.factories.assets import AssetFactory
from tests.factories.schedules import SessionFactory
from tests.search.indexing.breaking import Eventful

Drained = Callable[[], Outcomes]
Compared = Callable[[], GateReport]
NOTHING = Drift(Ids(), Ids(), Ids())


@pytest.fixture
def kept(built: Eventful, drained: Drained) -> list[int]:
    """Three listings, in the index."""
    made = [AssetFactory().pk for _ in range(3)]
    drained()
    return made


def _one(pk: int) -> Ids:
    return Ids(1, (pk,))


def _document(pk: int) -> AssetDocument:
    return AssetDocument(pk, "u", "group", "Somebody else's", digest="other")


def test_an_index_that_was_drained_is_clean(kept: list[int], compared: Compared) -> None:
    assert compared() == GateReport(checked=3, waiting=0, index=NOTHING, rows=NOTHING)


def test_missing_stale_and_surplus_in_the_index(kept: list[int], built: Eventful, compared: Compared) -> None:
    built.write([_document(kept[1]), _document(987_654)], [kept[0]])
    report = compared()
    assert report.index == Drift(missing=_one(kept[0]), stale=_one(kept[1]), surplus=_one(987_654))
    assert (report.rows, report.clean) == (NOTHING, False)


def test_missing_stale_and_surplus_in_the_rows(kept: list[int], compared: Compared) -> None:
    AssetRow.objects.filter(pk=kept[0]).update(digest="", payload=b"")
    AssetRow.objects.filter(pk=kept[1]).update(digest="other")
    AssetRow.objects.create(asset_id=987_654, digest="d", sequence=0, payload=b"")
    report = compared()
    assert report.rows == Drift(missing=_one(kept[0]), stale=_one(kept[1]), surplus=_one(987_654))
    assert (report.index, report.clean) == (NOTHING, False)


def test_what_waits_is_counted_and_not_held_against_it(kept: list[int], compared: Compared) -> None:
    AssetFactory()
    changed = AssetFactory._meta.model.objects.get(pk=kept[0])
    changed.name = "Changed"
    changed.save()
    report = compared()
    assert (report.clean, report.waiting, report.checked) == (True, 2, 4)


def test_a_change_that_nobody_announced_is_found(kept: list[int], compared: Compared) -> None:
    AssetFactory._meta.model.objects.filter(pk=kept[2]).update(name="Behind our back")
    assert compared().index.stale == _one(kept[2])


def test_samples_are_cut_and_counts_are_not(built: Eventful, drained: Drained, compared: Compared) -> None:
    made = [AssetFactory().pk for _ in range(SAMPLE + 2)]
    drained()
    built.write([], made)
    assert compared().index.missing == Ids(SAMPLE + 2, tuple(made[:SAMPLE]))


def test_dates_counted_yesterday_are_no_drift_until_they_are_renewed(
    built: Eventful, drained: Drained, compared: Compared, monkeypatch: pytest.MonkeyPatch
) -> None:
    SessionFactory(rhythm="daily", days=[])
    drained()
    next_week = today() + timedelta(weeks=1)
    monkeypatch.setattr(refresh, "today", lambda: next_week)
    assert compared().clean
    IndexPosition.objects.update(renewed_on=next_week)
    assert compared().index.stale.count == 1
