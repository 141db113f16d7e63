"""The first five answers share themselves out among what somebody loves: as a table, and for any listings at all."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.choosing import FIRST, MOST_EACH, NONE, choose
from search.strengths import MEETS

ONLY_A, ONLY_B, ONLY_C, BOTH, NOTHING = (1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (0, 0, 0)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # One strength that can be met: as it was.
        ([ONLY_A, ONLY_A, NOTHING, ONLY_A], [0, 1, 2, 3]),
        # The others have their place before the first has its third.
        ([ONLY_A, ONLY_A, ONLY_A, ONLY_B, ONLY_C], [0, 3, 4, 1, 2]),
        # What meets two leaves room.
        ([BOTH, ONLY_A, ONLY_C], [0, 2, 1]),
        # What meets nothing waits until each has had a place.
        ([NOTHING, ONLY_A, ONLY_B], [1, 2, 0]),
    ],
)
def test_places(rows: list[tuple[int, ...]], expected: list[int]) -> None:
    scores = [3.0 - place / 10 for place in range(len(rows))]
    assert [choice.row for choice in choose(scores, np.array(rows, dtype=float))] == expected


def test_the_better_fit_goes_first_among_what_meets_the_same() -> None:
    met = np.array([[1, 0], [0, 0.65], [0, 1]])
    assert [choice.row for choice in choose([3.0, 2.1, 2.0], met)] == [0, 2, 1]


def test_where_places_are_short_what_meets_two_goes_before_what_meets_one() -> None:
    met = np.vstack([np.eye(7), [1, 1, 1, 0, 0, 0, 0]])
    chosen = choose([3, 3, 3, 3, 3, 3, 3, 1], met)[:FIRST]
    # The best of all first, then the one with three: six of seven.
    assert [choice.row for choice in chosen][:2] == [0, 7]
    assert _met(met, [choice.row for choice in chosen]) == 6


def test_what_somebody_could_give_has_its_place_after_what_they_love() -> None:
    met = np.array([[1, 0, 0], [0, 0, 1], [0, 1, 0]])
    assert [choice.row for choice in choose([3.0, 2.9, 1.0], met, later={2})] == [0, 2, 1]


LISTINGS = st.integers(1, 5).flatmap(
    lambda strengths: st.lists(
        st.tuples(*[st.sampled_from((0.0, 0.3, MEETS, 0.75, 1.0))] * strengths), min_size=1, max_size=24
    )
)


@given(LISTINGS)
def test_for_any_listings_as_many_as_can_be_met_are_met_and_none_takes_more_than_its_share(
    rows: list[tuple[float, ...]],
) -> None:
    met, scores = np.array(rows), [3.0 - place / 50 for place in range(len(rows))]
    choices = choose(scores, met)
    assert sorted(choice.row for choice in choices) == list(range(len(rows)))
    can = int((met >= MEETS).any(axis=0).sum())
    first = choices[: min(FIRST, len(rows))]
    assert _met(met, [choice.row for choice in first]) == can or can < 2
    assert all(choice.strength == NONE or met[choice.row, choice.strength] >= MEETS for choice in choices)
    shares = Counter(choice.strength for choice in first)
    for strength, share in shares.items():
        others = [choice.row for choice in choices[len(first) :]]
        free = [column for column in range(met.shape[1]) if column != strength and shares[column] < MOST_EACH]
        waiting = any((met[row, free] >= MEETS).any() for row in others) if free else False
        assert share <= MOST_EACH or strength == NONE or can < 2 or not waiting


def _met(met: np.ndarray, rows: list[int]) -> int:
    return int((met[rows] >= MEETS).any(axis=0).sum())
