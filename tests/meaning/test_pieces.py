"""A text in pieces: nothing is lost, nothing is long."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.meaning.pieces import LONGEST, SHARED, pieces
from search.meaning.texts import digest, texts_of

SENTENCES = st.lists(st.integers(1, 70), max_size=12)


@given(SENTENCES)
def test_every_word_is_in_a_piece_in_its_order_and_none_is_too_long(lengths: list[int]) -> None:
    """Words are numbered, so that each can be told from the others."""
    number, written = 0, []
    for length in lengths:
        written.append(" ".join(str(number + place) for place in range(length)) + ".")
        number += length
    numbers = [[int(word.strip(".")) for word in piece.split()] for piece in pieces(" ".join(written))]
    assert sorted({each for piece in numbers for each in piece}) == list(range(number))
    assert all(piece == list(range(piece[0], piece[-1] + 1)) and len(piece) <= LONGEST for piece in numbers)
    assert all(0 <= one[-1] + 1 - other[0] <= SHARED for one, other in pairwise(numbers))


@pytest.mark.parametrize(
    ("name", "summary", "description", "whole"),
    [
        ("Stitch Circle", "Sewing and tea", "", "Stitch Circle. Sewing and tea."),
        ("Fancy a walk?", "", "We go at ten.", "Fancy a walk? We go at ten."),
        ("", "", "", ""),
    ],
)
def test_a_short_listing_is_one_text(name: str, summary: str, description: str, whole: str) -> None:
    found = texts_of(name, summary, description)
    assert (found.whole, found.pieces) == (whole, ())


def test_a_long_listing_has_pieces_too() -> None:
    found = texts_of("Centre", "Much goes on.", "We knit. " * 30)
    assert found.whole.startswith("Centre. Much goes on. We knit.")
    assert len(found.pieces) == len(set(found.pieces)) > 1


def test_a_text_is_known_by_its_model_and_kind() -> None:
    assert len({digest("one", "w", "tea"), digest("two", "w", "tea"), digest("one", "p", "tea")}) == 3
