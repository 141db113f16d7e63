"""Text from elsewhere made fit to show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.imports.calm import calm, first_sentence
from cms.imports.text import meant, one_line, paragraphs, shorten, without_whole_postcodes


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("<p>Tea &amp; chat</p><p>Every Tuesday</p>", "Tea & chat\nEvery Tuesday"),
        ("Line<br/>break", "Line\nbreak"),
        ("<script>alert(1)</script>Quiet", "Quiet"),
        ("<script>never closed", ""),
        ("2 < 3 and 3 > 2", "2 < 3 and 3 > 2"),
        ("a\x00b\x07c", "a b c"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("lone \ud800 half", "lone half"),
        ("one\r\n\r\n\r\n\r\ntwo", "one\n\ntwo"),
        ("\u00a0 spaced \u00a0 out \u00a0", "spaced out"),
        ("cafe\u0301", "café"),
    ],
)
def test_text_is_plain(raw: str, clean: str) -> None:
    assert paragraphs(raw) == clean


@given(st.text(st.characters(exclude_categories=())))
def test_clean_text_can_be_kept_by_any_database(text: str) -> None:
    clean = paragraphs(text)
    clean.encode("utf-8")
    assert "\x00" not in clean
    assert "\n" not in one_line(text)


@pytest.mark.parametrize("text", ["N/A", "n/a.", "Not known", "none", "-", "TBC"])
def test_words_that_say_nothing_are_nothing(text: str) -> None:
    assert meant(text) == ""


def test_words_that_say_something_stay() -> None:
    assert meant("None of your business club") == "None of your business club"


@given(st.text(max_size=300), st.integers(2, 80))
def test_what_is_shortened_fits(text: str, most: int) -> None:
    short = shorten(text, most)
    assert len(short) <= most
    assert short == text or short.endswith("…")


def test_text_is_cut_between_words() -> None:
    assert shorten("embroidery and company for all", 20) == "embroidery and…"


def test_whole_postcodes_become_sectors() -> None:
    assert without_whole_postcodes("Meet at 4 Oak Road, M33 7ZF, or M1 1AE.") == "Meet at 4 Oak Road, M33 7, or M1 1."


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("We sew. We sing.", "We sew."),
        ("St. Mary's hall is warm. Come in.", "St. Mary's hall is warm."),
        ("Tea, e.g. Assam. Cake.", "Tea, e.g. Assam."),
        ("Led by Dr. J. Smith. All welcome.", "Led by Dr. J. Smith."),
        ("No end", "No end"),
        ("Is it you? Come.", "Is it you?"),
        ("A heading\nand a text.", "A heading"),
    ],
)
def test_the_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


@pytest.mark.parametrize(
    ("shouted", "said"),
    [
        ("TO TEACH MUSIC IN LEEDS. ALL WELCOME.", "To teach music in Leeds. All welcome."),
        ("RSPB WALKS FOR CHRISTIAN FAMILIES", "RSPB walks for Christian families"),
        ("1) TO SING; (B) TO DANCE", "1) To sing; (B) To dance"),
        ("We are the BBC Singers of Hale", "We are the BBC Singers of Hale"),
    ],
)
def test_capitals_are_calmed(shouted: str, said: str) -> None:
    assert calm(shouted) == said


def test_words_of_the_name_keep_their_capital() -> None:
    assert calm("THE PEOPLE OF LANGLEY MEET HERE", "LANGLEY TRUST") == "The people of Langley meet here"


@given(st.text(max_size=200))
def test_only_the_case_of_letters_changes(text: str) -> None:
    assert calm(text).casefold() == text.casefold()
