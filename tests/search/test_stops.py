"""What would stop somebody: as a table, and for any listing derived again from its facts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.access import NAMES
from cms.geo.effort import Way
from search.ages import SPANS, fit
from search.going import Circumstances
from search.stops import Instead, Stop, named, stops, with_instead
from search.types import CandidateFeatures, Point

HERE = (Point(53.4, -2.3),)
ANY = Circumstances(frozenset(), None, frozenset(), 20_000)
GROUP = CandidateFeatures(1, "group", points=HERE)
FRAME = replace(ANY, access=frozenset({"step_free"}))
BREAK = replace(ANY, break_for="him")


@pytest.mark.parametrize(
    ("changes", "metres", "wish", "sentences"),
    [
        ({}, None, ANY, []),
        ({"access": {"step_free": "no"}}, None, ANY, []),
        ({"access": {"step_free": "no"}}, None, FRAME, ["Not step-free."]),
        ({"access": {"step_free": "partly"}}, None, FRAME, ["Step-free: only in part."]),
        ({}, None, FRAME, ["Step-free: not known."]),
        ({"points": ()}, None, FRAME, []),
        ({"room": "full"}, None, ANY, ["It is full at the moment."]),
        ({"room": "paused"}, None, FRAME, ["It is not running just now.", "Step-free: not known."]),
        ({"slots": frozenset({"tue-evening"})}, None, replace(ANY, slots=frozenset({"tue-morning"})),
         ["It is on Tuesday evenings, not when they are free."]),
        ({"slots": frozenset({"mon-evening", "tue-afternoon"})}, None, replace(ANY, slots=frozenset({"wed-morning"})),
         ["It is on Mondays and Tuesdays, not when they are free."]),
        ({"slots": frozenset({"mon-evening", "tue-evening"})}, None, replace(ANY, slots=frozenset({"wed-morning"})),
         ["It is on Monday and Tuesday evenings, not when they are free."]),
        ({}, None, replace(ANY, slots=frozenset({"tue-morning"})), ["When it is on: not known."]),
        ({}, 3000.0, replace(ANY, minutes=15), ["It is about 2 miles, further than they would go."]),
        ({}, 3000.0, ANY, ["It is about 2 miles away, a long walk."]),
        ({}, 3000.0, replace(ANY, way=Way("foot", "with_frame")), ["It is about 2 miles away, too far to walk."]),
        ({"access": {"fetched_or_brought": "yes"}}, 3000.0, ANY, []),
        ({"access": {"come_alone": "no"}}, None, ANY, ["They have to come with somebody."]),
        ({"access": {"stay_without_carer": "no"}}, None, BREAK, ["A carer has to stay, so that it is no break."]),
        ({}, None, BREAK, ["Can they stay there without their carer? Not known."]),
        ({}, None, replace(ANY, stage="child"), ["Check that it is for a child: not known."]),
        ({"audience": frozenset({"women_only"})}, None, ANY, ["Check that it is for them: it is for women only."]),
        ({"audience": frozenset({"women_only"})}, None, replace(ANY, said="she"), []),
        ({}, None, replace(ANY, leans=frozenset({"home"})), ["They would have to leave home."]),
        ({"kind": "visiting"}, None, replace(ANY, leans=frozenset({"home"})), []),
        ({"pence": 350}, None, replace(ANY, leans=frozenset({"free"})), ["It costs £3.50 a time."]),
    ],
)  # fmt: skip
def test_sentences(changes: dict[str, object], metres: float | None, wish: Circumstances, sentences: list[str]) -> None:
    found = stops(replace(GROUP, **changes), metres, wish)  # type: ignore[arg-type]
    assert [stop.sentence for stop in found] == sentences


def test_the_nearest_that_has_what_is_missing() -> None:
    (stop,) = stops(replace(GROUP, access={"step_free": "no"}), None, FRAME)
    having = CandidateFeatures(2, "group", points=HERE, access={"step_free": "yes"})
    others = [(replace(having, asset_id=3), 900.0), (having, 300.0), (replace(GROUP, asset_id=4), 10.0)]
    found = with_instead(stop, others, FRAME)
    assert found.instead == Instead(2, "5 minutes' walk")
    told = named(found, {2: "Weavers Fold"})
    assert told.sentence == "Not step-free. The nearest that has it: Weavers Fold, 5 minutes' walk."
    # Nobody may see it: nothing is said of it.
    assert named(found, {}) == stop
    assert with_instead(stop, others[2:], FRAME) == stop


CANDIDATES = st.builds(
    CandidateFeatures,
    asset_id=st.just(1),
    kind=st.sampled_from(("group", "place", "visiting", "volunteer_role")),
    points=st.sampled_from(((), HERE)),
    slots=st.frozensets(st.sampled_from(("tue-morning", "tue-evening", "sat-morning")), max_size=2),
    room=st.sampled_from(("room", "few", "full", "waiting", "paused", "unknown")),
    access=st.dictionaries(st.sampled_from(sorted(NAMES)), st.sampled_from(("yes", "no", "partly")), max_size=4),
    pence=st.none() | st.integers(0, 900),
    stages=st.frozensets(st.sampled_from(sorted(SPANS)), max_size=3),
    audience=st.frozensets(st.sampled_from(("women_only", "men_only", "anyone")), max_size=1),
    cues=st.frozensets(st.sampled_from(("children", "men")), max_size=1),
)
WISHES = st.builds(
    Circumstances,
    slots=st.frozensets(st.sampled_from(("tue-morning", "sat-morning")), max_size=1),
    minutes=st.none() | st.integers(5, 40),
    access=st.frozensets(st.sampled_from(sorted(NAMES)), max_size=3),
    today=st.just(20_000),
    leans=st.frozensets(st.sampled_from(("free", "home")), max_size=1),
    break_for=st.sampled_from(("", "him")),
    stage=st.sampled_from((*sorted(SPANS), "unknown")),
)


@given(CANDIDATES, st.none() | st.floats(0, 9_000), WISHES)
def test_each_stop_is_true(candidate: CandidateFeatures, metres: float | None, wish: Circumstances) -> None:
    for stop in stops(candidate, metres, wish):
        assert _true(stop, candidate, metres, wish), stop
        assert stop.sentence.endswith(".")


def _true(stop: Stop, candidate: CandidateFeatures, metres: float | None, wish: Circumstances) -> bool:
    facts = dict(stop.facts)
    if "subject" in facts:
        state = candidate.access.get(str(facts["subject"]), "unknown")
        asks = state == "unknown" and stop.kind != "home"
        return state == facts["state"] != "yes" and stop.asks == asks
    if stop.kind == "room":
        return candidate.room == facts["room"] and candidate.room not in {"room", "few", "unknown"}
    if stop.kind == "time":
        return set(facts["slots"]) == candidate.slots and not candidate.slots & wish.slots  # type: ignore[call-overload]
    if stop.kind == "far":
        limit = wish.minutes or 30
        return metres is not None and round(metres) == facts["metres"] and wish.way.exactly(metres) > limit - 1
    if stop.kind == "only":
        return f"{facts['for']}_only" in candidate.audience and stop.asks
    if stop.kind == "age":
        return fit(wish.stage, candidate) == "ask" and stop.asks
    return stop.kind == "cost" and candidate.pence == facts["pence"] and "free" in wish.leans
