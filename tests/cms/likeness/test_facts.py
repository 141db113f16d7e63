"""What is compared, made fit to compare."""

import pytest

from cms.likeness.facts import Facts, phones_in, sector_of, website_in, whole_postcode


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("0161 912 2000", {"01619122000"}),
        ("+44 (0)161 912 2000", {"01619122000"}),
        ("0044 161 912 2000", {"01619122000"}),
        ("(0161) 912-2000 or 07700 900123", {"01619122000", "07700900123"}),
        ("Ring 0161 912 2000 ext 4", {"01619122000"}),
        ("0800 123 4567", set()),
        ("12 High Street, 1st floor", set()),
        ("", set()),
    ],
)
def test_one_number_however_it_is_written(text: str, found: set[str]) -> None:
    assert phones_in(text) == found


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("https://www.Sewing.example/", "sewing.example"),
        ("http://sewing.example?from=here", "sewing.example"),
        ("sewing.example/Times/", "sewing.example/times"),
        ("http://[half", ""),
        ("none", ""),
        ("", ""),
    ],
)
def test_one_page_however_it_is_written(text: str, page: str) -> None:
    assert website_in(text) == page


@pytest.mark.parametrize(
    ("postcode", "sector", "whole"),
    [("m33 7zf", "M33 7", "M33 7ZF"), ("M33 7", "M33 7", ""), ("M33", "", ""), ("", "", "")],
)
def test_a_sector_is_no_whole_postcode(postcode: str, sector: str, whole: str) -> None:
    assert (sector_of(postcode), whole_postcode(postcode)) == (sector, whole)


def test_districts_are_the_first_halves() -> None:
    assert Facts(sectors=frozenset({"M33 7", "M33 4", "WA14 1"})).districts == {"M33", "WA14"}
