"""Which words are compared by meaning, and which never are."""

import pytest

from search.understanding.meant import meant
from search.understanding.reading import Reading, Said

NOTE = (
    "Mrs Hall, 3 Mill Street, chest infection, carers four times a day. She loves old engines, and has a bad hip. "
    "Her son would like her to rest but she keeps on polishing brass lamps for neighbours every day of the week."
)


def said(text: str, *phrases: str, label: str = "") -> Reading:
    found = [
        Said("code" if label else "", label or words, words, text.index(words), text.index(words) + len(words), "x")
        for words in phrases
    ]
    return Reading(interests=tuple(found))


def test_what_is_looked_for_is_taken_whole() -> None:
    assert meant("nobody to eat with", Reading()).said == ("nobody to eat with",)


def test_what_was_misspelt_is_put_right() -> None:
    assert meant("Embroidary class", Reading(corrected=(("embroidary", "embroidery"),))).said == ("embroidery class",)


def test_of_a_longer_text_the_sentences_that_hold_a_liking() -> None:
    assert meant(NOTE, said(NOTE, "old engines")).said == ("She loves old engines, and has a bad hip.",)


@pytest.mark.parametrize(
    ("text", "phrase", "clause"),
    [
        (NOTE, "old engines", "She loves old engines"),
        (NOTE, "brass lamps", "she keeps on polishing brass lamps for neighbours every day of the week."),
        ("loves embroidery and pigeon racing", "pigeon racing", "pigeon racing"),
        ("Knit and natter", "Knit and natter", "Knit and natter"),
    ],
)
def test_on_a_visit_no_more_than_the_clause(text: str, phrase: str, clause: str) -> None:
    assert meant(text, said(text, phrase), visit=True, taken_off=True).said == (clause,)


def test_a_line_about_one_thing_is_taken_whole_on_a_visit_too() -> None:
    text = "autistic young man mad about video games"
    assert meant(text, said(text, "video games"), visit=True).said == (text,)


@pytest.mark.parametrize("text", ["chest pain again", NOTE])
def test_on_a_visit_nothing_without_a_liking(text: str) -> None:
    assert not meant(text, Reading(), visit=True)


def test_a_sentence_without_an_end_is_cut_around_it() -> None:
    text = " ".join(["on"] * 200 + ["whittling"] + ["on"] * 200)
    (piece,) = meant(text, said(text, "whittling")).said
    assert 1 < len(piece.split()) < 30
    assert "whittling" in piece


def test_what_was_picked_by_hand_is_compared_by_its_name() -> None:
    picked = Reading(interests=(Said("chess", "Chess", "", 0, 0, "picked"),))
    assert meant("", picked, visit=True).named == ("Chess",)
