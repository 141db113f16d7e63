"""Whom to ask, when it last ran, what becomes of its room, when nobody answers: as tables."""

from datetime import UTC, date, datetime, timedelta

import pytest

from connector.evidence.deciding import Said, is_silent, last_ran, may_ask, room_after, say_when, to_ask

TODAY = date(2026, 11, 24)  # a Tuesday


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def said(days: int, ran: bool, hour: int) -> Said:
    return Said(ago(days), ran, datetime(2026, 11, 24, hour, tzinfo=UTC))


RAN = {
    "nothing": ([], None),
    "it did not": ([said(0, False, 9)], None),
    "it ran": ([said(0, True, 9)], TODAY),
    "an older one stays": ([said(7, True, 9), said(0, False, 10)], ago(7)),
    "who speaks last": ([said(0, True, 9), said(0, False, 10)], None),
    "in whatever order": ([said(0, False, 10), said(0, True, 11), said(0, False, 9)], TODAY),
}


@pytest.mark.parametrize(("said", "on"), RAN.values(), ids=RAN)
def test_when_it_last_ran(said: list[Said], on: date | None) -> None:
    assert last_ran(said) == on


@pytest.mark.parametrize(
    ("last_asked", "each_time", "may"),
    [(None, False, True), (7, False, True), (6, False, False), (1, True, True), (0, True, False), (0, False, False)],
)
def test_once_a_week_or_at_each_session(last_asked: int | None, each_time: bool, may: bool) -> None:
    last = None if last_asked is None else ago(last_asked)
    assert may_ask(last_asked=last, today=TODAY, each_time=each_time) is may


TO_ASK = {
    "met today": ({1: [TODAY]}, None, [], {1: TODAY}),
    "met a week ago and today": ({1: [ago(7), TODAY]}, None, [], {1: TODAY}),
    "none met today": ({1: [ago(1)]}, None, [], {}),
    "another one of the week comes along": ({1: [TODAY], 2: [ago(5)]}, ago(7), [], {1: TODAY, 2: ago(5)}),
    "not one asked about before": ({1: [TODAY], 2: [ago(2)]}, ago(2), [], {1: TODAY}),
    "not what somebody answered": ({1: [TODAY], 2: [TODAY]}, None, [(2, TODAY)], {1: TODAY}),
    "all answered": ({1: [TODAY]}, None, [(1, TODAY)], {}),
    "no times": ({1: []}, None, [], {}),
}


@pytest.mark.parametrize(("days", "last", "answered", "asked"), TO_ASK.values(), ids=TO_ASK)
def test_which_sessions(
    days: dict[int, list[date]], last: date | None, answered: list[tuple[int, date]], asked: dict[int, date]
) -> None:
    assert to_ask(days, today=TODAY, last_asked=last, answered=answered) == asked


ROOM = [
    ("unknown", "full", "full"),
    ("room", "full", "full"),
    ("few", "full", "full"),
    ("waiting", "full", "waiting"),
    ("full", "full", "full"),
    ("paused", "full", "paused"),
    ("unknown", "room", "room"),
    ("full", "room", "room"),
    ("waiting", "room", "room"),
    ("few", "room", "few"),
    ("room", "room", "room"),
    ("paused", "room", "paused"),
]


@pytest.mark.parametrize(("now", "answer", "after"), ROOM)
def test_what_becomes_of_its_room(now: str, answer: str, after: str) -> None:
    assert room_after(now, answer) == after


# Days ago of sessions that were asked about, of the last that was answered -> silent?
SILENT = {
    "weekly, three weeks": ([21, 14, 7], None, True),
    "weekly, a day short": ([20, 13, 6], None, False),
    "weekly, two": ([28, 21], None, False),
    "weekly, answered at first": ([28, 21, 14], 28, False),
    "weekly, answered before them": ([21, 14, 7], 28, True),
    "the last one answered": ([21, 14, 7], 7, False),
    "every other week": ([35, 21, 7], None, True),
    "every other week, not yet": ([34, 20, 6], None, False),
    "once a month": ([68, 37, 7], None, True),
    "daily": ([6, 5, 4, 3, 2, 1, 0], None, False),
    "daily, for three weeks": (list(range(22)), None, True),
    "never asked": ([], None, False),
}


@pytest.mark.parametrize(("asked", "answered", "silent"), SILENT.values(), ids=SILENT)
def test_silence_goes_by_the_rhythm(asked: list[int], answered: int | None, silent: bool) -> None:
    last = None if answered is None else ago(answered)
    assert is_silent(asked=map(ago, asked), answered=last, today=TODAY) is silent


@pytest.mark.parametrize(("days", "words"), [(0, "today"), (1, "yesterday"), (2, "last Sunday"), (7, "last Tuesday")])
def test_which_day_in_words(days: int, words: str) -> None:
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    assert say_when(ago(days), TODAY, names) == words
