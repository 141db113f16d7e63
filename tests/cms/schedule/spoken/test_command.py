"""`manage.py read_schedule`: JSON alone on standard output, words without --json."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command


def said(*args: str) -> str:
    out = StringIO()
    call_command("read_schedule", *args, stdout=out)
    return out.getvalue()


def test_json_is_all_that_is_printed() -> None:
    told = json.loads(said("every other Tuesday 1.30 till 3.30; last Friday 10-12", "--from", "2026-11-30", "--json"))
    assert [rule["rrule"] for rule in told["rules"]] == [
        "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=-1FR",
    ]
    assert told["opening_hours"] == 'Tu 13:30-15:30 "every other week"; Fr[-1] 10:00-12:00'
    assert told["next"] == ["2026-12-01T13:30", "2026-12-15T13:30", "2026-12-25T10:00", "2026-12-29T13:30"]
    assert told["questions"] == ["Is the next one on Tuesday 1 December or on Tuesday 8 December?"]


def test_without_json_it_is_told_in_lines() -> None:
    assert "? At what time is it on Monday?" in said("Mondays", "--from", "2026-11-30")
    assert said("Fridays 2-4pm", "--from", "2026-11-30").splitlines() == [
        "Fr 14:00-16:00",
        *("   2026-12-04 14:00", "   2026-12-11 14:00", "   2026-12-18 14:00", "   2026-12-25 14:00"),
    ]


def test_a_day_that_is_none_says_how_to_write_it() -> None:
    with pytest.raises(CommandError, match="Write the day like this"):
        said("Mondays", "--from", "soon")
