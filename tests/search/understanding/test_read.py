"""What is read from typed words and short notes: concepts with the words that showed them, times, and the rest."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.understanding.read import read
from search.understanding.reading import Reading
from search.vocabulary import Vocabulary
from tests.search.vocabularies import VOCABULARY, IndexOf, NoIndex

STORY = "Embroidery all around the room, home after a broken hip, her husband needs a break in the day"


def reading(text: str) -> Reading:
    return read(text, VOCABULARY, NoIndex())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("embroidery", ["embroidery"]),
        ("She embroidered? No: samplers everywhere", ["embroidery"]),
        ("used to be a joiner", ["joinery"]),
        ("a sewing circle", ["sewing"]),
        ("needlework and quilting", ["textile-crafts", "quilting"]),
        ("his whippets won cups", ["whippets"]),
        ("Men’s shed", ["mens-shed"]),
        ("embroidary", ["embroidery"]),
        ("quiltng", ["quilting"]),
        ("hates sewing", []),
        ("She has never liked quilting. Loves embroidery", ["embroidery"]),
        ("not keen on dogs", []),
        ("watching the telly", []),
        ("", []),
    ],
)
def test_concepts(text: str, codes: list[str]) -> None:
    assert [said.code for said in reading(text).interests] == codes


def test_the_story() -> None:
    found = reading(STORY)
    assert [(said.label, said.words) for said in found.interests] == [("Embroidery", "Embroidery")]
    assert [(when.label, when.words) for when in found.when] == [("In the day", "in the day")]
    assert not {"hip", "husband", "broken", "room", "home"} & {own.word for own in found.own}


def test_the_words_given_are_the_ones_that_stand_in_the_text() -> None:
    text = "There were silks on a hoop by the window."
    (said,) = reading(text).interests
    assert text[said.start : said.end] == said.words == "silks on a hoop"


def test_a_slip_is_told_and_the_text_stays_as_typed() -> None:
    found = reading("embroidary")
    assert found.corrected == (("embroidary", "embroidery"),)
    assert (found.interests[0].words, found.interests[0].spoken) == ("embroidary", "embroidery")


def test_a_word_that_a_listing_holds_is_never_changed() -> None:
    found = read("sewin", VOCABULARY, IndexOf("sewin"))
    assert found.corrected == ()
    assert [own.word for own in found.own] == ["sewin"]


def test_a_strange_word_in_a_long_note_is_taken_for_a_name() -> None:
    note = "Saw Mrs Pargeter today who spoke about brickies and the old days at length"
    assert read(note, VOCABULARY, IndexOf("pargeters")).corrected == ()


def test_longest_first() -> None:
    assert [said.code for said in reading("would love a dog").interests] == ["dogs"]


@pytest.mark.parametrize(
    ("text", "label", "slots"),
    [
        ("Tuesday afternoons suit her", "Tuesday afternoons", {"tue-afternoon"}),
        ("evenings are long", "Evenings", {f"{day}-evening" for day in "mon tue wed thu fri sat sun".split()}),
        ("free on Fridays", "Fridays", {"fri-morning", "fri-afternoon", "fri-evening"}),
        ("something in the daytime", "In the day", None),
        ("at the weekend", "At the weekend", None),
    ],
)
def test_times(text: str, label: str, slots: set[str] | None) -> None:
    (when,) = reading(text).when
    assert when.label == label
    assert slots is None or when.slots == slots


def test_a_greeting_is_no_time() -> None:
    assert reading("Good morning to all").when == ()


@given(st.text(max_size=200))
def test_any_text_is_read_and_every_place_is_in_it(text: str) -> None:
    found = reading(text)
    for said in (*found.interests, *found.own):
        assert 0 <= said.start < said.end <= len(text)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("dogs", ["dogs"]),
        ("walking, dogs", ["dogs"]),
        ("wool", ["sewing"]),
        ("loves her wool", ["sewing"]),
        ("wool group", ["sewing"]),
        ("there was wool behind the boiler lagging", []),
    ],
)
def test_a_common_word_counts_by_itself_or_as_a_liking(text: str, codes: list[str]) -> None:
    sewing = replace(VOCABULARY.concepts["sewing"], alone=("wool",))
    vocabulary = Vocabulary({**VOCABULARY.concepts, "sewing": sewing})
    assert [said.code for said in read(text, vocabulary, NoIndex()).interests] == codes
