"""What the measuring programs reckon with, apart from any server."""

import gzip
from pathlib import Path

import pytest

from search.types import Order
from tests.bench.agreement import agreement
from tests.bench.draw import Drawn
from tests.bench.judged import Judged, Refused, trusted, two_figures
from tests.bench.pasted import between
from tests.bench.peers.ranks import mixed

BASELINE = """import sys
for line in open(sys.argv[2]):
    print(line.split("\\t")[0], "Q0", "good", 1, 1.0, "x", sep="\\t")
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set of one query, whose baseline is perfect: not what the real one scores."""
    (tmp_path / "queries.tsv").write_text("q1\tword\tsewing\nq2\tword\tnothing good\n")
    (tmp_path / "judgements.tsv").write_text("q1\tgood\t1\nq1\tbad\t0\nq2\tbad\t1\n")
    (tmp_path / "judgements_round2.tsv").write_text("q1\tgood\t3\n")
    (tmp_path / "bm25_baseline.py").write_text(BASELINE)
    with gzip.open(tmp_path / "corpus.jsonl.gz", "wt") as corpus:
        corpus.write("{}\n")
    return tmp_path


def test_both_files_of_judgements_count_and_a_query_without_a_good_listing_does_not(folder: Path) -> None:
    judged = Judged.read(folder)
    assert judged.counted() == ["q1"]
    assert two_figures(judged.score({"q1": ["bad", "good"]})) == (".631", "1.00")
    assert judged.unjudged({"q1": ["good", "new", "newer"]}) == 2


def test_a_harness_that_scores_the_baseline_otherwise_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"1\.000 and 1\.00 here, not \.262 and \.47"):
        trusted(folder, tmp_path)


def test_every_choice_that_was_drawn_is_asked() -> None:
    query = {"q": "walk", "kind": "group", "day": "tue", "time": "afternoon", "access": "step_free", "free": "true"}
    (asked,) = Drawn("all", ({**query, "order": "nearest"},)).questions()
    chosen = (asked.text, *asked.kinds, *asked.days, *asked.parts, *asked.access, *asked.costs, asked.order)
    assert chosen == ("walk", "group", "tue", "afternoon", "step_free", "free", Order.NEAREST)


def test_what_cannot_be_asked_is_not_passed_over() -> None:
    with pytest.raises(ValueError, match="someday"):
        Drawn("wrong", ({"q": "walk", "day": "someday"},)).questions()


def test_two_ranks_are_mixed_by_their_mean() -> None:
    assert mixed([1, 2, 3], [3, 1, 2]) == [1, 3, 2]
    assert mixed([1, 2, 4], [3]) == [1, 2, 4, 3]


def test_engines_agree_by_their_first_three_and_by_nine_of_ten() -> None:
    ten = list("abcdefghij")
    told = agreement({"one": ten, "two": ten, "none": []}, {"one": ten, "two": [*ten[1::-1], *ten[2:]], "none": []})
    assert "first three in the same order for 67%" in told
    assert told.endswith("in common for 100%.")
    assert agreement({"one": ten}, {"one": [*ten[:8], "x", "y"]}).endswith("in common for 0%.")


def test_figures_go_between_their_marks_alone() -> None:
    page = "a\n<!-- x -->\nold\n<!-- end of x -->\nb"
    assert between(page, "x", "new") == "a\n<!-- x -->\nnew\n<!-- end of x -->\nb"
    with pytest.raises(ValueError, match="no marks"):
        between(page, "y", "new")
