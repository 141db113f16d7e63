"""When two assets look like one: a name and something firm, never the one without the other."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.likeness.facts import Facts
from cms.likeness.keys import keys_of, telling_keys
from cms.likeness.score import AGAINST, FOR, likeness

CIRCLE = Facts(pk=1, name="Weavers Fold Sewing Circle", kind="group")
HALL = (53.72, -1.99)
NEXT_DOOR = (53.7205, -1.9905)
ACROSS_TOWN = (53.75, -1.99)


def having(**facts: object) -> Facts:
    return replace(CIRCLE, pk=2, **facts)  # type: ignore[arg-type]


def words(text: str) -> frozenset[str]:
    return frozenset(text.split(","))


AT_HALL = {"postcodes": words("ZM1 2SA"), "sectors": words("ZM1 2"), "points": (HALL,)}
LONG = "embroidery, patchwork and lace round one table, with tea, for whoever likes to have a needle in the hand."

# What both have -> whether a person is asked.
TABLE = [
    ({}, False),
    ({"organisation": 4}, False),
    ({"phones": words("01619122000")}, True),
    ({"websites": words("sewing.example")}, True),
    (AT_HALL, True),
    ({"sectors": words("ZM1 2")}, True),
    ({"words": LONG}, True),
]


@pytest.mark.parametrize(("facts", "likely"), TABLE)
def test_a_name_and_something_firm(facts: dict[str, object], likely: bool) -> None:
    found = likeness(replace(CIRCLE, **facts), having(**facts))  # type: ignore[arg-type]
    assert found.likely is likely
    assert ("name" in found.agrees) is bool(facts)


# What both have, under another name, and how many have that page or number -> whether a person is asked.
RENAMED = [
    ({"phones": words("01619122000")}, 2, False),
    ({"websites": words("sewing.example"), "organisation": 4}, 2, False),
    (AT_HALL, 2, False),
    ({**AT_HALL, "words": LONG, "organisation": 4}, 2, False),
    ({**AT_HALL, "phones": words("01619122000")}, 2, True),
    ({**AT_HALL, "phones": words("01619122000")}, 3, False),
    ({"sectors": words("ZM1 2"), "websites": words("sewing.example")}, 2, True),
    ({"sectors": words("ZM1 2"), "websites": words("sewing.example")}, 9, False),
]


@pytest.mark.parametrize(("facts", "sharing", "likely"), RENAMED)
def test_without_the_name_only_what_nobody_else_has_in_the_same_place(
    facts: dict[str, object], sharing: int, likely: bool
) -> None:
    common = dict.fromkeys(("01619122000", "sewing.example"), sharing)
    found = likeness(replace(CIRCLE, **facts), replace(having(**facts), name="Tin Whistle Band"), common)  # type: ignore[arg-type]
    assert found.likely is likely
    assert "name" not in found.agrees


@pytest.mark.parametrize(
    ("name", "likely"),
    [
        ("WFSC", True),
        ("W.F.S.C.", True),
        ("Weavers F.S.C.", True),
        ("Waevers Flod Swing Circle", True),
        ("WeaversFold SewingCircle", True),
        ("WFRC", False),
        ("Weavers Fold Tin Whistle Band", False),
    ],
)
def test_initials_and_slips_beside_the_same_telephone(name: str, likely: bool) -> None:
    phone = {"phones": words("01619122000")}
    assert likeness(replace(CIRCLE, **phone), replace(having(**phone), name=name)).likely is likely  # type: ignore[arg-type]
    assert not likeness(replace(CIRCLE, **AT_HALL), replace(having(**AT_HALL), name="WFSC")).likely  # type: ignore[arg-type]


def test_a_number_that_differs_makes_another_name_of_a_slip_too() -> None:
    phone = {"phones": words("01619122000")}
    one, other = replace(CIRCLE, name="1st Sale Scouts", **phone), having(name="2nd Sael Scuots", **phone)  # type: ignore[arg-type]
    assert not likeness(one, other).likely


@pytest.mark.parametrize(
    ("one", "other", "against"),
    [
        ({**AT_HALL, "kind": "place"}, {**AT_HALL, "kind": "group"}, "kind"),
        (
            {**AT_HALL, "times": frozenset({("TU", "13:30")})},
            {**AT_HALL, "times": frozenset({("TH", "19:00")})},
            "times",
        ),
        ({**AT_HALL, "words": "grass pitches"}, {**AT_HALL, "words": "artificial grass pitches"}, "what"),
        (
            {
                "websites": words("a.example"),
                "postcodes": words("ZM1 2SA"),
                "sectors": words("ZM1 2"),
                "points": (HALL,),
            },
            {
                "websites": words("a.example"),
                "postcodes": words("ZM1 2TT"),
                "sectors": words("ZM1 2"),
                "points": (ACROSS_TOWN,),
            },
            "far",
        ),
    ],
)
def test_what_speaks_against_it(one: dict[str, object], other: dict[str, object], against: str) -> None:
    found = likeness(replace(CIRCLE, **one), having(**other), {"a.example": 3})  # type: ignore[arg-type]
    assert found.differs == (against,)
    assert not found.likely


def test_who_has_the_page_that_nobody_else_has_may_have_moved() -> None:
    here = {"websites": words("a.example"), "points": (HALL,)}
    there = {"websites": words("a.example"), "points": (ACROSS_TOWN,)}
    assert likeness(replace(CIRCLE, **here), having(**there), {"a.example": 2}).likely  # type: ignore[arg-type]


def test_the_closest_that_is_known_of_where_it_is_counts_once() -> None:
    near = {"sectors": words("ZM1 2"), "points": (NEXT_DOOR,)}
    found = likeness(replace(CIRCLE, **AT_HALL), having(**near))  # type: ignore[arg-type]
    assert found.agrees == ("name", "near")
    assert likeness(replace(CIRCLE, **AT_HALL), having(**AT_HALL)).agrees == ("name", "postcode")  # type: ignore[arg-type]


facts = st.builds(
    Facts,
    pk=st.integers(1, 9),
    name=st.sampled_from(
        ["Weavers Fold Sewing Circle", "Weavers Fold Sewing Circle Ltd", "Sewing Circle", "Choir", ""]
    ),
    kind=st.sampled_from(["group", "place"]),
    words=st.sampled_from(["", "short", LONG, LONG + " Come."]),
    organisation=st.sampled_from([None, 1, 2]),
    postcodes=st.sampled_from([frozenset(), words("ZM1 2SA"), words("ZM1 2TT")]),
    sectors=st.sampled_from([frozenset(), words("ZM1 2"), words("ZM4 1")]),
    points=st.sampled_from([(), (HALL,), (ACROSS_TOWN,)]),
    phones=st.sampled_from([frozenset(), words("01619122000")]),
    websites=st.sampled_from([frozenset(), words("a.example"), words("b.example")]),
)


@given(facts, facts)
def test_both_ways_round_within_bounds_and_told(one: Facts, other: Facts) -> None:
    found = likeness(one, other)
    assert found == likeness(other, one)
    assert 0 <= found.score <= 100
    assert set(found.agrees) <= {"name", *FOR}
    assert set(found.differs) <= set(AGAINST)
    if found.likely:
        assert len(found.agrees) > 1
        assert keys_of(one) & keys_of(other), "they would never have met"


def test_keys_fit_any_database_and_words_are_among_them() -> None:
    keys = keys_of(having(**AT_HALL, phones=words("01619122000")))
    assert all(0 <= key < 2**63 for key in keys)
    assert {key for found in telling_keys(having(**AT_HALL)).values() for key in found} <= keys
    assert set(telling_keys(having(**AT_HALL))) == {"weavers", "sewing", "circle", "fold"}
