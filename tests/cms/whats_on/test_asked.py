"""From an address to what is asked for, and back to the same address."""

from datetime import date

import pytest
from django.http import QueryDict

from cms.whats_on.asked import Asked, asked

TODAY = date(2026, 11, 25)
WINDOW = (date(2026, 11, 24), date(2027, 12, 25))


def read(query: str) -> Asked:
    given = QueryDict(query)
    return asked(given, given.getlist("time"), today=TODAY, window=WINDOW, wards={"E1"}, topics={"making"})


@pytest.mark.parametrize(
    ("query", "when", "first", "last"),
    [
        ("", "today", "2026-11-25", "2026-11-25"),
        ("when=today", "today", "2026-11-25", "2026-11-25"),
        ("when=2026-11-25", "today", "2026-11-25", "2026-11-25"),
        ("when=tomorrow", "tomorrow", "2026-11-26", "2026-11-26"),
        ("when=2026-11-26", "tomorrow", "2026-11-26", "2026-11-26"),
        ("when=2027-01-04", "2027-01-04", "2027-01-04", "2027-01-04"),
        # A week that has begun is told from today on.
        ("when=week", "week", "2026-11-25", "2026-11-29"),
        ("when=2026-W48", "week", "2026-11-25", "2026-11-29"),
        ("when=2026-W49", "2026-W49", "2026-11-30", "2026-12-06"),
        ("when=2026-W53", "2026-W53", "2026-12-28", "2027-01-03"),
        # The last week ends with what is known.
        ("when=2027-W51", "2027-W51", "2027-12-20", "2027-12-25"),
    ],
)
def test_when(query: str, when: str, first: str, last: str) -> None:
    found = read(query)
    assert (found.when, found.first.isoformat(), found.last.isoformat(), found.wrong) == (when, first, last, "")
    assert read(found.query().removeprefix("?")) == found


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("when=soon", "could not read that date"),
        ("when=2026-02-30", "could not read that date"),
        ("when=2026-W54", "could not read that date"),
        ("when=0000-W01", "could not read that date"),
        ("when=2026-11-24", "That is over"),
        ("when=2026-W47", "That is over"),
        ("when=2027-12-26", "up to Saturday 25 December 2027"),
        ("when=2028-W01", "up to Saturday 25 December 2027"),
        ("ward=E9", "do not know that ward"),
        ("topic=flying", "do not know that topic"),
    ],
)
def test_what_cannot_be_read_is_told_and_today_is_shown(query: str, said: str) -> None:
    found = read(query)
    assert said in found.wrong
    assert (found.when, found.first, found.ward, found.topic) == ("today", TODAY, "", "")


def test_every_state_has_one_address() -> None:
    query = "quiet=on&time=evening&time=morning&topic=making&free=yes&when=week&ward=E1&page=2&x=y&time=night"
    found = read(query)
    said = "?when=week&ward=E1&topic=making&time=morning&time=evening&free=on&quiet=on&page=2"
    assert found.query() == said
    assert read(said.removeprefix("?")) == found
    assert found.wide().query() == "?when=week"
    assert found.at("tomorrow").query() == said.replace("when=week", "when=tomorrow").removesuffix("&page=2")


@pytest.mark.parametrize("page", ["0", "-1", "two", "", "1e3", "²", "99999999999999999999"])
def test_a_page_that_is_none_is_the_first(page: str) -> None:
    assert read(f"page={page}").page == 1
