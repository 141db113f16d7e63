"""Which way a note leans, as a table."""

import pytest

from search.leaning import BY_DAY, free_slots, leanings, pronoun
from search.understanding.reading import Constraint, Reading, When


def heard(label: str) -> tuple[Constraint, ...]:
    return (Constraint(label, "said so", 0, 7),)


@pytest.mark.parametrize(
    ("reading", "leans"),
    [
        (Reading(), set()),
        (Reading(access=heard("Rarely leaves home")), {"home"}),
        (Reading(company=heard("Not one for groups")), {"role"}),
        (Reading(company=heard("Online first")), {"online"}),
        (Reading(company=heard("Not on their own")), {"met"}),
        (Reading(company=heard("Small groups")), {"few"}),
        (Reading(travel=heard("No money for fares")), {"free"}),
        (Reading(access=heard("Hard of hearing")), set()),
    ],
)
def test_leanings(reading: Reading, leans: set[str]) -> None:
    assert leanings(reading) == leans


def test_not_in_the_dark_is_by_day() -> None:
    dark = heard("Not in the dark")
    both = When(frozenset({"tue-morning", "tue-evening"}), "Tuesdays", "Tuesdays", 0, 8)
    assert free_slots(Reading(travel=dark)) == BY_DAY
    assert free_slots(Reading(travel=dark, when=(both,))) == {"tue-morning"}
    assert free_slots(Reading(when=(both,))) == both.slots


def test_a_limit_narrows_the_other_times() -> None:
    mornings = When(frozenset({"thu-morning", "fri-morning"}), "Mornings", "mornings", 0, 8)
    not_fridays = When(frozenset({"thu-morning", "thu-evening"}), "Not Fridays", "not Fridays", 9, 20, limit=True)
    assert free_slots(Reading(when=(mornings, not_fridays))) == {"thu-morning"}
    assert free_slots(Reading(when=(not_fridays,))) == not_fridays.slots
    assert free_slots(Reading(when=(mornings,))) == mornings.slots


@pytest.mark.parametrize(
    ("text", "said"),
    [("She sews. Her room.", "she"), ("He and she sew.", ""), ("Mr B likes his shed", "he"), ("P", "")],
)
def test_the_pronoun_of_a_note(text: str, said: str) -> None:
    assert pronoun(text) == said
