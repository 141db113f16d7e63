"""What an answer says of a website, and whether a number can be one."""

from datetime import date

import pytest

from connector.fetching import Fetched, Refused, Why
from connector.websites.deciding import Stands, asks_again, first_day, host_of, next_day, next_host, weighed
from connector.websites.numbers import why_not

TODAY = date(2026, 3, 2)


def answer(status: int) -> Fetched:
    return Fetched(status, "https://a.example/", {})


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        (answer(200), Stands.THERE),
        (answer(301), Stands.THERE),
        (answer(401), Stands.UNSURE),
        (answer(403), Stands.UNSURE),
        (answer(404), Stands.WRONG),
        (answer(410), Stands.WRONG),
        (answer(429), Stands.UNSURE),
        (answer(503), Stands.WRONG),
        (answer(999), Stands.UNSURE),
        (Refused(Why.NOWHERE), Stands.WRONG),
        (Refused(Why.SLOW), Stands.WRONG),
        (Refused(Why.UNSAFE), Stands.WRONG),
        (Refused(Why.INSIDE), Stands.WRONG),
        (Refused(Why.LARGE), Stands.UNSURE),
        (Refused(Why.OFF), Stands.UNSURE),
    ],
)
def test_what_an_answer_says(said: Fetched | Refused, stands: Stands) -> None:
    found, words = weighed(said)
    assert found is stands
    assert bool(words) == (stands is Stands.WRONG)


def test_a_page_is_asked_for_where_its_head_is_answered_wrongly() -> None:
    assert [asks_again(answer(status)) for status in (200, 403, 404, 405, 501)] == [False, True, True, True, True]
    assert not asks_again(Refused(Why.AWAY))


@pytest.mark.parametrize(("failed", "days"), [(0, 14), (1, 1), (2, 1), (3, 7), (4, 14), (5, 28), (50, 28)])
def test_when_it_is_looked_at_next(failed: int, days: int) -> None:
    assert (next_day(TODAY, failed) - TODAY).days == days


def test_first_looks_are_spread_over_two_weeks() -> None:
    assert {(first_day(TODAY, key) - TODAY).days for key in range(100)} == set(range(14))


def test_the_host_that_waited_longest_is_asked_next() -> None:
    asked = {"a.example": 100.0, "b.example": 98.0}
    assert next_host({"a.example": 9, "b.example": 1, "c.example": 1}, asked, 101.0) == ("c.example", 0.0)
    assert next_host({"a.example": 9, "b.example": 1}, asked, 101.0) == ("b.example", 2.0)
    assert host_of("https://www.a.example:8443/x") == host_of("http://a.example") == "a.example"


@pytest.mark.parametrize(
    "number",
    """01632 960123|(01632) 960 123|020 7946 0123|+44 20 7946 0123|+44 (0)20 7946 0123|0044 7700 900123|07700 900123
    |0800 1111|0845 4647|0300 123 4567|116 123|111|999|01632 960123 ext 12|01204 12345|960123
    |+33 1 23 45 67 89||056 0000 0000""".split("|"),
)
def test_numbers_that_can_be_ones(number: str) -> None:
    assert why_not(number) == ""


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("01632 9601", "too short"),
        ("07700 90012", "too short"),
        ("07700 9001234", "too long"),
        ("0400 123 4567", "none starts with 04"),
        ("0632 960 1234", "none starts with 06"),
        ("+44 7700 90012", "too short"),
        ("7700 900123", "does not start with 0"),
    ],
)
def test_numbers_that_cannot(number: str, why: str) -> None:
    assert why in why_not(number)
