"""Typed postcodes: what they are read as, and what is said of those that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.geo.postcode import INWARD_LETTERS, Postcode, PostcodeProblem, look_alikes, parse_postcode, sector_of

READ = [
    ("M33 7ZF", "M33 7ZF", "unit"),
    ("m337zf", "M33 7ZF", "unit"),
    ("  m33-7zf. ", "M33 7ZF", "unit"),
    ("M3 37ZF", "M33 7ZF", "unit"),
    ("M33\u00a07ZF", "M33 7ZF", "unit"),
    ("m1 1ae", "M1 1AE", "unit"),
    ("EC1A 1BB", "EC1A 1BB", "unit"),
    ("W1A0AX", "W1A 0AX", "unit"),
    ("ZM1 2SA", "ZM1 2SA", "unit"),
    ("M33 7", "M33 7", "sector"),
    ("M337", "M33 7", "sector"),
    ("M3 3", "M3 3", "sector"),
    ("QT 4 4", "QT4 4", "sector"),
    ("SW1A1", "SW1A 1", "sector"),
    ("m33", "M33", "outward"),
    ("M 33", "M33", "outward"),
    ("QT44", "QT44", "outward"),
    ("EC1A", "EC1A", "outward"),
]

PROBLEMS = [
    ("M", "area_only", "M is a very large area. Add the number that comes after it, as in M1."),
    ("zm", "area_only", "ZM is a very large area. Add the number that comes after it, as in ZM1."),
    ("M33 7Z", "unfinished", "M33 7Z is one letter short of a whole postcode. Is it M33 7?"),
    ("M33 OZF", "slip", "We don't know M33 OZF. Is it M33 0ZF?"),
    ("MI 1AE", "slip", "We don't know MI 1AE. Is it M1 1AE?"),
    ("SWIA 1AA", "slip", "We don't know SWIA 1AA. Is it SW1A 1AA?"),
    ("M333 7ZF", "slip", "We don't know M333 7ZF. Is it M33 7ZF?"),
    ("3M3 7ZF", "slip", "We don't know 3M3 7ZF. Is it M33 7ZF?"),
    ("M33 7CV", "not_a_postcode", "M33 7CV is not a postcode. A postcode looks like M33 7ZF."),
    ("Sale", "not_a_postcode", "SALE is not a postcode. A postcode looks like M33 7ZF."),
    ("", "not_a_postcode", "That is not a postcode. A postcode looks like M33 7ZF."),
    ("é", "not_a_postcode", "That is not a postcode. A postcode looks like M33 7ZF."),
    ("12 Carder Street", "not_a_postcode", "That is not a postcode. A postcode looks like M33 7ZF."),
]


@pytest.mark.parametrize(("typed", "written", "kind"), READ)
def test_reads_a_postcode_or_a_part_of_one(typed: str, written: str, kind: str) -> None:
    read = parse_postcode(typed)
    assert isinstance(read, Postcode)
    assert (str(read), read.kind) == (written, kind)


@pytest.mark.parametrize(("typed", "kind", "words"), PROBLEMS)
def test_says_what_is_wrong_and_what_it_may_be(typed: str, kind: str, words: str) -> None:
    problem = parse_postcode(typed)
    assert isinstance(problem, PostcodeProblem)
    assert (problem.kind, str(problem)) == (kind, words)


def test_a_slip_is_offered_and_never_taken_in_silence() -> None:
    problem = parse_postcode("M33 OZF")
    assert isinstance(problem, PostcodeProblem)
    assert problem.suggestion == "M33 0ZF"


def test_an_outward_code_can_be_another_place_for_the_space() -> None:
    assert str(look_alikes("QT44")[0]) == "QT4 4"
    assert Postcode("QT44") not in look_alikes("QT44")


@pytest.mark.parametrize(
    ("text", "sector"), [("m337zf", "M33 7"), ("M33 7", "M33 7"), ("M33", None), ("M", None), ("Sale", None)]
)
def test_the_sector_of_a_text(text: str, sector: str | None) -> None:
    assert sector_of(text) == sector


@pytest.mark.parametrize(("text", "area"), [("M33 7ZF", "M"), ("EC1A", "EC"), ("W1A 1AA", "W"), ("ZM1", "ZM")])
def test_the_letters_at_the_front(text: str, area: str) -> None:
    read = parse_postcode(text)
    assert isinstance(read, Postcode)
    assert read.area == area


outwards = st.from_regex(r"[A-Z]{1,2}([0-9]{1,2}|[0-9][A-Z])", fullmatch=True)
digits = st.sampled_from("0123456789")
pairs = st.text(INWARD_LETTERS, min_size=2, max_size=2)
postcodes = st.one_of(
    st.builds(Postcode, outwards),
    st.builds(Postcode, outwards, digits),
    st.builds(lambda outward, digit, pair: Postcode(outward, digit, digit + pair), outwards, digits, pairs),
)


@given(postcodes)
def test_what_is_written_is_read_again(postcode: Postcode) -> None:
    assert parse_postcode(str(postcode)) == postcode
    assert parse_postcode(str(postcode).lower()) == postcode


@given(postcodes.filter(lambda it: it.kind == "unit"))
def test_a_whole_postcode_needs_no_space(postcode: Postcode) -> None:
    assert parse_postcode(str(postcode).replace(" ", "")) == postcode


@given(st.text())
def test_any_text_is_read_or_explained(text: str) -> None:
    read = parse_postcode(text)
    assert parse_postcode(str(read)) == read if isinstance(read, Postcode) else read.reason.endswith(".")


@given(st.text("ABOI0123 ", min_size=1, max_size=9))
def test_every_suggestion_is_itself_a_postcode(text: str) -> None:
    read = parse_postcode(text)
    if isinstance(read, PostcodeProblem) and read.suggestion:
        assert isinstance(parse_postcode(read.suggestion), Postcode)
