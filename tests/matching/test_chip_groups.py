"""Chips in groups: getting about and in, gifts, what is not wanted, other people; each off and on by its code."""

import pytest

from connector.matching.chip_groups import Group, groups, not_understood
from search.understanding.illness import is_illness
from search.understanding.put_aside import label_of, without
from search.understanding.reading import Constraint, Person, Reading, Said
from tests.search.vocabularies import VOCABULARY


def said(label: str, words: str, code: str = "") -> Said:
    return Said(code, label, words, 0, len(words), "said")


READING = Reading(
    interests=(said("Embroidery", "samplers", "embroidery"),),
    not_interests=(said("Whippets", "whippets", "whippets"), said("Noisy rooms", "noisy rooms")),
    gifts=(said("Teach cross stitch", "teach cross stitch"),),
    people=(Person("dad", "her dad", 0, 7, interests=(said("Joinery", "joiner", "joinery"),)),),
    travel=(Constraint("By bus", "gets the bus", 0, 12),),
    access=(Constraint("Sight loss", "macular", 0, 7), Constraint("Short of breath", "on oxygen", 0, 9)),
    company=(Constraint("Women only", "no men", 0, 6),),
    not_understood=("tatting", "copd", "inkle"),
)


def shown(found: list[Group]) -> dict[str, list[tuple[str, str, bool]]]:
    return {group.heading: [(c.label, c.said, c.on) for c in group.chips if not c.offer] for group in found}


def test_each_group_has_its_chips_with_the_words_they_came_from() -> None:
    assert shown(groups(READING, (), VOCABULARY)) == {
        "": [("Embroidery", "samplers", True)],
        "What makes it possible": [
            ("By bus", "gets the bus", True), ("Sight loss", "", True), ("Women only", "no men", True),
        ],
        "What they could give": [("Teach cross stitch", "teach cross stitch", True)],
        "Not wanted": [("Whippets", "whippets", True), ("Noisy rooms", "noisy rooms", True)],
        "For their dad": [("Joinery", "joiner", True)],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "called"), [("dad", "their dad"), ("My sister", "their sister"), ("Yvonne", "Yvonne")]
)
def test_somebody_else_is_called_as_the_note_does(words: str, called: str) -> None:
    person = Person("x", words, 0, 3, interests=(said("Joinery", "joiner", "joinery"),))
    assert groups(Reading(people=(person,)), (), VOCABULARY)[1].heading == f"For {called}"


def test_every_chip_goes_by_its_code_and_comes_back_by_it() -> None:
    """Taken off it is out of the reading, and stands there as an offer by its own name."""
    rest = [chip for group in groups(READING, (), VOCABULARY)[1:] for chip in group.chips]
    for chip in rest:
        left = without(READING, {chip.code})
        after = [each for group in groups(left, (chip.code,), VOCABULARY)[1:] for each in group.chips]
        assert [each.code for each in after if not each.on] == [chip.code]
        assert {each.code for each in after} == {each.code for each in rest}
    gone = without(READING, {chip.code for chip in rest})
    assert (gone.not_interests, gone.gifts, gone.people, gone.travel, gone.company) == ((), (), (), (), ())
    assert [each.label for each in gone.access] == ["Short of breath"], "read for its use, and no chip"


def test_a_constraint_that_was_taken_off_keeps_its_name() -> None:
    assert label_of("access--uses-british-sign-language") == "Uses British Sign Language"
    assert label_of("access--needs-a-chair-with-arms") == "Needs a chair with arms"
    assert label_of("not--own-noisi-room") == "Noisi room"


def test_what_was_put_aside_for_other_reasons_leaves_the_reading_as_it_is() -> None:
    assert without(READING, {"embroidery", "when-in-the-day"}) is READING


def test_no_illness_is_a_chip_or_stands_on_one() -> None:
    ill = Reading(
        interests=(said("Diabetes", "diabetes"),),
        gifts=(said("Talk about her stroke", "talk about her stroke"),),
        people=(Person("dad", "dad", 0, 3, interests=(said("Dementia", "dementia"),)),),
    )
    assert [chip for group in groups(ill, (), VOCABULARY) for chip in group.chips if not chip.offer] == []


@pytest.mark.parametrize("word", ["Arthritis", "COPD", "parkinson's", "hysterectomy", "osteomyelitis", "ramipril"])
def test_an_illness_is_known(word: str) -> None:
    assert is_illness(word)


@pytest.mark.parametrize("word", ["aroma", "photography", "bowls", "trophy", "hip", "knitting", "empathy", "oboe"])
def test_what_is_none_is_none(word: str) -> None:
    assert not is_illness(word)


def test_what_was_not_understood_is_one_line_without_illness() -> None:
    assert not_understood(READING) == "tatting and inkle"
    many = Reading(not_understood=tuple("abcdefgh"))
    assert not_understood(many) == "a, b, c, d, e, f and 2 more"
    assert not_understood(Reading()) == ""
