"""Phrases by how they begin, compared with reading them all."""

import pytest

from search.prefixes import PrefixTable
from search.stems import words

PHRASES = ["Knit and natter", "Knitting", "Yarn", "Café society", "natter", "Society of yarn", "knit"]
RANKED = [(phrase, number % 2) for number, phrase in enumerate(PHRASES)]


@pytest.mark.parametrize(
    "typed", ["k", "kn", "knit", "knit a", "nat", "CAFE", "soc", "yarn", "and n", "z", "", "  ", "of ya"]
)
def test_every_phrase_in_which_a_word_begins_so(typed: str) -> None:
    start = " ".join(words(typed))
    expected = {
        number
        for number, phrase in enumerate(PHRASES)
        if start and any(" ".join(words(phrase)[place:]).startswith(start) for place in range(len(words(phrase))))
    }
    found = PrefixTable.of(RANKED).starting(typed)
    assert set(found) == expected
    assert len(found) == len(expected)


def test_beginnings_first_then_rank_then_length() -> None:
    table = PrefixTable.of([("a natter", 0), ("natter b", 1), ("natter long", 0), ("natter", 0)])
    assert [table.phrases[number] for number in table.starting("nat")] == [
        "natter",
        "natter long",
        "natter b",
        "a natter",
    ]
