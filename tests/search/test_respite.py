"""A carer's break is arithmetic: the session less the way there and back, twice told."""

import pytest

from cms.geo.effort import Way
from search.respite import in_words, respite_of
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
    ("minutes", "words"),
    [(45, "about 45 minutes"), (60, "about 1 hour"), (100, "about 1 hour 40"), (120, "about 2 hours")],
)
def test_in_words(minutes: int, words: str) -> None:
    assert in_words(minutes) == words
