"""How common each term is, counted once and kept."""

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import statistics
from search.features import table
from search.models import AssetRow, TermSnapshot
from search.packing import pack
from search.statistics import Frequencies, make_snapshot, newest_snapshot
from search.terms import term_key
from search.types import CandidateFeatures
from tests.factories.assets import AssetFactory


def _row(asset_id: int, counts: Mapping[int, int], length: int = 10) -> None:
    payload = pack(CandidateFeatures(asset_id, "group", length=length), counts)
    AssetRow.objects.create(asset_id=asset_id, digest="d", sequence=asset_id, payload=payload)


@given(st.dictionaries(st.integers(-(2**63), 2**63 - 1), st.integers(2, 2**31 - 1)), st.integers(-(2**63), 2**63 - 1))
def test_frequencies_are_a_mapping(counts: dict[int, int], other: int) -> None:
    keys = sorted(counts)
    kept = Frequencies(np.array(keys, "<i8"), np.array([counts[key] for key in keys], "<i4"))
    assert dict(kept) == counts
    assert kept.get(other, 1) == counts.get(other, 1)


@pytest.mark.django_db
def test_a_term_counts_once_a_document_and_those_of_one_document_are_left_out() -> None:
    _row(1, {5: 9, 6: 1, -7: 1}, length=10)
    _row(2, {5: 1, -7: 2}, length=20)
    AssetRow.objects.create(asset_id=3, digest="", sequence=3, payload=b"")
    made = make_snapshot()
    assert (made.documents, made.mean_length, dict(made.frequency)) == (2, 15.0, {5: 2, -7: 2})
    assert dict(newest_snapshot().frequency) == dict(made.frequency)


@pytest.mark.django_db
def test_counting_in_parts_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(1, 8):
        _row(n, dict.fromkeys(range(n), 1))
    whole = dict(make_snapshot().frequency)
    monkeypatch.setattr(statistics, "_GATHER", 3)
    assert dict(make_snapshot().frequency) == whole == {n: 7 - n for n in range(6)}


@pytest.mark.django_db
def test_nothing_is_known_before_the_first_snapshot() -> None:
    assert (newest_snapshot().documents, dict(newest_snapshot().frequency)) == (0, {})
    assert make_snapshot().mean_length == 0.0


@pytest.mark.django_db
def test_only_the_last_few_are_kept_and_the_newest_counts() -> None:
    for n in range(1, 6):
        _row(n, {1: 1})
        make_snapshot()
    assert TermSnapshot.objects.count() == 3
    assert newest_snapshot().documents == 5
    assert table().statistics().documents == 5


@pytest.mark.django_db
def test_names_count_in_the_statistics_of_an_index(up_to_date: object) -> None:
    AssetFactory(name="Tea and samplers", summary="")
    AssetFactory(name="Samplers by candle", summary="")
    up_to_date()  # type: ignore[operator]
    known = table().statistics()
    assert known.documents == 2
    assert known.frequency[term_key(("sampler",))] == 2
    assert known.frequency.get(term_key(("candle",)), 1) == 1
