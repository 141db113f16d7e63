"""Whether somebody will really go: points and reasons, as tables. What is not known neither helps nor harms."""

import pytest

from cms.geo.effort import Way
from search.going import POINTS, Circumstances, points, practical_reasons
from search.types import CandidateFeatures

ANY = Circumstances(frozenset(), None, frozenset(), 20_000)
FITS = CandidateFeatures(1, "group", slots=frozenset({"mon-afternoon", "wed-afternoon", "fri-afternoon"}))


def wish(**changes: object) -> Circumstances:
    return Circumstances(**{**{name: getattr(ANY, name) for name in ANY.__slots__}, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("candidate", "metres", "asked", "parts"),
    [
        (CandidateFeatures(1, "group"), None, ANY, {}),
        (CandidateFeatures(1, "group", everywhere=True), None, ANY, {"reaches you"}),
        (CandidateFeatures(1, "group", room="paused"), None, ANY, {"paused"}),
        (CandidateFeatures(1, "group", room="waiting"), None, ANY, {"full"}),
        (CandidateFeatures(1, "group", greeter=True), None, ANY, {"greeter"}),
        (CandidateFeatures(1, "group", fresh_on=19_990), None, ANY, {"fresh"}),
        (CandidateFeatures(1, "group", fresh_on=19_700), None, ANY, {"stale"}),
        (CandidateFeatures(1, "group", met=False), None, ANY, {"not met"}),
        (FITS, None, wish(slots=frozenset({"mon-afternoon"})), {"right time"}),
        (FITS, None, wish(slots=frozenset({"sun-evening"})), {"other times"}),
        (CandidateFeatures(1, "group"), None, wish(slots=frozenset({"sun-evening"})), {}),
        (FITS, 600.0, wish(minutes=15), {"near"}),
        (FITS, 6000.0, wish(minutes=15), {"near", "too far"}),
    ],
)
def test_points(candidate: CandidateFeatures, metres: float | None, asked: Circumstances, parts: object) -> None:
    assert set(points(candidate, metres, asked)) == set(parts)  # type: ignore[call-overload]


@pytest.mark.parametrize("state", ["yes", "partly", "no"])
def test_access_counts_only_when_it_is_known(state: str) -> None:
    asked = wish(access=frozenset({"step_free"}))
    known = CandidateFeatures(1, "group", access={"step_free": state})
    assert points(known, None, asked) == {f"access {state}": POINTS[f"access {state}"]}
    assert points(CandidateFeatures(1, "group"), None, asked) == {}
    assert any(each.kind == "access" for each in practical_reasons(known, None, asked)) == (state == "yes")


def test_nearness_fades_by_half_every_twelve_minutes() -> None:
    at_the_door, twelve = (points(FITS, metres, ANY)["near"] for metres in (0.0, 12 * 80 / 1.3))
    assert twelve == pytest.approx(at_the_door / 2)


@pytest.mark.parametrize(
    ("candidate", "metres", "asked", "sentence"),
    [
        (FITS, None, wish(slots=FITS.slots), "They meet three afternoons a week."),
        (FITS, None, wish(slots=frozenset({"mon-afternoon"})), "They meet on Monday afternoons."),
        (FITS, 300.0, ANY, "It is 5 minutes' walk."),
        (FITS, 300.0, wish(way=Way("foot", "slow")), "It is 8 minutes' walk."),
        (FITS, 300.0, wish(way=Way("bus", "slow")), "It is 8 minutes' walk."),
        (FITS, 3000.0, wish(way=Way("bus")), "It is about 35 minutes by bus."),
        (FITS, 3000.0, wish(way=Way("car")), "It is about 15 minutes by car."),
        (FITS, 40.0, ANY, "It is a minute's walk."),
        (CandidateFeatures(1, "online", everywhere=True), None, ANY, "It is online."),
        (CandidateFeatures(1, "visiting", everywhere=True), None, ANY, "It comes to you."),
        (CandidateFeatures(1, "group", free=True), None, ANY, "It is free."),
    ],
)
def test_sentences(candidate: CandidateFeatures, metres: float | None, asked: Circumstances, sentence: str) -> None:
    assert practical_reasons(candidate, metres, asked)[0].sentence == sentence


def test_where_it_is_only_roughly_known_no_minutes_are_told() -> None:
    (reason,) = practical_reasons(CandidateFeatures(1, "group"), 1500.0, ANY, about=True)
    assert reason.sentence == "It is about 1 mile away."
    assert reason.facts == {"kind": "reach", "metres": 1500, "about": True}


def test_too_far_to_walk_is_no_reason() -> None:
    assert practical_reasons(FITS, 9000.0, ANY) == []
