"""Standard scores and the closest, by hand."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.meaning.likeness import HIGHEST, LOWEST, best_of_each, closest, standard


def test_a_score_is_told_in_deviations_from_the_usual() -> None:
    usual = np.array([[0.4, 0.6, 0.4, 0.6]], dtype=np.float32)
    assert np.allclose(
        standard(np.array([[0.5, 0.7, 0.1, 9.0]], dtype=np.float32), usual), [[0, 2, LOWEST, HIGHEST]], atol=1e-5
    )


def test_without_anything_usual_nothing_stands_out() -> None:
    assert standard(np.ones((1, 2), dtype=np.float32), np.ones((1, 0), dtype=np.float32)).tolist() == [[0, 0]]


def test_the_best_of_each_run() -> None:
    scores = np.array([[1, 5, 2, 3, 0], [9, 1, 1, 1, 4]], dtype=np.float32)
    assert best_of_each(scores, np.array([2, 3, 5])).tolist() == [[5, 2, 3], [9, 1, 4]]
    assert best_of_each(scores[:, :0], np.array([], dtype=np.int64)).shape == (2, 0)


def test_each_phrase_has_its_share_of_the_closest() -> None:
    scores = np.array([[9, 8, 7, 0, 0], [0, 0, 0, 1, 2]], dtype=np.float32)
    assert closest(scores, 4) == [0, 4, 1, 3]
    assert closest(scores[:, :0], 4) == []


@given(st.lists(st.sampled_from([0.0, 1.0, 2.5, 6.0]), min_size=1, max_size=40), st.integers(1, 45))
def test_the_closest_are_those_that_a_whole_sort_puts_first(scores: list[float], most: int) -> None:
    row = np.array([scores], dtype=np.float32)
    assert closest(row, most) == np.argsort(-row[0], kind="stable")[:most].tolist()
