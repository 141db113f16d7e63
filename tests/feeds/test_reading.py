"""Calendars as programs write them, and as somebody writes them who means harm: what is read, and each clear answer."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cms.models import Session
from cms.schedule.occurrences import LONDON
from cms.sessions import next_occurrences
from connector.feeds.comparing import changes, kept
from connector.feeds.cutting import ALL_DAY, BROKEN_OFF, FAR, NO_CALENDAR, NO_START, OFTEN, TOO_MANY, followable
from connector.feeds.dates import HORIZON, Read, Unreadable
from connector.feeds.deciding import is_told, may_ask_for_changes, next_day
from connector.feeds.fitting import fit
from connector.feeds.ical import TOO_MANY_DATES, read_ical

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # a Monday; the clocks change on the 29th
OUTLOOK_ZONE = """BEGIN:VTIMEZONE
TZID:GMT Standard Time
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
# Three hours behind, all the year round and by no name that anybody knows.
OWN_ZONE = (
    OUTLOOK_ZONE.replace("GMT Standard Time", "Our Village Hall").replace("+0100", "-0300").replace("+0000", "-0300")
)


def calendar(*events: str, around: str = "") -> bytes:
    blocks = "".join(f"BEGIN:VEVENT\nDTSTAMP:20260101T000000Z\n{each.strip()}\nEND:VEVENT\n" for each in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//a//b\n{around}{blocks}END:VCALENDAR\n".replace(
        "\n", "\r\n"
    ).encode()


def one(lines: str, around: str = "", words: tuple[str, ...] = ()) -> Read:
    return read_ical(calendar("UID:a@b\nSUMMARY:Sewing\n" + lines, around=around), words, NOW, LONDON)


def said(read: Read, most: int = 4) -> list[str]:
    """The first dates, as "day time", with what is off in brackets."""
    told = [f"{each.start:%d/%m %H:%M}" + (f"-{each.end:%H:%M}" if each.end else "") for each in read.dates]
    return [f"({text})" if each.off else text for text, each in zip(told, read.dates, strict=True)][:most]


WEEKLY = "RRULE:FREQ=WEEKLY;BYDAY=TU"
HOW_TIMES_ARE_WRITTEN = {
    "UTC": ("DTSTART:20260310T133000Z\nDTEND:20260310T153000Z", "", ["10/03 13:30-15:30"]),
    "UTC in summer": ("DTSTART:20260407T123000Z\nDTEND:20260407T143000Z", "", ["07/04 13:30-15:30"]),
    "floating": ("DTSTART:20260407T133000\nDTEND:20260407T153000", "", ["07/04 13:30-15:30"]),
    "zone by name": ("DTSTART;TZID=Europe/London:20260407T133000\nDURATION:PT2H", "", ["07/04 13:30-15:30"]),
    "another zone": ("DTSTART;TZID=Europe/Paris:20260407T143000\nDURATION:PT2H", "", ["07/04 13:30-15:30"]),
    "Outlook's name": ("DTSTART;TZID=GMT Standard Time:20260407T133000\nDURATION:PT2H", "", ["07/04 13:30-15:30"]),
    "with its rules": (
        "DTSTART;TZID=GMT Standard Time:20260407T133000\nDURATION:PT2H",
        OUTLOOK_ZONE,
        ["07/04 13:30-15:30"],
    ),
    "a zone of its own": (
        "DTSTART;TZID=Our Village Hall:20260407T093000\nDURATION:PT2H",
        OWN_ZONE,
        ["07/04 13:30-15:30"],
    ),
    "no end": ("DTSTART:20260310T133000Z", "", ["10/03 13:30"]),
    "weekly over the change of the clocks": (
        f"DTSTART;TZID=Europe/London:20260317T133000\nDURATION:PT2H\n{WEEKLY}",
        "",
        ["17/03 13:30-15:30", "24/03 13:30-15:30", "31/03 13:30-15:30", "07/04 13:30-15:30"],
    ),
    "not on two days": (
        f"DTSTART:20260303T133000\n{WEEKLY}\nEXDATE:20260310T133000\nEXDATE:20260317T133000,20260324T133000",
        "",
        ["03/03 13:30", "31/03 13:30", "07/04 13:30", "14/04 13:30"],
    ),
    "dates by hand": (
        "DTSTART:20260303T133000\nRDATE:20260305T133000,20260320T133000",
        "",
        ["03/03 13:30", "05/03 13:30", "20/03 13:30"],
    ),
    "so many times": ("DTSTART:20260224T133000\nRRULE:FREQ=WEEKLY;COUNT=3", "", ["03/03 13:30", "10/03 13:30"]),
    "called off": ("DTSTART:20260310T133000Z\nSTATUS:CANCELLED", "", ["(10/03 13:30)"]),
    "long over": ("DTSTART:20200310T133000Z", "", []),
}


@pytest.mark.parametrize("how", HOW_TIMES_ARE_WRITTEN)
def test_times_are_read_by_the_clock_here(how: str) -> None:
    lines, around, expected = HOW_TIMES_ARE_WRITTEN[how]
    assert said(one(lines, around)) == expected


SERIES = (
    f"UID:a\nSUMMARY:Sewing\nDTSTART;TZID=Europe/London:20260303T133000\nDTEND;TZID=Europe/London:20260303T153000\n{WEEKLY}",
    "UID:a\nSUMMARY:Sewing\nRECURRENCE-ID;TZID=Europe/London:20260310T133000\n"
    "DTSTART;TZID=Europe/London:20260311T180000\nDTEND;TZID=Europe/London:20260311T200000",
    "UID:a\nSUMMARY:Sewing\nRECURRENCE-ID;TZID=Europe/London:20260317T133000\nSTATUS:CANCELLED\n"
    "DTSTART;TZID=Europe/London:20260317T133000\nDTEND;TZID=Europe/London:20260317T153000",
)


def test_single_dates_of_a_series_are_moved_and_called_off() -> None:
    read = read_ical(calendar(*SERIES), (), NOW, LONDON)
    assert said(read) == ["03/03 13:30-15:30", "11/03 18:00-20:00", "(17/03 13:30-15:30)", "24/03 13:30-15:30"]
    assert [each.key for each in read.dates[:3]] == ["a|2026-03-03", "a|2026-03-10", "a|2026-03-17"]


def test_of_several_groups_only_what_has_the_words_counts() -> None:
    both = calendar(
        "UID:a\nSUMMARY:Sewing\nDTSTART:20260310T133000", "UID:b\nSUMMARY:CHOIR\\, all\nDTSTART:20260311T190000"
    )
    assert [each.title for each in read_ical(both, ("choir", "band"), NOW, LONDON).dates] == ["CHOIR, all"]
    assert len(read_ical(both, (), NOW, LONDON).dates) == 2


# --- From dates to the times of a listing -------------------------------------------------------------------------


def sessions(read: Read) -> list[Session]:
    """The times, as the catalogue would have them."""
    rows = []
    for each in fit(read, NOW.date() - timedelta(days=1), (NOW + HORIZON).date()):
        plain = each.plain()
        rows.append(
            Session(
                on_bank_holidays=True,
                **plain | {"first": each.first, "until": each.until, "start": each.start, "end": each.end},
            )
        )
    return rows


FITS = {
    "a series": SERIES,
    "every other week": ("UID:a\nDTSTART:20260226T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;INTERVAL=2",),
    "last Friday": ("UID:a\nDTSTART:20260227T100000\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYDAY=-1FR",),
    "by the 14th": ("UID:a\nDTSTART:20260214T100000\nRRULE:FREQ=MONTHLY;BYMONTHDAY=14",),
    "fifth week": ("UID:a\nDTSTART:20260331T100000\nRRULE:FREQ=MONTHLY;BYDAY=5TU",),
    "by UTC, so that it moves with the clocks": ("UID:a\nDTSTART:20260303T100000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY",),
    "two sittings": (
        "UID:a\nDTSTART:20260303T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20260501T000000Z",
        "UID:b\nDTSTART:20260303T140000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20260501T000000Z",
    ),
    "single ones": (
        "UID:a\nDTSTART:20260303T100000",
        "UID:b\nDTSTART:20260305T100000",
        "UID:c\nDTSTART:20260304T190000",
    ),
    "over a bank holiday": ("UID:a\nDTSTART:20260302T100000\nRRULE:FREQ=WEEKLY",),
    "past midnight": ("UID:a\nDTSTART:20260303T220000\nDURATION:PT4H\nRRULE:FREQ=WEEKLY;COUNT=9",),
    "a whole day and more": ("UID:a\nDTSTART:20260303T100000\nDURATION:P3D",),
}


@pytest.mark.parametrize("which", FITS)
def test_the_times_fall_on_just_the_dates_of_the_calendar(which: str) -> None:
    read = read_ical(calendar(*FITS[which]), (), NOW, LONDON)
    assert read.dates
    rows = sessions(read)
    found = next_occurrences(rows, NOW, 1_000, horizon_days=HORIZON.days, include_cancelled=True)
    expected = {(each.start, each.off) for each in read.dates if each.start > NOW}
    assert {(each.start, each.status == "cancelled") for each in found} == expected


def test_what_has_a_rhythm_is_one_time_with_it() -> None:
    rows = sessions(read_ical(calendar(*SERIES), (), NOW, LONDON))
    assert [(row.rhythm, row.days) for row in rows] == [("weekly", ["TU"]), ("once", [])]
    assert rows[0].closed == ["2026-03-10"]
    assert list(rows[0].cancelled) == ["2026-03-17"]


# --- What changed -------------------------------------------------------------------------------------------------


def test_what_changed_is_said_in_a_sentence() -> None:
    plain = read_ical(calendar(SERIES[0]), (), NOW, LONDON)
    later = read_ical(calendar(*SERIES), (), NOW + timedelta(days=2), LONDON)
    until = NOW + HORIZON
    assert (
        changes(kept(plain.dates), later.dates, NOW + timedelta(days=2), until) == "One date moved, one was called off."
    )
    assert (
        changes(kept(later.dates), plain.dates, NOW + timedelta(days=2), until)
        == "One date moved, one is on after all."
    )


def test_a_whole_series_that_moves_to_another_hour_has_moved() -> None:
    three = "UID:a\nDTSTART:20260303T1{}0000\nRRULE:FREQ=WEEKLY;COUNT=3"
    before, after = (read_ical(calendar(three.format(hour)), (), NOW, LONDON) for hour in (3, 4))
    assert changes(kept(before.dates), after.dates, NOW, NOW + HORIZON) == "Three dates moved."
    assert changes(kept(before.dates), (), NOW, NOW + HORIZON) == "Three dates are gone."
    assert changes({}, after.dates, NOW, NOW + HORIZON) == "Three dates are new."
    assert changes(kept(before.dates), before.dates, NOW, NOW + HORIZON) == ""


def test_what_went_by_or_came_into_sight_is_no_change() -> None:
    weekly = calendar(SERIES[0])
    before = read_ical(weekly, (), NOW, LONDON)
    week = NOW + timedelta(days=7)
    assert changes(kept(before.dates), read_ical(weekly, (), week, LONDON).dates, week, NOW + HORIZON) == ""


@pytest.mark.parametrize(("failed", "days"), [(0, 1), (1, 1), (3, 1), (4, 2), (5, 4), (6, 7), (60, 7)])
def test_a_calendar_that_does_not_answer_is_asked_less_often(failed: int, days: int) -> None:
    today = date(2026, 3, 2)
    assert next_day(today, failed) == today + timedelta(days=days)


def test_a_group_is_told_after_three_days_and_once() -> None:
    assert [is_told(days, told=False) for days in (1, 2, 3, 9)] == [False, False, True, True]
    assert not is_told(3, told=True)
    assert may_ask_for_changes(date(2026, 3, 1), date(2026, 3, 2))
    assert not may_ask_for_changes(date(2026, 2, 1), date(2026, 3, 2))
    assert not may_ask_for_changes(None, date(2026, 3, 2))


# --- Harm ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rule",
    """FREQ=SECONDLY FREQ=MINUTELY;COUNT=5 FREQ=HOURLY FREQ=DAILY;BYSECOND=1,2,3 FREQ=DAILY;INTERVAL=0
    FREQ=DAILY;COUNT=0 FREQ=DAILY;COUNT=99999 FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30 FREQ=YEARLY;BYMONTH=13
    FREQ=DAILY;BYSETPOS=2 FREQ=NEVER FREQ=DAILY;FREQ=DAILY FREQ=DAILY;BYDAY=XX
    INTERVAL=2 FREQ=YEARLY;BYEASTER=1 FREQ=DAILY;BYMONTHDAY=0""".split(),
)
def test_rules_without_end_or_sense_are_not_followed(rule: str) -> None:
    assert not followable(rule)
    read = one(f"DTSTART:20260303T133000\nRRULE:{rule}")
    assert read.dates == ()
    assert read.left_out == (f"One event is left out: it {OFTEN}.",)


LEFT_OUT = {
    "no start": ("DTEND:20260303T133000", NO_START),
    "a day only": ("DTSTART;VALUE=DATE:20260303", ALL_DAY),
    "the year 1": ("DTSTART:00010101T000000\nRRULE:FREQ=DAILY", FAR),
    "the year 9999": ("DTSTART:99991231T000000", FAR),
    "ends before it starts": ("DTSTART:20260310T133000Z\nDTEND:20260310T123000Z", "cannot be read"),
    "a day that is none": ("DTSTART:20260231T100000", "cannot be read"),
    "longer than time": ("DTSTART:20260303T100000\nDURATION:P99999999999D\nRRULE:FREQ=DAILY", "cannot be read"),
    "thousands of days listed": ("DTSTART:20260303T100000\nRDATE:" + ",".join(["20260303T100000"] * 1_001), OFTEN),
}


@pytest.mark.parametrize("which", LEFT_OUT)
def test_one_event_that_cannot_be_is_left_out_and_hinders_no_other(which: str) -> None:
    lines, why = LEFT_OUT[which]
    body = calendar(f"UID:bad\n{lines}", "UID:a\nSUMMARY:Sewing\nDTSTART:20260310T133000")
    read = read_ical(body, (), NOW, LONDON)
    assert said(read) == ["10/03 13:30"]
    assert [why in words for words in read.left_out] == [True]


REFUSED = {
    "nothing": (b"", NO_CALENDAR),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\xff", NO_CALENDAR),
    "breaks off": (calendar(SERIES[0])[:-20], BROKEN_OFF),
    "100,000 events": (
        b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\n" * 100_000 + b"END:VCALENDAR",
        TOO_MANY,
    ),
    "more dates than anybody goes to": (
        calendar(*(f"UID:{each}\nDTSTART:20260303T100000\nRRULE:FREQ=DAILY" for each in range(4))),
        TOO_MANY_DATES,
    ),
}


@pytest.mark.parametrize("which", REFUSED)
def test_a_calendar_that_is_none_or_too_much_is_refused_with_a_sentence(which: str) -> None:
    body, words = REFUSED[which]
    with pytest.raises(Unreadable) as problem:
        read_ical(body, (), NOW, LONDON)
    assert problem.value.words == words


def test_zones_that_change_by_the_second_are_not_worked_out() -> None:
    """Then the time counts as it is written."""
    hostile = OWN_ZONE.replace("FREQ=YEARLY;INTERVAL=1", "FREQ=SECONDLY")
    assert said(one("DTSTART;TZID=Our Village Hall:20260407T133000", hostile)) == ["07/04 13:30"]


def test_what_one_calendar_calls_its_zone_is_nothing_to_the_next() -> None:
    lines = "DTSTART;TZID=Our Village Hall:20260407T093000"
    assert said(one(lines, OWN_ZONE)) == ["07/04 13:30"]
    assert said(one(lines)) == ["07/04 09:30"]


def test_what_is_nested_without_end_is_dropped() -> None:
    deep = "BEGIN:VALARM\n" * 3_000 + "END:VALARM\n" * 3_000
    assert said(one(f"DTSTART:20260310T133000\n{deep.strip()}")) == ["10/03 13:30"]


def test_scripts_in_titles_are_plain_words_on_one_line() -> None:
    body = calendar("UID:a\nSUMMARY:<script>alert(1)</script>\\nx\x07\u202e" + "y" * 500 + "\nDTSTART:20260310T133000")
    title = read_ical(body, (), NOW, LONDON).dates[0].title
    assert title.startswith("<script>alert(1)</script> x")  # a template escapes it
    assert len(title) <= 120
    assert title.isprintable()


def test_lines_are_unfolded_before_they_are_read() -> None:
    folded = calendar("UID:a\nSUMMARY:Sew\n ing\nDTSTART:20260310T133000\nRRULE:FREQ=SEC\n ONDLY")
    assert read_ical(folded, (), NOW, LONDON).left_out
