"""The three orders, as tables."""

from search.ordering import Scored, by_words, likely_to_go, nearest_of_the_close


def ids(scored: list[Scored]) -> list[int]:
    return [each.asset_id for each in scored]


def test_by_words_is_best_first_and_ties_go_by_id() -> None:
    assert ids(by_words([Scored(3, 1.0), Scored(1, 1.0), Scored(2, 2.0)])) == [2, 1, 3]


def test_what_was_asked_for_comes_before_what_is_close_however_near_that_is() -> None:
    asked_far = Scored(1, 2.0, closeness=1.0, metres=75_000)
    close_near = Scored(2, 1.9, closeness=0.6, metres=200)
    faint_nearer = Scored(3, 0.9, closeness=0.3, metres=100)
    assert ids(nearest_of_the_close([faint_nearer, close_near, asked_far])) == [1, 2, 3]


def test_nearest_first_among_equals_and_without_a_place_last() -> None:
    rows = [Scored(1, 2.0, 1.0, metres=900), Scored(2, 1.8, 0.95, metres=300), Scored(3, 2.5, 1.0)]
    assert ids(nearest_of_the_close(rows)) == [2, 1, 3]


def test_a_mention_in_passing_falls_behind() -> None:
    assert ids(nearest_of_the_close([Scored(1, 0.2, 1.0, metres=10), Scored(2, 2.0, 1.0, metres=5000)])) == [2, 1]


def test_on_a_visit_the_practical_side_counts() -> None:
    far_and_right = Scored(1, 1.0, practical=-1.0)
    near_and_nearly_right = Scored(2, 0.8, practical=0.9)
    assert ids(likely_to_go([far_and_right, near_and_nearly_right])) == [2, 1]
    assert ids(likely_to_go([Scored(1, 1.0, practical=0.2), Scored(2, 0.1, practical=0.9)])) == [1, 2]
