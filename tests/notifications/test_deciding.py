"""When a message is tried again, and when people are left in peace, as tables."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from connector.notifications.deciding import PAUSES, Answer, Next, after, is_quiet, quiet_hours
from connector.notifications.standing import say

LONDON = ZoneInfo("Europe/London")
AFTER = {
    "went": (Answer.SENT, 1, Next("sent")),
    "nobody there": (Answer.BOUNCED, 1, Next("bounced")),
    "refused": (Answer.NEVER, 1, Next("failed")),
    "perhaps": (Answer.UNKNOWN, 1, Next("failed", doubtful=True)),
    "away, first": (Answer.LATER, 1, Next("waiting", timedelta(minutes=1))),
    "away, last but one": (Answer.LATER, 5, Next("waiting", timedelta(hours=24))),
    "away, last": (Answer.LATER, 6, Next("failed")),
}


@pytest.mark.parametrize(("answer", "attempts", "found"), AFTER.values(), ids=AFTER)
def test_what_becomes_of_it(answer: Answer, attempts: int, found: Next) -> None:
    assert after(answer, attempts) == found


def test_it_is_tried_ever_more_slowly() -> None:
    assert list(PAUSES) == sorted(set(PAUSES))


NIGHT, NOON = "20:00-08:00", "12:00-14:00"
QUIET = {
    "evening": (NIGHT, datetime(2026, 11, 30, 20, 0, tzinfo=UTC), True),
    "before": (NIGHT, datetime(2026, 11, 30, 19, 59, tzinfo=UTC), False),
    "after midnight": (NIGHT, datetime(2026, 12, 1, 0, 30, tzinfo=UTC), True),
    "morning": (NIGHT, datetime(2026, 12, 1, 8, 0, tzinfo=UTC), False),
    "summer, by their clock": (NIGHT, datetime(2026, 7, 1, 7, 30, tzinfo=UTC), False),
    "summer evening, by their clock": (NIGHT, datetime(2026, 7, 1, 19, 0, tzinfo=UTC), True),
    "the hour that comes twice": (NIGHT, datetime(2026, 10, 25, 1, 30, tzinfo=UTC), True),
    "at noon": (NOON, datetime(2026, 11, 30, 13, 0, tzinfo=UTC), True),
    "noon is over": (NOON, datetime(2026, 11, 30, 14, 0, tzinfo=UTC), False),
    "never": ("", datetime(2026, 11, 30, 3, 0, tzinfo=UTC), False),
    "from and to the same": ("08:00-08:00", datetime(2026, 11, 30, 3, 0, tzinfo=UTC), False),
}


@pytest.mark.parametrize(("hours", "at", "quiet"), QUIET.values(), ids=QUIET)
def test_when_people_are_left_in_peace(hours: str, at: datetime, quiet: bool) -> None:
    assert is_quiet(at.astimezone(LONDON), quiet_hours(hours)) is quiet


@pytest.mark.parametrize("hours", ["20-8", "at night", "20:00"])
def test_hours_that_are_none_are_refused(hours: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        quiet_hours(hours)


def test_what_staff_read() -> None:
    now = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
    nothing = {"waiting": 0, "failed": 0, "doubtful": 0, "bounced": 0, "oldest": None}
    assert say(now=now, quiet=False, **nothing) == ["No message waits."]
    told = say(now=now, quiet=True, waiting=1, failed=2, doubtful=1, bounced=1, oldest=now - timedelta(minutes=90))
    assert told == [
        "1 message waits.",
        "The oldest has been due for 90 minutes.",
        "It is quiet just now: only what is urgent goes.",
        "2 messages failed. 1 of them may have gone.",
        "1 message came back.",
    ]
