"""A month as a picture: its weeks, what leads where, and lines against the fullest day."""

from datetime import date

import pytest

from cms.whats_on.month import Cell, Month, picture, span

TODAY, LAST = date(2026, 12, 10), date(2028, 1, 10)


def of(month: date, counts: dict[date, int]) -> Month:
    return picture(month, counts, today=TODAY, last=LAST, chosen=(TODAY, TODAY), address=lambda day: f"/{day}")


def cells(found: Month) -> list[Cell]:
    return [cell for week in found.weeks for cell in week if cell]


def test_weeks_begin_on_monday_and_hold_every_day_once() -> None:
    found = of(date(2026, 12, 10), {})
    assert found.title == "December 2026"
    assert [len(week) for week in found.weeks] == [7] * 5
    assert [cell.number for cell in cells(found)] == list(range(1, 32))
    assert found.weeks[0][0] is None
    assert found.weeks[0][1] == Cell(1, "Tuesday 1 December 2026")


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [("2026-12-10", "2026-12-01", "2026-12-31"), ("2028-02-01", "2028-02-01", "2028-02-29")],
)
def test_a_span_is_the_whole_month(day: str, first: str, last: str) -> None:
    assert span(date.fromisoformat(day)) == (date.fromisoformat(first), date.fromisoformat(last))


def test_what_is_over_leads_nowhere_and_today_is_marked() -> None:
    found = cells(of(TODAY, {date(2026, 12, 9): 5, TODAY: 1, date(2026, 12, 11): 0}))
    assert [cell.url for cell in found[8:11]] == ["", "/2026-12-10", "/2026-12-11"]
    assert [cell.words for cell in found[8:11]] == ["", "1 thing on", "nothing on"]
    assert [(cell.today, cell.chosen) for cell in found[8:11]] == [(False, False), (True, True), (False, False)]


def test_lines_are_against_the_fullest_day_that_is_to_come() -> None:
    counts = {date(2026, 12, 1): 9_000, TODAY: 1_000, date(2026, 12, 11): 501, date(2026, 12, 12): 1}
    found = cells(of(TODAY, counts))
    assert [cell.level for cell in found[9:13]] == [4, 3, 1, 0]
    assert found[9].words == "1,000 things on"


def test_other_months_are_a_step_away_until_nothing_is_known() -> None:
    assert (of(TODAY, {}).earlier, of(TODAY, {}).later) == ("", "/2027-01-01")
    january = of(date(2027, 1, 4), {})
    assert (january.earlier, january.later) == ("/2026-12-10", "/2027-02-01")
    assert of(date(2027, 2, 1), {}).earlier == "/2027-01-01"
    assert of(LAST, {}).later == ""
    assert [cell.url for cell in cells(of(LAST, {}))[9:11]] == ["/2028-01-10", ""]
