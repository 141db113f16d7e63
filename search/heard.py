"""What was heard of how somebody gets about and in, as wishes: it counts like a choice made by hand, after those.

Invariant: pure; a way that was chosen goes first, and asking twice changes nothing. What a worker takes off the page is
not in the reading any more, and so in no wish.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from cms.geo.effort import ON_FOOT, Travel, Way
from cms.geo.walking import Pace
from search.questions import Question
from search.understanding.reading import Constraint, Reading

SUBJECTS: Final[Mapping[str, str]] = {
    "Uses a wheelchair": "step_free",
    "Uses a walking frame": "step_free",
    "Needs step-free access": "step_free",
    "Hard of hearing": "hearing_loop",
    "Needs quiet": "quiet_space",
    "Needs a chair with arms": "chairs_with_arms",
    "Needs a toilet close by": "toilet",
    "Needs somebody with them": "bring_a_carer",
    "Needs a lift": "fetched_or_brought",
    "Uses a mobility scooter": "step_free",
    "By mobility scooter": "step_free",
    "Needs an accessible vehicle": "step_free",
    "Needs wide doors": "step_free",
    "Needs a changing place": "changing_place",
    "Needs hoisting": "changing_place",
    "Has a guide dog": "dogs_welcome",
    "Needs parking close by": "parking",
    "Somebody would go with them": "bring_a_carer",
}
"""What was heard -> the access subject that it asks for."""
_BY_BUS: Final = frozenset({"By bus", "Has a bus pass", "By bus, tram or on foot", "By tram or train"})
_DRIVEN: Final = frozenset(
    {"By taxi", "Needs a lift", "Somebody can drive them", "Needs an accessible vehicle", "Community transport"}
)
_NO_CAR: Final = frozenset({"No longer drives", "No car"})
_PACES: Final[tuple[tuple[str, Pace], ...]] = (
    ("Uses a wheelchair", "with_frame"),
    ("Uses a walking frame", "with_frame"),
    ("Uses a stick or crutches", "slow"),
    ("A short walk only", "slow"),
)


def with_heard(question: Question, reading: Reading) -> Question:
    """The question of a visit with what its note says of getting about and in; any other question as it is."""
    if question.wishes is None:
        return question
    asked = {SUBJECTS[each.label] for each in _held(reading) if each.label in SUBJECTS}
    way = _way(reading) if question.wishes.way == ON_FOOT else question.wishes.way
    return replace(question, wishes=replace(question.wishes, access=question.wishes.access | asked, way=way))


def _held(reading: Reading) -> tuple[Constraint, ...]:
    return (*reading.access, *reading.travel, *reading.company)


def _way(reading: Reading) -> Way:
    labels = {each.label for each in _held(reading)}
    return Way(_travel(reading), next((pace for label, pace in _PACES if label in labels), ON_FOOT.pace))


def _travel(reading: Reading) -> Travel:
    labels = {each.label for each in reading.travel}
    if "Has a car" in labels and not labels & _NO_CAR:
        return "car"
    if labels & _BY_BUS and "Not by bus" not in labels:
        return "bus"
    return "car" if labels & _DRIVEN else "foot"
