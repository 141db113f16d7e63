"""A reading as weighted terms: expanded once, for every engine."""

from dataclasses import replace

from search.understanding.expansion import LEFT_OVER, PAST, terms, wanted
from search.understanding.read import read
from tests.search.vocabularies import VOCABULARY, NoIndex


def weights(text: str) -> dict[str, float]:
    return {want.code: want.weight for want in wanted(read(text, VOCABULARY, NoIndex()), VOCABULARY)}


def phrases(text: str) -> dict[tuple[str, ...], float]:
    return {term.stems: term.weight for term in terms(read(text, VOCABULARY, NoIndex()), VOCABULARY)}


def test_what_was_said_counts_most_and_its_neighbours_by_their_edges() -> None:
    assert weights("embroidery") == {"embroidery": 1.0, "sewing": 0.8, "textile-crafts": 0.5}


def test_the_strongest_way_to_a_concept_is_kept() -> None:
    assert weights("sewing and embroidery")["sewing"] == 1.0


def test_a_concept_brings_its_names_and_those_of_strong_neighbours() -> None:
    found = phrases("embroidery")
    assert found[("embroidery",)] == 1.0
    assert found[("cross", "stitch")] == 0.85
    assert found[("sew",)] == 0.8
    assert found[("sew", "circl")] == 0.68


def test_everyday_words_of_neighbours_are_not_looked_for() -> None:
    assert ("hem",) not in phrases("embroidery")


def test_words_that_are_left_in_a_long_text_count_for_little() -> None:
    long = phrases("She does embroidery and there were brasses and a barometer and three brown teapots about")
    assert long[("barometer",)] == LEFT_OVER
    assert phrases("barometer")[("barometer",)] == 1.0


def test_what_somebody_used_to_do_counts_a_little_less() -> None:
    now = read("embroidery", VOCABULARY, NoIndex())
    then = replace(now, interests=tuple(replace(said, past=True) for said in now.interests))
    assert {want.code: want.weight for want in wanted(then, VOCABULARY)} == {
        code: round(PAST * weight, 4) for code, weight in weights("embroidery").items()
    }
    assert max(term.weight for term in terms(then, VOCABULARY)) == PAST
