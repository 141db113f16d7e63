"""Each search leaves a line in the log and counts in the numbers: engine, time and counts, nothing of the question."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from cms.visibility import PUBLIC
from search import metrics
from search.engines.base import EngineUnavailable
from search.finder import find
from search.observing import filters_of
from search.questions import Question, Wishes
from search.types import Order, Point
from tests.engines.shared import SharedEngine
from tests.factories.assets import AssetFactory

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
TYPED, PLACE = "pargeterwort embroidery", "Quernmore Bank"
HERE = Point(53.424, -2.322)
ASKED: dict[str, tuple[Question, str]] = {
    "nothing": (Question(), ""),
    "words": (Question(text=TYPED), "q"),
    "a place": (Question(text=TYPED, near=HERE, near_label=PLACE, radius_m=5000.0), "q,near,radius"),
    "narrowed": (
        Question(
            kinds=frozenset({"group"}),
            interests=frozenset({"embroidery"}),
            days=frozenset({"tue"}),
            parts=frozenset({"afternoon"}),
            costs=frozenset({"free"}),
            access=frozenset({"step_free"}),
        ),
        "kind,interest,day,time,cost,access",
    ),
    "and more": (
        Question(
            audience=frozenset({"carers"}),
            areas=frozenset({PLACE}),
            fresh=frozenset({"month"}),
            order=Order.SOONEST,
        ),
        "who,area,fresh,order",
    ),
    "a visit": (Question(text=TYPED, near=HERE, near_label=PLACE, wishes=Wishes(minutes=20)), "q,near,visit"),
}


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Callable[[], list[dict[str, object]]]:
    """What the log holds of searches, line by line."""
    caplog.set_level(logging.INFO, "connector.search")
    return lambda: [each.msg for each in caplog.records if each.name == "connector.search"]  # type: ignore[misc]


def count(name: str, **labels: str) -> float:
    """One number as whoever watches sees it; 0 where it is not there yet."""
    told = ",".join(f'{key}="{value}"' for key, value in sorted(labels.items()))
    start = f"{name}{{{told}}} " if told else f"{name} "
    found = [line for line in metrics.text().decode().splitlines() if line.startswith(start)]
    return float(found[0].rsplit(" ", 1)[1]) if found else 0.0


@pytest.mark.parametrize(("question", "filters"), ASKED.values(), ids=ASKED)
def test_of_filters_only_the_names_are_told(question: Question, filters: str) -> None:
    assert ",".join(filters_of(question)) == filters


@pytest.mark.django_db
def test_a_line_tells_which_engine_how_long_and_how_much(
    up_to_date: Callable[[], None], lines: Callable[[], list[dict[str, object]]]
) -> None:
    AssetFactory(interests=["embroidery"])
    up_to_date()
    for question, _ in ASKED.values():
        find(question, viewer=PUBLIC, now=NOW)
    told = lines()
    assert len(told) == len(ASKED)
    for line, (_, filters) in zip(told, ASKED.values(), strict=True):
        took = line.pop("took_ms")
        assert isinstance(took, float)
        assert line.pop("total") in (0, 1)
        del line["timestamp"]
        assert line == {
            "event": "search",
            "level": "info",
            "engine": "memory",
            "degraded": False,
            "wanted": 10,
            "filters": filters,
            "generation": "memory-1",
        }
    assert told[1]["event"] == "search"


@pytest.mark.django_db
def test_no_line_has_a_word_a_place_or_a_point(
    up_to_date: Callable[[], None], lines: Callable[[], list[dict[str, object]]]
) -> None:
    up_to_date()
    for question, _ in ASKED.values():
        find(question, viewer=PUBLIC, now=NOW)
    told = str(lines()).lower()
    for private in (*TYPED.split(), *PLACE.lower().split(), "53.4", "2.32", "step_free", "carers", "'tue"):
        assert private not in told
    assert len(lines()) == len(ASKED)


@pytest.mark.django_db
def test_the_one_that_stood_in_is_named(
    server: SharedEngine, up_to_date: Callable[[], None], lines: Callable[[], list[dict[str, object]]]
) -> None:
    up_to_date()
    find(Question(), viewer=PUBLIC, now=NOW)
    server.away = True
    find(Question(), viewer=PUBLIC, now=NOW)
    assert [(line["engine"], line["degraded"]) for line in lines()] == [("shared", False), ("memory", True)]


@pytest.mark.django_db
def test_searches_are_counted_by_who_answered(server: SharedEngine, up_to_date: Callable[[], None]) -> None:
    AssetFactory()
    up_to_date()
    names = ("connector_searches_total", "connector_search_seconds_count", "connector_search_hits_sum")
    well, away = {"engine": "shared", "degraded": "false"}, {"engine": "memory", "degraded": "true"}
    before = [count(name, **by) for by in (well, away) for name in names]
    find(Question(), viewer=PUBLIC, now=NOW)
    server.away = True
    find(Question(), viewer=PUBLIC, now=NOW)
    find(Question(), viewer=PUBLIC, now=NOW)
    after = [count(name, **by) for by in (well, away) for name in names]
    assert [new - old for new, old in zip(after, before, strict=True)] == [1, 1, 1, 2, 2, 2]


@pytest.mark.django_db
def test_what_nobody_answered_is_counted_and_told_too(lines: Callable[[], list[dict[str, object]]]) -> None:
    before = count("connector_searches_unanswered_total")
    with pytest.raises(EngineUnavailable):
        find(Question(text=TYPED), viewer=PUBLIC, now=NOW)
    assert count("connector_searches_unanswered_total") == before + 1
    assert [(line["event"], line["filters"]) for line in lines()] == [("search.unanswered", "q")]
    assert "pargeterwort" not in str(lines())
