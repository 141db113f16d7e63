"""Names word by word: slips and legal forms do not matter, numbers and telling words do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.likeness.names import name_likeness, telling_words, weight
from cms.likeness.score import LEAST_NAME

SAME = [
    ("Weavers Fold Sewing Circle", "weavers fold sewing circle"),
    ("The Vodafone Foundation", "Vodafone Foundation"),
    ("Samaritan's Purse International Limited", "Samaritans Purse International Ltd"),
    ("Daughters of Charity of St Vincent de Paul CIO", "The Daughters of Charity of Saint Vincent de Paul"),
    ("1st Sale Scouts", "First Sale Scouts"),
    ("Royal Naval Benevolent Trust (Grand Fleet and Kindred Funds)", "The Royal Naval Benevolent Trust"),
    ("Bobbin Lace Makers", "Bobin Lace Maker"),
    ("Café Créole", "Cafe Creole"),
]
DIFFERENT = [
    ("1st Sale Scouts", "2nd Sale Scouts"),
    ("Sale Brownies", "Sale Rainbows"),
    ("Weavers Fold Sewing Circle", "Weavers Fold Choir"),
    ("Stretford Sports Village (Chester Centre)", "Stretford Sports Village (Talbot Centre)"),
    ("St Ann's Hospice", "St Mary's Hospice"),
    ("", "Sewing Circle"),
    ("The", "The"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same(one: str, other: str) -> None:
    assert name_likeness(one, other) > 0.9


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different(one: str, other: str) -> None:
    assert name_likeness(one, other) < 0.85


@pytest.mark.parametrize(("one", "other"), [DIFFERENT[0], *DIFFERENT[4:]])
def test_too_different_to_ask(one: str, other: str) -> None:
    assert name_likeness(one, other) < LEAST_NAME


def test_what_many_round_about_have_tells_little() -> None:
    many = {"tenterclough": 300, "mill": 40}
    alone = name_likeness("Tenterclough Mill Band", "Tenterclough Mill Walkers")
    assert name_likeness("Tenterclough Mill Band", "Tenterclough Mill Walkers", many) < alone
    assert weight("tenterclough", many) < weight("mill", many) < weight("band", many) == 1


def test_a_name_of_plain_words_alone_is_never_wholly_the_same() -> None:
    assert name_likeness("Community Centre", "Community Centre") <= 0.8
    assert telling_words("Community Centre") == ("community", "centre")
    assert telling_words("The Bobbin Community Centre") == ("bobbin",)


names = st.text("abcdeé '1(2)&.", max_size=30)


@given(names, names)
def test_both_ways_round_and_within_bounds(one: str, other: str) -> None:
    assert name_likeness(one, other) == name_likeness(other, one)
    assert 0 <= name_likeness(one, other) <= 1
