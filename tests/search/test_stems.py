"""Stems join what people say with what groups write, and keep people apart from things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.stems import stem, stems, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("knitting", "knit"),
        ("knitted", "knits"),
        ("baking", "bake"),
        ("dances", "dancing"),
        ("allotments", "allotment"),
        ("gardening", "gardens"),
        ("studied", "study"),
        ("churches", "church"),
        ("women", "woman"),
        ("sang", "singing"),
        ("swimming", "swam"),
        ("hiking", "hike"),
        ("boxes", "box"),
    ],
)
def test_inflections_meet(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("carers", "cars"), ("older", "old"), ("wine", "win"), ("news", "new"), ("care", "car"), ("bus", "bu")],
)
def test_different_things_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_words_fold_accents_case_and_possessives() -> None:
    assert words("The Women's Café, at St. Hilda’s!") == ["the", "women", "cafe", "at", "st", "hilda"]


@given(st.text(max_size=60))
def test_any_text_gives_stems_and_the_same_ones_again(text: str) -> None:
    assert stems(text) == stems(text)
    assert all(found and found == found.lower() for found in stems(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Womens Institute", "Women's Institute"), ("Mens shed", "Men's shed"), ("childrens", "children")],
)
def test_a_name_without_its_apostrophe_is_the_same(one: str, other: str) -> None:
    assert stems(one) == stems(other)
