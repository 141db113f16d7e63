"""The table of what goes live at once and what waits: every row, every circumstance, and the page that tells it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cms.changed_facts import differing, facts_of, linked, takes_number_off
from cms.moderation import FLOOD, FLOOD_WINDOW, TABLE, Circumstances, Way, holds_link, is_flood, judge
from tests.architecture.tree import ROOT

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SEEN = Circumstances()
LIVE: dict[str, Any] = {
    "name": "Sewing circle",
    "summary": "We sew.",
    "room": "room",
    "asset_places": [{"pk": 1, "asset": 1, "place": 7}],
    "sessions": [{"pk": 3, "asset": 1, "days": ["WE"], "place": None, "cancelled": {}}],
    "contacts": [
        {"pk": 4, "name": "Vera", "role": "", "phone": "01632 960 014", "email": "", "visibility": "public"},
        {"pk": 5, "name": "Jo", "role": "", "phone": "01632 960 999", "email": "", "visibility": "internal"},
    ],
}


@pytest.mark.parametrize("rule", TABLE, ids=lambda rule: rule.fact)
def test_each_row_does_what_it_says(rule: Any) -> None:
    verdict = judge([rule.fact], SEEN)
    assert bool(verdict.at_once) == (rule.way is Way.AT_ONCE)
    assert verdict.waits == (() if rule.way is Way.AT_ONCE else ((rule.fact, rule.why),))
    confirmed = judge([rule.fact], Circumstances(owner=True))
    assert bool(confirmed.at_once) == (rule.way is not Way.WAITS)
    assert judge([rule.fact], Circumstances(seen=False, owner=True)).at_once == (), "the first time all of it waits"


@pytest.mark.parametrize(
    ("around", "at_once"),
    [
        (SEEN, True),
        (Circumstances(flooded=True), False),
        (Circumstances(linked=frozenset({"times"})), False),
        (Circumstances(linked=frozenset({"room"})), True),
        (Circumstances(alike=frozenset({"times"})), False),
        (Circumstances(alike=frozenset({"room"})), True),
        (Circumstances(waiting=frozenset({"times"})), False),
        (Circumstances(waiting=frozenset({"name"})), True),
        (Circumstances(seen=False), False),
        (Circumstances(known=False), False),
    ],
)
def test_what_makes_a_safe_change_wait(around: Circumstances, at_once: bool) -> None:
    verdict = judge(["times"], around)
    assert bool(verdict.at_once) is at_once
    assert all(why.endswith(".") for _fact, why in verdict.waits)


def test_of_a_mixed_change_each_fact_goes_its_own_way() -> None:
    verdict = judge(["place", "room", "name", "times", "never heard of"], SEEN)
    assert verdict.at_once == ("times", "room")
    assert [fact for fact, _why in verdict.waits] == ["name", "place", "other"]


@pytest.mark.parametrize(
    ("minutes", "flood"),
    [
        ([], False),
        ([1] * (FLOOD - 1), False),
        ([1] * FLOOD, True),
        ([1] * (FLOOD - 1) + [FLOOD_WINDOW.total_seconds() / 60], False),
        ([-1] * FLOOD, False),
    ],
)
def test_a_flood(minutes: list[float], flood: bool) -> None:
    assert is_flood([NOW - timedelta(minutes=each) for each in minutes], NOW) is flood


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("The hall is let.", False),
        ("Boiler broken at 1.30pm, back on 3.12.", False),
        ("See https://example.org", True),
        ("www.example", True),
        ("write to me@here", True),
        ("go to cheap-pills.shop now", True),
        ("St. John’s hall. On the left", False),
    ],
)
def test_addresses_in_words(text: str, link: bool) -> None:
    assert holds_link(text) is link


@pytest.mark.parametrize(
    ("change", "facts"),
    [
        ({"name": "Makers"}, {"name"}),
        ({"summary": "We mend."}, {"purpose"}),
        ({"room": "full"}, {"room"}),
        ({"sessions": [{**LIVE["sessions"][0], "days": ["TH"]}]}, {"times"}),
        ({"sessions": [{**LIVE["sessions"][0], "place": 7}]}, {"times"}),
        ({"sessions": [{**LIVE["sessions"][0], "place": 8}]}, {"place"}),
        ({"asset_places": [{"pk": None, "asset": 1, "place": 8}]}, {"place"}),
        ({"who_for": "men"}, {"who"}),
        ({"greeter_name": "Vera"}, {"people"}),
        ({"contacts": [{**LIVE["contacts"][0], "phone": "01632 960 015"}, LIVE["contacts"][1]]}, {"number"}),
        ({"contacts": [{**LIVE["contacts"][0], "name": "Ann"}, LIVE["contacts"][1]]}, {"people"}),
        ({"contacts": [LIVE["contacts"][0], {**LIVE["contacts"][1], "phone": "1"}]}, {"people"}),
        ({"contacts": [LIVE["contacts"][0], {**LIVE["contacts"][1], "visibility": "public"}]}, {"people"}),
        ({"opening_words": "any time"}, {"other"}),
        ({"something new": 1}, {"other"}),
        ({"confirmed_by": "me", "live": False, "sources": [1]}, set()),
        ({"sessions": [{**LIVE["sessions"][0], "pk": None}]}, set()),
        ({"contacts": [*reversed(LIVE["contacts"])]}, set()),
    ],
)
def test_which_fact_a_change_is(change: dict[str, Any], facts: set[str]) -> None:
    after = {**LIVE, **change}
    assert set(facts_of(differing(LIVE, after), LIVE, after).values()) == facts


def test_a_number_is_taken_off() -> None:
    none = {**LIVE, "contacts": [{**LIVE["contacts"][0], "phone": ""}, LIVE["contacts"][1]]}
    other = {**LIVE, "contacts": [{**LIVE["contacts"][0], "phone": "01632 960 015"}, LIVE["contacts"][1]]}
    assert takes_number_off(LIVE, none)
    assert not takes_number_off(LIVE, other)
    assert not takes_number_off(none, none)


def test_an_address_counts_where_it_is_new() -> None:
    off = [{**LIVE["sessions"][0], "cancelled": {"2026-12-02": "see www.example.org"}}]
    after = {**LIVE, "sessions": off}
    assert linked(["sessions", "room"], LIVE, after) == {"sessions"}
    assert linked(["sessions"], after, {**after, "room": "full"}) == set()


def test_the_reference_has_every_row() -> None:
    told = (ROOT / "docs/reference/moderation.md").read_text(encoding="utf-8")
    for rule in TABLE:
        assert f"| {rule.name} | {rule.way.value} | {rule.why} |" in told
    assert f"{FLOOD} changes" in told
    assert f"{int(FLOOD_WINDOW.total_seconds() // 60)} minutes" in told
