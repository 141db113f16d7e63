"""Whatever is typed: never an error, rules whose dates obey them, and back again what was written or said."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cms.schedule.exceptions import Exceptions
from cms.schedule.rhythm import Rhythm
from cms.schedule.say import say_rhythm
from cms.schedule.spoken.opening_hours import opening_hours
from cms.schedule.spoken.reading import LONGEST, as_data, read
from cms.schedule.spoken.rules import Rule, exceptions, falls_on, next_days, planned_on, rrule
from tests.cms.schedule.strategies import rhythms
from tests.examples import examples

TODAY = date(2026, 11, 30)
PIECES = (
    "mon tue wednesdays thurs to - 9 5 10am 12 noon , ; \n . and first last 3rd of the month every other fortnightly "
    "closed not except august bank-holidays term time only 25 december 6 january until from 24 hours by appointment ( "
    ") : | £3 ~ <b> &amp; may or between [1] 0161 @ evening 9-5 2-4pm till late second daily 9:00 17:00 summer "
    "weekends 12/01/2027 lunch 1-2 open 29 february 31 april 0900 school holidays christmas day starting no session"
).split(" ")
written = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)


@given(st.one_of(st.text(max_size=300), written))
@settings(deadline=None, max_examples=examples(300))
@example("3rd till 29 february tue 25")
@example("closed closed closed monday")
def test_nothing_breaks_it_and_what_cannot_be_read_is_asked(text: str) -> None:
    told = as_data(read(text, TODAY), TODAY)
    assert set(told) == {"rules", "opening_hours", "next", "questions"}
    assert told["rules"] or told["questions"] or told["opening_hours"]


@pytest.mark.parametrize("piece", ["mon 9-5, ", "a", "1st ", "<", "closed monday ", "0161", "book ", "a@"])
def test_the_longest_text_is_read_or_refused(piece: str) -> None:
    text = (piece * LONGEST)[: LONGEST // 10]
    assert set(as_data(read(text, TODAY), TODAY)) == {"rules", "opening_hours", "next", "questions"}
    assert read(piece * LONGEST, TODAY).questions


@given(written)
@settings(deadline=None, max_examples=examples(150))
@example("every other tuesday 2-4pm until 12/01/2027")
@example("first monday 2-4pm not august")
def test_the_next_dates_are_those_of_the_rule(text: str) -> None:
    for rule in read(text, TODAY).rules:
        begin = rule.first or TODAY
        theirs = rrulestr(rrule(rule).split(";UNTIL")[0], dtstart=datetime.combine(begin, rule.start))
        planned = [moment.date() for moment in islice(theirs, 300)]
        out = exceptions(rule, TODAY)
        ours = next_days(rule, TODAY)
        assert all(planned_on(rule, day) and falls_on(rule, day) for day in ours)
        assert all(day in planned for day in ours if planned and day <= planned[-1])
        assert not any(first <= day.isoformat() <= last for day in ours for first, last in map(_ends, out))


def _ends(text: str) -> tuple[str, str]:
    first, _, last = text.partition("/")
    return first, last or first


@given(rhythms(), st.booleans(), st.booleans())
@settings(deadline=None, max_examples=examples(200))
def test_what_we_say_of_a_rhythm_reads_as_that_rhythm(rhythm: Rhythm, term: bool, holidays: bool) -> None:
    """Sentences of cards. What they leave to the reader (which of two weeks, the half of "6 to 8") is asked."""
    said = say_rhythm(rhythm, Exceptions(term_time=term, bank_holidays="on" if holidays else "off"))
    read_as = read(said, rhythm.first)
    if rhythm.kind == "fortnightly":
        assert read_as.questions
    if read_as.questions or rhythm.until:
        return
    assert len(read_as.rules) == 1
    rule = read_as.rules[0]
    assert (rule.start, rule.end) == (rhythm.start, rhythm.end)
    if rhythm.kind == "once":
        assert (rule.kind, rule.first) == ("once", rhythm.first)
    else:
        assert (rule.kind == "monthly", rule.weeks) == (rhythm.kind == "monthly", rhythm.weeks_of_month)
        assert rule.term_time == term


@given(
    days=st.sets(st.sampled_from(("MO", "TU", "WE", "TH", "FR", "SA", "SU")), min_size=1, max_size=6),
    weeks=st.sets(st.sampled_from((1, 2, 3, 4, 5, -1))),
    start=st.integers(0, 22),
    minutes=st.sampled_from((0, 15, 30)),
    months=st.sampled_from(((), (4, 5, 6), (11, 12, 1))),
    term=st.booleans(),
)
@settings(deadline=None, max_examples=examples(150))
def test_opening_hours_that_we_wrote_read_as_the_same_rule(
    days: set[str], weeks: set[int], start: int, minutes: int, months: tuple[int, ...], term: bool
) -> None:
    codes = tuple(code for code in ("MO", "TU", "WE", "TH", "FR", "SA", "SU") if code in days)
    order = tuple(week for week in (1, 2, 3, 4, 5, -1) if week in weeks)
    begins = time(start, minutes)
    ends = (datetime.combine(TODAY, begins) + timedelta(hours=1, minutes=15)).time()
    rule = Rule("monthly" if weeks else "weekly", begins, ends, codes, order, months=months, term_time=term)
    again = read(opening_hours([rule]), TODAY)
    assert again.questions or again.rules == (rule,)
    if 9 <= start <= 20:
        assert again.questions == ()


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Tuesday 6-8", "Is 6 - 8 in the morning or in the afternoon or evening?"),
        ("Thursday 10am - 12am", "Is 12am in “10am - 12am” noon or midnight?"),
        ("Tuesdays", "At what time is it on Tuesday?"),
        ("2-4pm", "Which days is it on at 2 - 4pm?"),
        ("biweekly on Tuesday 2-3pm", "Is “biweekly” twice a week, or every other week?"),
        ("Saturday 13 December 2026, 10-4", "13 December 2026 is a Sunday, not a Saturday. Which is right?"),
        ("every other Tuesday 2pm", "Is the next one on Tuesday 1 December or on Tuesday 8 December?"),
        ("Ring for details", "Which days is it on, and at what time?"),
    ],
)
def test_questions_are_asked_in_plain_words(text: str, question: str) -> None:
    assert question in read(text, TODAY).questions
