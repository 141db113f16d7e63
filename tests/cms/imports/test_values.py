"""Loose values, points, websites, costs, kinds and registers: tables of what people write."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.imports.costs import cost_of
from cms.imports.kinds import KINDS, kind_of
from cms.imports.points import HALF, IMPOSSIBLE, SWAPPED, point
from cms.imports.registers import is_register, shared_id
from cms.imports.values import UNREADABLE, flag, number, terms, words
from cms.imports.websites import website
from cms.models import Kind

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (None, None), ("", None), ("True", True), ("FALSE", False), ("0", False), (0, False), (1, True), (True, True),
        (False, False), ("Yes", True), ("no", False), ("inactive", False), ("Registered", True), ("removed", False),
        ("maybe", UNREADABLE), ([], UNREADABLE), (2, UNREADABLE),
    ],
)  # fmt: skip
def test_whether_it_is_active(value: Any, read: Any) -> None:
    assert flag(value) == read


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (["library", " Static  Library "], ("library", "Static Library")),
        ("library; community hub", ("library", "community hub")),
        ("library|hub", ("library", "hub")),
        ("library, hub", ("library", "hub")),
        ("Adult, community education; library", ("Adult, community education", "library")),
        ('["library", "hub"]', ("library", "hub")),
        ("[broken", ("[broken",)),
        (["a", "a", None, ""], ("a",)),
        (None, ()), ("", ()), (5, ("5",)),
    ],
)  # fmt: skip
def test_what_it_is_sorted_under(value: Any, read: tuple[str, ...]) -> None:
    assert terms(value) == read


@pytest.mark.parametrize(("value", "read"), [("53.4", 53.4), ("53,4", 53.4), (53, 53.0), ("1e400", None), (True, None),
    ("NaN", None), ("north", None), (None, None), ("1_0", None), ([1], None)])  # fmt: skip
def test_numbers(value: Any, read: float | None) -> None:
    assert number(value) == read


@given(ANYTHING)
def test_nothing_is_too_odd_to_read(value: Any) -> None:
    words(value), number(value), flag(value), terms(value), point(value, value)


@pytest.mark.parametrize(
    ("lat", "lon", "read"),
    [
        (53.4, -2.3, (53.4, -2.3, "")),
        ("53.4", "-2.3", (53.4, -2.3, "")),
        (-2.3, 53.4, (53.4, -2.3, SWAPPED)),
        (0, 0, (None, None, IMPOSSIBLE)),
        (48.8, 2.3, (None, None, IMPOSSIBLE)),
        (53.4, None, (None, None, HALF)),
        ("north", "west", (None, None, HALF)),
        (None, None, (None, None, "")),
        ("", "", (None, None, "")),
    ],
)
def test_points(lat: Any, lon: Any, read: tuple[float | None, float | None, str]) -> None:
    assert point(lat, lon) == read


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("www.example.org", "http://www.example.org"),
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("http.//www.example.org", "http://www.example.org"),
        ("http://http://example.org", "http://example.org"),
        ("", ""),
        ("javascript:alert(1)", None),
        ("javascript://example.org/%0aalert(1)", None),
        ("ftp://example.org", None),
        ("we have none", None),
        ("someone@example.org", None),
        ("http://[broken", None),
        ("http://example.org/" + "a" * 600, None),
    ],
)
def test_websites(text: str, address: str | None) -> None:
    assert website(text) == address


@given(st.text(max_size=60))
def test_only_web_addresses_come_out(text: str) -> None:
    found = website(text)
    assert not found or found.lower().startswith(("http://", "https://"))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Free", ("free", None, "")),
        ("free of charge.", ("free", None, "")),
        ("£0.00", ("free", None, "")),
        ("£2.50", ("paid", 250, "")),
        ("3", ("paid", 300, "")),
        ("50p", ("paid", 50, "")),
        ("£3 per session", ("paid", 300, "£3 per session")),
        ("£2 a week", ("paid", 200, "£2 a week")),
        ("By donation", ("donation", None, "By donation")),
        ("Free for members, £3 others", ("unknown", None, "Free for members, £3 others")),
        ("£2 to £4", ("unknown", None, "£2 to £4")),
        ("£120 a year", ("unknown", None, "£120 a year")),
        ("£99999", ("unknown", None, "£99999")),
        ("", ("unknown", None, "")),
    ],
)
def test_costs(text: str, read: tuple[str, int | None, str]) -> None:
    assert cost_of(text) == read


@pytest.mark.parametrize(
    ("taxonomy", "register", "kind"),
    [
        (("library", "Bolton"), False, "place"),
        (("Libraries",), False, "place"),
        (("allotment",), False, "place"),
        (("sports facility", "Sports halls"), False, "place"),
        (("community hub",), False, "place"),
        (("food bank", "Bolton"), False, "service"),
        (("sports club", "Golf"), False, "group"),
        (("Bolton", "library"), False, "place"),
        (("Library", "Museum"), True, "group"),
        ((), False, "group"),
    ],
)
def test_kinds(taxonomy: tuple[str, ...], register: bool, kind: str) -> None:
    assert kind_of(taxonomy, register=register) == kind


def test_every_kind_of_the_table_is_one_of_the_catalogue() -> None:
    assert set(KINDS.values()) <= set(Kind.values)


@pytest.mark.parametrize(
    ("ref", "register", "source", "is_one"),
    [
        ("GB-CHC-1000003", "", "any list", True),
        ("gb-sc-SC012345", "", "any list", True),
        ("17", "CCEW", "any list", True),
        ("17", "", "Charity Commission extract", True),
        ("17", "", "traffordDataLab/open_data charities", True),
        ("17", "", "traffordDataLab/open_data libraries", False),
        ("GB-COH-01234567", "", "any list", False),
    ],
)
def test_registers_of_charities(ref: str, register: str, source: str, is_one: bool) -> None:
    assert is_register(ref, register, source) is is_one


@pytest.mark.parametrize(
    ("ref", "shared"),
    [
        ("GB-CHC-1000003", "GB-CHC-1000003"),
        (" gb-chc-1000003 ", "GB-CHC-1000003"),
        ("GB-COH-01234567", "GB-COH-01234567"),
        ("17", ""),
        ("lib-e-1", ""),
    ],
)
def test_ids_that_several_lists_share(ref: str, shared: str) -> None:
    assert shared_id(ref) == shared
