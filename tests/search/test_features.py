"""The table in memory follows the rows, and answers for many candidates at once."""

from collections.abc import Callable, Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from search import features
from search.features import FeatureTable, Unpacked, fill
from search.models import AssetRow
from search.packing import pack
from search.terms import term_key
from search.types import CandidateFeatures
from tests.factories.assets import AssetFactory

KEYS = st.integers(-(2**63), 2**63 - 1)


@pytest.fixture
def table() -> FeatureTable:
    return FeatureTable()


def _write(asset_id: int, sequence: int, counts: Mapping[int, int] | None = None, kind: str = "group") -> None:
    payload = pack(CandidateFeatures(asset_id, kind), counts or {})
    AssetRow.objects.update_or_create(
        asset_id=asset_id, defaults={"digest": "d", "sequence": sequence, "payload": payload}
    )


def _kinds(table: FeatureTable, *ids: int) -> list[tuple[int, str]]:
    return [(found.asset_id, found.kind) for found in table.features(ids)]


@given(st.dictionaries(KEYS, st.integers(1, 65_535)), st.lists(KEYS, unique=True))
def test_counts_of_a_row_are_found_by_key(counts: dict[int, int], wanted: list[int]) -> None:
    row = np.zeros(len(wanted), np.uint16)
    fill(row, np.array(sorted(wanted), np.int64), pack(CandidateFeatures(1, "group"), counts))
    assert row.tolist() == [counts.get(key, 0) for key in sorted(wanted)]


@pytest.mark.django_db
class TestTable:
    def test_features_come_in_the_order_asked_and_unknown_ones_are_left_out(self, table: FeatureTable) -> None:
        _write(1, 1, kind="group")
        _write(2, 2, kind="offer")
        assert _kinds(table, 2, 99, 1) == [(2, "offer"), (1, "group")]

    def test_counts_have_a_row_an_asset_and_a_column_a_key_in_the_order_asked(self, table: FeatureTable) -> None:
        _write(1, 1, {10: 2, -30: 5})
        _write(2, 2, {20: 3})
        counts = table.counts([2, 1, 99], [20, -30, 20, 77, 10])
        assert counts.tolist() == [[3, 0, 3, 0, 0], [0, 5, 0, 0, 2], [0, 0, 0, 0, 0]]

    def test_nothing_asked_is_nothing_answered(self, table: FeatureTable) -> None:
        _write(1, 1)
        assert table.counts([1], []).shape == (1, 0)
        assert table.counts([], [5]).shape == (0, 1)
        assert table.features([]) == []

    def test_rows_that_were_written_removed_and_brought_back_are_followed(self, table: FeatureTable) -> None:
        _write(1, 1, kind="group")
        assert _kinds(table, 1) == [(1, "group")]
        _write(1, 2, kind="place")
        table.nudge()
        assert _kinds(table, 1) == [(1, "place")]
        AssetRow.objects.filter(pk=1).update(digest="", payload=b"", sequence=3)
        table.nudge()
        assert (_kinds(table, 1), len(table)) == ([], 0)
        _write(1, 4, kind="offer")
        table.nudge()
        assert _kinds(table, 1) == [(1, "offer")]

    def test_an_id_that_is_new_is_looked_for_at_once(self, table: FeatureTable) -> None:
        assert _kinds(table, 1) == []
        _write(1, 1)
        assert _kinds(table, 1) == [(1, "group")]

    def test_a_sequence_that_went_back_is_another_database(self, table: FeatureTable) -> None:
        _write(1, 50)
        _write(2, 51)
        assert len(table) == 2
        AssetRow.objects.all().delete()
        _write(3, 7)
        table.nudge()
        assert _kinds(table, 1, 2, 3) == [(3, "group")]

    def test_between_two_looks_nothing_is_asked_of_the_database(
        self, table: FeatureTable, django_assert_num_queries: DjangoAssertNumQueries, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(features, "FRESH_SECONDS", 3600.0)
        _write(1, 1, {10: 1})
        assert len(table) == 1
        with django_assert_num_queries(0):
            table.features([1])
            table.counts([1], [10])
            table.statistics()
        table.nudge()
        with django_assert_num_queries(2):
            table.features([1])

    def test_features_are_those_of_the_catalogue(self, up_to_date: Callable[[], None]) -> None:
        asset = AssetFactory(name="Tea and samplers", summary="", interests=["made-up-craft"])
        up_to_date()
        (found,) = features.table().features([asset.pk])
        assert (found.asset_id, found.interests) == (asset.pk, ("made-up-craft",))
        keys = [term_key(("sampler",)), term_key(("tea", "and")), term_key(("nowhere",))]
        assert features.table().counts([asset.pk], keys).tolist() == [[2, 2, 0]]


def test_threads_with_rows_of_different_age_each_get_their_own() -> None:
    kept, older, newer = Unpacked(), *(pack(CandidateFeatures(1, kind), {}) for kind in ("group", "place"))
    assert [kept.of(1, row).kind for row in (older, newer, older, newer, newer)] == [
        *("group", "place", "group", "place", "place")
    ]
    assert kept.of(1, newer) is kept.of(1, newer)
