"""What a group reads: single facts, what changes, how far a change has come."""

from dataclasses import replace
from datetime import date, time

import pytest

from cms.selfservice.steps import Time
from cms.selfservice.words import State, differences, fact, say_state, sentence

TODAY = date(2026, 11, 24)
WEEKLY = Time(rhythm="weekly", days=("WE",), first=date(2026, 1, 7), start=time(13, 30), end=time(15, 30))
SAYS = "Every Wednesday, 1.30 to 3.30pm, not on bank holidays"


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State("live", True), "People see this."),
        (State("hidden", False), "People do not see this just now."),
        (State("drafted", True), "Somebody is writing a newer version."),
        (
            State("waiting", True, TODAY),
            "Your change is waiting for a connector. You sent it today. Until then people see it as it was.",
        ),
        (
            State("waiting", False, date(2026, 11, 23)),
            "Your change is waiting for a connector. You sent it yesterday.",
        ),
        (
            State("returned", True, date(2026, 11, 2), "Which hall?"),
            "A connector sent your change back on 2 November. They wrote: “Which hall?”",
        ),
        (State("returned", True, TODAY), "A connector sent your change back today."),
    ],
)
def test_how_it_stands(state: State, words: str) -> None:
    assert say_state(state, TODAY) == words


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("rhythm", "Every week"),
        ("days", "Wednesday"),
        ("weeks", "Not said yet"),
        ("hours", "1.30 to 3.30pm"),
        ("date", "Wed 25 Nov"),
        ("not-on", "No other dates"),
        ("called-off", "Nothing"),
    ],
)
def test_single_facts(question: str, words: str) -> None:
    assert fact(WEEKLY, question, TODAY) == words  # type: ignore[arg-type]


def test_only_what_is_to_come_is_said() -> None:
    past, coming = date(2026, 11, 18), date(2026, 12, 2)
    asked = replace(WEEKLY, closed=frozenset({past, coming}), cancelled={past: "snow", coming: "the hall is let"})
    assert fact(asked, "not-on", TODAY) == "2 December"
    assert fact(asked, "called-off", TODAY) == "Wed 2 Dec: the hall is let"


@pytest.mark.parametrize(
    ("before", "after", "rows"),
    [
        (WEEKLY, WEEKLY, []),
        (
            WEEKLY,
            replace(WEEKLY, days=("TH",)),
            [("Until now", SAYS), ("From now on", SAYS.replace("Wednesday", "Thursday"))],
        ),
        (None, WEEKLY, [("New", SAYS)]),
        (WEEKLY, None, [("No longer", SAYS)]),
        (None, None, []),
        (WEEKLY, replace(WEEKLY, closed=frozenset({date(2026, 12, 2)})), [("Not on", "2 December")]),
        (WEEKLY, replace(WEEKLY, cancelled={date(2026, 12, 2): "snow"}), [("Called off", "Wed 2 Dec: snow")]),
        (
            replace(WEEKLY, rhythm="fortnightly"),
            replace(WEEKLY, rhythm="fortnightly", first=date(2026, 12, 2)),
            [("A date it is on", "Wed 2 Dec")],
        ),
    ],
)
def test_what_changes(before: Time | None, after: Time | None, rows: list[tuple[str, str]]) -> None:
    assert differences(before, after, TODAY) == rows


def test_a_time_that_makes_no_sense_says_so() -> None:
    assert "cannot be understood" in sentence(Time(rhythm="weekly"))
