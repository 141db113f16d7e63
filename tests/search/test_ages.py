"""For whom a listing is by age, and who may be sent there, as tables."""

import pytest

from search.ages import EVERYBODY, Fit, fit, stages_for
from search.types import CandidateFeatures

GROWN = frozenset({"young", "adult", "older", "parent"})


@pytest.mark.parametrize(
    ("name", "who_for", "audience", "ages", "stages"),
    [
        ("Bowls", "", [], (None, None), frozenset()),
        ("Bowls", "Everybody", ["anyone", "older"], (None, None), EVERYBODY),
        ("Bowls", "Adults", ["adults"], (None, None), GROWN),
        ("Bowls", "", [], (18, None), GROWN),
        ("Bowls", "Sixteen and over", [], (None, None), GROWN | {"teenager"}),
        ("Bowls for over 60s", "", [], (None, None), frozenset({"adult", "older"})),
        ("Splash", "Under fives and their grown-ups", ["children"], (None, None), frozenset({"child"})),
        ("Splash", "8 to 12", [], (None, None), frozenset({"child", "teenager"})),
        ("Market", "Any; under twelves with an adult", [], (None, None), frozenset()),
        (
            "Swim",
            "Women and girls, and boys under eight with them",
            ["women"],
            (None, None),
            GROWN | {"child", "teenager"},
        ),
        ("Low Moor Toddler Group", "", [], (None, None), frozenset({"baby", "child", "parent"})),
        ("3rd Tenter Scouts", "", [], (None, None), frozenset({"child", "teenager", "young"})),
        ("Friends of Hill Nursery", "", [], (None, None), frozenset()),
        ("Yoga 10 to 11 am", "", [], (None, None), frozenset()),
    ],
)
def test_for_whom(
    name: str, who_for: str, audience: list[str], ages: tuple[int | None, int | None], stages: frozenset[str]
) -> None:
    assert stages_for(name, who_for, audience, *ages) == stages


def test_the_name_of_a_volunteer_role_tells_who_is_helped() -> None:
    assert stages_for("Helper with under 10s", "", [], None, None, helpers=True) == frozenset()


@pytest.mark.parametrize(
    ("stage", "stages", "cues", "expected"),
    [
        ("child", GROWN, set(), "no"),
        ("teenager", {"older"}, set(), "no"),
        ("older", {"child"}, set(), "no"),
        ("adult", {"baby", "child", "teenager"}, set(), "no"),
        ("teenager", {"child"}, set(), "no"),
        ("parent", {"child"}, set(), "yes"),
        ("baby", {"parent"}, set(), "yes"),
        ("parent", {"teenager"}, set(), "no"),
        ("child", set(), set(), "ask"),
        ("older", set(), set(), "yes"),
        ("older", set(), {"children"}, "ask"),
        ("older", {"young"}, set(), "ask"),
        ("adult", {"older"}, set(), "ask"),
        ("adult", {"child", "parent"}, set(), "ask"),
        ("unknown", {"child"}, set(), "ask"),
        ("unknown", GROWN, set(), "yes"),
        ("older", EVERYBODY, {"children"}, "yes"),
    ],
)
def test_who_may_be_sent(stage: str, stages: set[str], cues: set[str], expected: Fit) -> None:
    candidate = CandidateFeatures(1, "group", stages=frozenset(stages), cues=frozenset(cues))
    assert fit(stage, candidate) == expected
