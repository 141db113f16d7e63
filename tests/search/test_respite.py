"""A carer's break is arithmetic: the session less the way there and back, twice told."""

import pytest

from cms.geo.effort import Way
from search.respite import days_of, in_words, respite_of
from search.types import CandidateFeatures

LONG = {"tue-afternoon": 120, "thu-morning": 90}


@pytest.mark.parametrize(
    ("kind", "minutes", "access", "metres", "slots", "expected"),
    [
        ("group", LONG, {}, 600.0, frozenset(), ("tue-afternoon", 100, 120, 10)),
        ("group", LONG, {}, 600.0, frozenset({"thu-morning"}), ("thu-morning", 70, 90, 10)),
        ("group", LONG, {"fetched_or_brought": "yes"}, 600.0, frozenset(), ("tue-afternoon", 120, 120, 0)),
        ("group", LONG, {"fetched_or_brought": "yes"}, None, frozenset(), ("tue-afternoon", 120, 120, 0)),
        ("group", LONG, {"stay_without_carer": "no"}, 600.0, frozenset(), None),
        ("group", LONG, {}, None, frozenset(), None),
        ("group", LONG, {}, 4000.0, frozenset(), None),
        ("group", LONG, {}, 600.0, frozenset({"sun-evening"}), None),
        ("group", {}, {}, 600.0, frozenset(), None),
        ("group", {"tue-afternoon": 40}, {}, 600.0, frozenset(), None),
        ("group", {"tue-afternoon": 600}, {}, 600.0, frozenset(), None),
        ("place", LONG, {}, 600.0, frozenset(), None),
    ],
)
def test_how_long(
    kind: str,
    minutes: dict[str, int],
    access: dict[str, str],
    metres: float | None,
    slots: frozenset[str],
    expected: tuple[str, int, int, int] | None,
) -> None:
    found = respite_of(CandidateFeatures(1, kind, minutes=minutes, access=access), metres, slots, Way())
    assert (found and (found.slot, found.minutes, found.session, found.way)) == expected


@pytest.mark.parametrize(
    ("slots", "days"),
    [(frozenset(), ("mon", "fri")), (frozenset({"fri-afternoon", "sat-morning"}), ("fri",))],
)
def test_on_which_days_it_is_as_long(slots: frozenset[str], days: tuple[str, ...]) -> None:
    minutes = {"fri-afternoon": 120, "mon-morning": 120, "sat-morning": 60}
    group = CandidateFeatures(1, "group", minutes=minutes)
    respite = respite_of(group, 600.0, slots, Way())
    assert respite is not None
    assert days_of(respite, group, slots) == days


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (30, "about half an hour"),
        (40, "a good half an hour"),
        (45, "about three quarters of an hour"),
        (50, "nearly an hour"),
        (60, "about an hour"),
        (70, "a good hour"),
        (75, "about an hour and a quarter"),
        (90, "about an hour and a half"),
        (100, "a good hour and a half"),
        (105, "about an hour and three quarters"),
        (110, "nearly two hours"),
        (135, "a good two hours"),
        (145, "nearly two and a half hours"),
        (150, "about two and a half hours"),
        (330, "about five and a half hours"),
        (355, "nearly six hours"),
    ],
)
def test_in_words(minutes: int, words: str) -> None:
    assert in_words(minutes) == words
