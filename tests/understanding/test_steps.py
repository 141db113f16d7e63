"""Whose, wanted or not, past or present, of what use: the steps of reading as tables, through the reading itself."""

import pytest

from search.understanding.note import read_note
from search.understanding.reading import Reading
from tests.understanding.graph import GRAPH


def read(text: str) -> Reading:
    return read_note(text, GRAPH)


def words(text: str) -> list[str]:
    return [said.words for said in read(text).interests]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She loves her knitting.", ["knitting"]),
        ("mad on fishing used to go every sunday", ["fishing"]),
        ("he wor a joiner all his life", ["joiner"]),
        ("Before the fall he used to swim every day.", ["swim"]),
        ("Not been to choir since her hip.", ["choir"]),
        ("She never misses the quiz.", ["quiz"]),
        ("Cannot knit now because of her hands but likes baking.", ["knit", "baking"]),
        ("Loves bakng bread.", ["bakng bread"]),
        ("Enjoys gardning when well.", ["gardning"]),
        ("always sowing, dresses for the whole church", ["sowing"]),
        ("The garden is overgrown.", []),
        ("The plants need water. Carer walks with her.", []),
        ("She has always loved slapstick.", ["slapstick"]),
        ("He was a confectioner.", ["confectioner"]),
        ("Collects milk bottles.", ["milk bottles"]),
    ],
)
def test_what_is_an_interest(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr Fisher visited from Weaver Street with Ms Baker.",
        "Uses a walking frame, reading lamp in place, music therapy declined.",
        "Kitchen assessment: hot drink. Attended cooking session in OT kitchen.",
        "The daughter is singing from the same hymn sheet and we will play it by ear.",
        "Nephew thinks he ?likes gardening.",
        "Plan: SW to ring choir re fees. Refer to walking group.",
        "The physio suggested swimming and a walking group.",
        "OT plays football. The social worker loves knitting.",
        "Do you like bingo or knitting?",
        "Interests: none. Hobbies: nil.",
        "Her husband needs a break. She lives in sheltered housing.",
        "Dad has dementia, carers four times a day, pads delivered.",
    ],
)
def test_what_is_none(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("She hates bingo.", ["bingo"]),
        ("She has NEVER liked knitting.", ["knitting"]),
        ("Not keen on quizzes or bingo, prefers baking.", ["quizzes", "bingo"]),
        ("Bingo bores her.", ["Bingo"]),
        ("Bingo, no. Knitting, no, never.", ["Bingo", "Knitting"]),
        ("He declined the walking group.", ["walking group"]),
        ("Would not be seen dead at bingo but loves football.", ["bingo"]),
        ("No longer bakes.", []),
        ("never happier than when knitting", []),
    ],
)
def test_what_is_not_wanted(text: str, refused: list[str]) -> None:
    found = read(text)
    assert [said.words for said in found.not_interests] == refused
    assert not set(refused) & {said.words for said in found.interests}


@pytest.mark.parametrize(
    ("text", "own", "others"),
    [
        ("Mrs Hall lives alone. His dad has dementia and loves old songs.", [], [("dad", "old songs")]),
        ("Her daughter goes to choir. She herself loves bingo.", ["bingo"], [("daughter", "choir")]),
        ("Mr Hall loves fishing, his wife bakes for the stall.", ["fishing"], [("wife", "bakes")]),
        ("Boys football mad; he used to cook in the army.", ["cook", "in the army"], [("boys", "football")]),
        (
            "Daughter Yvonne plays football on Mondays. Mrs Clarke sings in chapel.",
            ["sings"],
            [("daughter", "football")],
        ),
        ("Her neighbour takes her to bingo.", ["bingo"], []),
        ("There are two sons, one mad on football.", [], [("sons", "football")]),
    ],
)
def test_whose_it_is(text: str, own: list[str], others: list[tuple[str, str]]) -> None:
    found = read(text)
    assert [said.words for said in found.interests if said.code] == [each for each in own if each != "in the army"]
    assert [(person.who, said.words) for person in found.people for said in person.interests] == others


@pytest.mark.parametrize(
    ("text", "past"),
    [("Used to love baking.", True), ("Sang in the choir as a girl.", True), ("She loves baking.", False)],
)
def test_a_past_that_counts_is_marked(text: str, past: bool) -> None:
    (said, *_) = read(text).interests
    assert said.past is past


@pytest.mark.parametrize(
    ("text", "gifts"),
    [
        ("She could teach the girls to knit.", ["teach the girls to knit"]),
        ("Happy to mend clocks for neighbours.", ["mend clocks for neighbours"]),
        ("He is good at fixing bikes.", ["fixing bikes"]),
        ("Gives out the hymn books on Sunday.", ["hymn books"]),
        ("He helped many families with forms.", ["families with forms"]),
        ("He can walk ten metres. He can feed himself.", []),
        ("SW could help him with washing.", []),
        ("What are you good at?\nMending clocks", ["Mending clocks"]),
    ],
)
def test_what_somebody_could_give(text: str, gifts: list[str]) -> None:
    assert [said.words for said in read(text).gifts] == gifts


def test_for_what_something_is_made_is_no_liking() -> None:
    found = read("Used to make the cakes for the choir.")
    assert "choir" not in [said.words for said in found.interests]
    assert found.gifts


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("No longer drives.", "travel", "No longer drives"),
        ("She has her bus pass.", "travel", "Has a bus pass"),
        ("Needs a lift.", "travel", "Needs a lift"),
        ("mob with zf", "access", "Uses a walking frame"),
        ("Needs somewhere step-free.", "access", "Needs step-free access"),
        ("HOH both ears", "access", "Hard of hearing"),
        ("Registered blind.", "access", "Sight loss"),
        ("Speaks little English.", "access", "Speaks another language"),
        ("He is not one for groups.", "company", "Not one for groups"),
        ("I wouldn't know anyone.", "company", "Would know nobody there"),
        ("Women only please.", "company", "Women only"),
        ("Online to start with.", "company", "Online first"),
        ("Free on Tuesday mornings.", "when", "Tuesday mornings"),
        ("Wants something in the daytime so he can have a break.", "when", "In the day"),
        ("Thursdays would suit.", "when", "Thursdays"),
    ],
)
def test_what_makes_going_possible(text: str, kind: str, label: str) -> None:
    assert label in [each.label for each in getattr(read(text), kind)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Her son has his bus pass.", "travel"),
        ("Plan: book a taxi.", "travel"),
        ("Call on Monday morning as usual.", "when"),
        ("Likes wheelchair basketball.", "access"),
    ],
)
def test_what_says_nothing_of_the_person(text: str, kind: str) -> None:
    assert getattr(read(text), kind) == ()


def test_what_is_left_over_is_said_and_names_are_not() -> None:
    found = read("Mrs Pargeter loves knitting and her zither from Halle, NHS number 943 476 5919, asthma")
    assert "zither" not in {said.words for said in found.not_interests}
    assert not {"pargeter", "halle", "asthma", "943"} & set(found.not_understood)
    assert "blunderbuss" in read("There was a blunderbuss over the hearth and she loves baking").not_understood
