"""The graph: what is near, what is below, and what a phrase stands for."""

from search.vocabulary import FAINTEST
from tests.search.vocabularies import VOCABULARY


def near(code: str) -> dict[str, float]:
    return {each.code: each.weight for each in VOCABULARY.near(code)}


def test_an_edge_is_followed_with_its_weight() -> None:
    assert near("embroidery")["sewing"] == 0.8
    assert near("joinery")["mens-shed"] == 0.9


def test_two_steps_multiply_and_faint_ones_are_left_out() -> None:
    assert near("whippets") == {"dogs": 0.7}
    assert all(weight >= FAINTEST for code in VOCABULARY.concepts for weight in near(code).values())


def test_a_broader_concept_is_near_but_a_top_one_and_siblings_are_not() -> None:
    assert near("quilting") == {"textile-crafts": 0.5}


def test_narrower_concepts_are_good_suggestions() -> None:
    assert {"embroidery", "sewing", "quilting"} <= near("textile-crafts").keys()


def test_below_takes_in_everything_narrower() -> None:
    assert VOCABULARY.below("textile-crafts") == {"textile-crafts", "embroidery", "sewing", "quilting"}
    assert VOCABULARY.below("making") >= VOCABULARY.below("textile-crafts")


def test_tops_are_the_ones_with_nothing_broader() -> None:
    assert [top.code for top in VOCABULARY.tops] == ["making", "animals"]


def test_a_phrase_is_found_by_its_stems_with_what_kind_of_label_it_is() -> None:
    (entry,) = VOCABULARY.entries[("sampler",)]
    assert (entry.code, entry.via) == ("embroidery", "everyday")
