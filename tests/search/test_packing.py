"""A candidate comes out of its bytes as it went in."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.packing import content, pack, unpack_features, unpack_terms
from search.types import AssetDocument, CandidateFeatures, Point

WORDS = st.text(max_size=12)
KEYS = st.integers(-(2**63), 2**63 - 1)
POINTS = st.builds(Point, st.floats(49, 61), st.floats(-9, 2))
FEATURES = st.builds(
    CandidateFeatures,
    asset_id=st.integers(1, 2**53),
    kind=WORDS,
    interests=st.lists(WORDS).map(tuple),
    suggested=st.lists(WORDS).map(tuple),
    points=st.lists(POINTS).map(tuple),
    slots=st.frozensets(WORDS),
    starts=st.lists(st.integers(0, 2**31)).map(tuple),
    pence=st.none() | st.integers(0, 10_000),
    fresh_on=st.none() | st.integers(0, 30_000),
    access=st.dictionaries(WORDS, WORDS),
    audience=st.frozensets(WORDS),
    cues=st.frozensets(WORDS),
    greeter=st.booleans(),
    length=st.integers(0, 10_000),
)


@given(FEATURES, st.dictionaries(KEYS, st.integers(1, 65_535), max_size=40))
def test_features_and_counts_come_back(features: CandidateFeatures, counts: dict[int, int]) -> None:
    packed = pack(features, counts)
    keys, often = unpack_terms(packed)
    assert unpack_features(packed) == features
    assert dict(zip(keys.tolist(), often.tolist(), strict=True)) == counts
    assert keys.tolist() == sorted(counts)


def test_a_count_that_is_too_high_is_the_highest_there_is() -> None:
    _, often = unpack_terms(pack(CandidateFeatures(1, "group"), {7: 1_000_000}))
    assert often.tolist() == [np.iinfo(np.uint16).max]


DOCUMENT = AssetDocument(1, "u", "group", "A name")
FOUND = CandidateFeatures(1, "group")


@pytest.mark.parametrize(
    ("document", "features"),
    [
        ({"name": "Another"}, {}),
        ({"starts": (5,)}, {}),
        ({"for_workers": True}, {}),
        ({}, {"room": "full"}),
        ({}, {"fresh_on": 1}),
        ({}, {"access": {"toilet": "yes"}}),
    ],
)
def test_content_tells_what_differs(document: dict[str, Any], features: dict[str, Any]) -> None:
    assert content(replace(DOCUMENT, **document), replace(FOUND, **features)) != content(DOCUMENT, FOUND)


def test_content_is_the_same_whatever_the_order_of_sets() -> None:
    several = [frozenset(codes) for codes in (("tue-morning", "wed-evening", "b"), ("b", "wed-evening", "tue-morning"))]
    first, second = (content(DOCUMENT, replace(FOUND, slots=slots)) for slots in several)
    assert first == second


def test_the_digest_is_not_part_of_the_content() -> None:
    assert content(replace(DOCUMENT, digest="d"), FOUND) == content(DOCUMENT, FOUND)
