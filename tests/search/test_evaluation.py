"""nDCG@10 and hit@3 against figures worked out by hand."""

import math

import pytest

from search.evaluation import counts, hit, judgements, ndcg

GRADES = {"a": 3, "b": 2, "c": 0}


def test_a_perfect_order_is_one_and_nothing_is_nought() -> None:
    assert ndcg(["a", "b", "x"], GRADES) == pytest.approx(1.0)
    assert ndcg(["x", "y"], GRADES) == 0.0


def test_the_discount() -> None:
    ideal = 7 + 3 / math.log2(3)
    assert ndcg(["x", "a", "b"], GRADES) == pytest.approx((7 / math.log2(3) + 3 / 2) / ideal)


def test_hit_looks_at_the_first_three() -> None:
    assert hit(["x", "y", "b"], GRADES)
    assert not hit(["x", "y", "z", "a"], GRADES)


def test_lines_are_read_and_a_later_judgement_counts() -> None:
    assert judgements(["q\ta b\t1\n", "q\ta b\t3\n", "broken line\n"]) == {"q": {"a b": 3}}
    assert counts({"a": 2})
    assert not counts({"a": 1})
