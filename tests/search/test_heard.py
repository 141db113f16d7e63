"""What a note says of getting about and in counts as a wish, until the worker takes it off."""

import pytest

from cms.geo.effort import Way
from search.heard import SUBJECTS, with_heard
from search.questions import Question, Wishes
from search.understanding.constraint_patterns import ACCESS, COMPANY, TRAVEL
from search.understanding.put_aside import without
from search.understanding.reading import Constraint, Reading

VISIT = Question("note", wishes=Wishes())


def reading(access: tuple[str, ...] = (), travel: tuple[str, ...] = ()) -> Reading:
    def told(labels: tuple[str, ...]) -> tuple[Constraint, ...]:
        return tuple(Constraint(label, label, 0, 1) for label in labels)

    return Reading(access=told(access), travel=told(travel))


@pytest.mark.parametrize(
    ("access", "travel", "subjects", "way"),
    [
        ((), (), set(), Way()),
        (("Uses a wheelchair",), (), {"step_free"}, Way("foot", "with_frame")),
        (("Uses a stick or crutches", "Needs quiet"), ("By bus",), {"quiet_space"}, Way("bus", "slow")),
        ((), ("Not by bus", "By bus"), set(), Way()),
        ((), ("Has a car",), set(), Way("car")),
        ((), ("Has a car", "No longer drives", "Has a bus pass"), set(), Way("bus")),
        ((), ("Has a car", "No car", "Somebody can drive them"), set(), Way("car")),
        (("Needs hoisting", "Has a guide dog"), (), {"changing_place", "dogs_welcome"}, Way()),
        ((), ("A short walk only",), set(), Way("foot", "slow")),
        (("Hard of hearing",), ("Needs a lift",), {"hearing_loop", "fetched_or_brought"}, Way("car")),
    ],
)
def test_what_is_heard_becomes_a_wish(
    access: tuple[str, ...], travel: tuple[str, ...], subjects: set[str], way: Way
) -> None:
    wishes = with_heard(VISIT, reading(access, travel)).wishes
    assert wishes is not None
    assert (wishes.access, wishes.way) == (subjects, way)


def test_a_way_chosen_by_hand_goes_first() -> None:
    chosen = Question("note", wishes=Wishes(way=Way("bus", "brisk")))
    heard = with_heard(chosen, reading(("Uses a wheelchair",), ("Has a car",)))
    assert heard.wishes is not None
    assert heard.wishes.way == Way("bus", "brisk")


def test_a_search_is_no_visit() -> None:
    assert with_heard(Question("note"), reading(("Uses a wheelchair",))) == Question("note")


def test_asking_twice_changes_nothing_and_taking_off_undoes_it() -> None:
    told = reading(("Uses a wheelchair",))
    once = with_heard(VISIT, told)
    assert with_heard(once, told) == once
    assert with_heard(VISIT, without(told, {"access--uses-a-wheelchair"})) == VISIT


def test_every_label_that_asks_for_something_is_one_that_is_heard() -> None:
    assert set(SUBJECTS) <= {label for label, _ in (*ACCESS, *TRAVEL, *COMPANY)}
