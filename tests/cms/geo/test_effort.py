"""What it takes to get somewhere: the same minutes wherever they are told, and never less for going further."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.geo.effort import LONGEST, ON_FOOT, STEPS, Travel, Way, effort, far_away, reckoning
from cms.geo.walking import METRES_A_MILE, PACES, Pace
from search.going import Circumstances, practical_reasons
from search.types import CandidateFeatures

ways = st.builds(Way, st.sampled_from(sorted(STEPS)), st.sampled_from(sorted(PACES)))


@pytest.mark.parametrize(
    ("metres", "travel", "pace", "words"),
    [
        (0, "foot", "usual", "1 minute's walk"),
        (61, "foot", "usual", "1 minute's walk"),
        (62, "foot", "usual", "2 minutes' walk"),
        (500, "foot", "brisk", "7 minutes' walk"),
        (500, "foot", "usual", "9 minutes' walk"),
        (500, "foot", "slow", "13 minutes' walk"),
        (500, "foot", "with_frame", "22 minutes' walk"),
        (1846, "foot", "usual", "30 minutes' walk"),
        (1847, "foot", "usual", "about 1 mile"),
        (700, "foot", "with_frame", "about half a mile"),
        # 5 to the stops, 10 to wait, then 1.3 metres for each at 250 a minute: 25.4.
        (2000, "bus", "usual", "about 30 minutes by bus"),
        # 8 to the stops.
        (2000, "bus", "slow", "about 30 minutes by bus"),
        (3000, "bus", "with_frame", "about 40 minutes by bus"),
        (500, "bus", "usual", "9 minutes' walk"),
        (20_000, "bus", "usual", "about 12 miles"),
        (500, "car", "usual", "about 10 minutes by car"),
        (3000, "car", "usual", "about 15 minutes by car"),
        (30_000, "car", "slow", "about 19 miles"),
    ],
)
def test_told_in_words(metres: float, travel: Travel, pace: Pace, words: str) -> None:
    assert effort(metres, Way(travel, pace)).words == words


@given(st.floats(0, 60_000), st.floats(0, 5_000), ways)
def test_further_never_takes_less(metres: float, more: float, way: Way) -> None:
    near, far = effort(metres, way), effort(metres + more, way)
    assert way.exactly(metres + more) >= way.exactly(metres) >= 0
    # Once it is told in miles, nothing further is told in minutes.
    assert near.minutes is not None or far.minutes is None
    if near.minutes is not None and far.minutes is not None:
        assert far.minutes >= near.minutes >= 1


@given(st.floats(0, 60_000), ways)
def test_what_is_told_is_what_was_reckoned_rounded_up(metres: float, way: Way) -> None:
    told = effort(metres, way)
    if told.minutes is None:
        assert way.exactly(metres) > LONGEST[told.travel] - STEPS[told.travel]
    else:
        assert told.minutes - STEPS[told.travel] - 1e-9 <= way.exactly(metres) <= told.minutes + 1e-9
        assert str(told.minutes) in told.words


@given(st.floats(0, 60_000), ways, st.none() | st.integers(1, 60))
def test_a_reason_never_says_otherwise(metres: float, way: Way, most: int | None) -> None:
    wish = Circumstances(frozenset(), most, frozenset(), 20_000, way)
    told = effort(metres, way)
    for reason in practical_reasons(CandidateFeatures(1, "group"), metres, wish):
        assert (reason.facts["minutes"], reason.facts["travel"]) == (told.minutes, told.travel)
        assert told.words.removeprefix("1 ") in reason.sentence
        assert most is None or told.minutes is None or told.minutes <= most


@given(st.floats(0, 60_000), st.sampled_from(sorted(PACES)))
def test_nobody_is_slower_for_a_bus(metres: float, pace: Pace) -> None:
    assert Way("bus", pace).exactly(metres) <= Way("foot", pace).exactly(metres)


def test_miles_in_a_straight_line() -> None:
    miles = (0.3, 1, 1.5, 2, 2.6, 7.4, 100)
    assert [far_away(each * METRES_A_MILE) for each in miles] == [
        "about a quarter of a mile",
        "about 1 mile",
        "about 1 and a half miles",
        "about 2 miles",
        "about 2 and a half miles",
        "about 7 miles",
        "about 100 miles",
    ]


def test_how_it_was_reckoned_names_what_is_a_guess() -> None:
    assert "guess" not in " ".join(reckoning(ON_FOOT))
    for travel in ("bus", "car"):
        assert reckoning(Way(travel))[0].startswith("This is a guess")  # type: ignore[arg-type]
    paces = {" ".join(reckoning(Way("foot", pace))) for pace in PACES}
    assert len(paces) == len(PACES)
