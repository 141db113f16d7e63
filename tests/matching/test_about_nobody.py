"""What a line about a group may hold, and what has to be left out: as a table."""

import pytest

from connector.matching.about_nobody import HOUSE, NAME, NUMBER, names_somebody


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Mrs Ogden’s knitting", NAME),
        ("knitting at mrs ogden's", NAME),
        ("ask dr. patel", NAME),
        ("Ask Dr Patel", NAME),
        ("Miss Clegg plays", NAME),
        ("Cllr Hussain’s tea", NAME),
        ("MS support group", ""),
        ("Don't miss bingo", ""),
        ("Mill Dr, Sale", ""),
        ("Sister Circle", ""),
        ("Sir John Deane's hall", ""),
        ("St Mary's hall", ""),
        ("Thursdays, ring 0161 496 0123", NUMBER),
        ("2-4 (0161) 496 0123", NUMBER),
        ("+44 7700 900123", NUMBER),
        ("07700900123", NUMBER),
        ("call 496 0123", NUMBER),
        ("943 476 5919", NUMBER),
        ("01/12/2026 10-12", ""),
        ("05.12.2026 14:00 and 12.12.2026 14:00", ""),
        ("9.30-11.30, 930-1130 or 0930-1130 1400", ""),
        ("until 24 December 2026", ""),
        ("14 Mill Lane", HOUSE),
        ("14a, long mill lane", HOUSE),
        ("12-14 Mill St", HOUSE),
        ("Mill Hall, 3 Weaver Close, M33 7ZF", HOUSE),
        ("flat 3, Mill House", HOUSE),
        ("Mill Hall, Mill Lane, M33 7ZF", ""),
        ("1st Mill Lane Scouts", ""),
        ("10 am at St Mary's", ""),
        ("2 Tuesdays in a row", ""),
        ("10 minutes from Mill Road", ""),
        ("not known", ""),
    ],
)
def test_what_has_to_be_left_out(text: str, wrong: str) -> None:
    assert names_somebody(text) == wrong


def test_a_time_is_no_house() -> None:
    assert names_somebody("Thursdays 2-4 Church Street", times=True) == ""
    assert names_somebody("Thursdays 2 till 4 Church Street", times=True) == ""
    assert names_somebody("Thursdays at home, 4 Church Street", times=True) == HOUSE
