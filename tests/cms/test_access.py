"""Getting in, as lines: not known is said, and never as yes."""

import pytest
from django.db import IntegrityError
from hypothesis import given
from hypothesis import strategies as st

from cms.access import ABOUT_PEOPLE, COMPANY, GETTING_IN, NAMES, STAYING, Fact, brief, company, full, merged, staying
from cms.cards import AccessLine
from cms.models import AccessFact
from search.going import _SUBJECTS
from tests.factories.places import PlaceAccessFactory


def facts(**states: str) -> dict[str, Fact]:
    """`step_free="yes"`, or `step_free="partly: two steps, with a rail"`."""
    split = {subject: (*said.split(": ", 1), "")[:2] for subject, said in states.items()}
    return {subject: Fact(subject, state, note) for subject, (state, note) in split.items()}


def said(lines: tuple[AccessLine, ...]) -> list[str]:
    return [f"{line.state}|{line.words}" for line in lines]


@pytest.mark.parametrize(
    ("known", "lines"),
    [
        ({}, ["unknown|Step-free: not known", "unknown|Toilet with rails: not known"]),
        (
            {"step_free": "yes"},
            ["yes|Step-free", "unknown|Toilet with rails: not known", "unknown|Chairs with arms: not known"],
        ),
        (
            {"step_free": "partly: two steps, with a rail", "toilet_with_rails": "yes", "chairs_with_arms": "no"},
            ["partly|Two steps, with a rail", "yes|Toilet with rails", "no|No chairs with arms"],
        ),
        (
            {"step_free": "no", "toilet": "yes", "toilet_with_rails": "yes", "chairs_with_arms": "yes"},
            ["no|Not step-free", "yes|Toilet with rails", "yes|Chairs with arms"],
        ),
        (
            {"step_free": "yes", "toilet": "no", "chairs_with_arms": "yes"},
            ["yes|Step-free", "no|No toilet", "yes|Chairs with arms"],
        ),
        (
            {"step_free": "yes: by the side door", "toilet_with_rails": "unknown", "chairs_with_arms": "yes"},
            ["yes|Step-free", "yes|Chairs with arms", "unknown|Toilet with rails: not known"],
        ),
        (
            {
                "step_free": "yes",
                "toilet_with_rails": "yes",
                "chairs_with_arms": "yes",
                "hearing_loop": "partly: at the desk",
            },
            ["yes|Step-free", "yes|Toilet with rails", "yes|Chairs with arms", "partly|Hearing loop: at the desk"],
        ),
    ],
)
def test_the_lines_of_a_card(known: dict[str, str], lines: list[str]) -> None:
    assert said(brief(facts(**known))) == lines


def test_a_card_without_a_place_says_only_what_is_known() -> None:
    assert brief({}, has_a_place=False) == ()
    assert said(brief(facts(step_free="yes"), has_a_place=False)) == ["yes|Step-free"]


def test_a_page_says_all_of_it_with_the_notes() -> None:
    known = facts(
        step_free="yes: no steps from the blue door",
        parking="partly: two spaces, often taken",
        hearing_loop="no",
        quiet_space="unknown",
    )
    assert said(full(known)) == [
        "yes|Step-free: no steps from the blue door",
        "no|No hearing loop",
        "partly|Parking: two spaces, often taken",
        "unknown|Toilet with rails: not known",
        "unknown|Chairs with arms: not known",
        "unknown|Quiet space: not known",
    ]


def test_what_a_listing_says_of_itself_goes_before_its_place() -> None:
    place = facts(step_free="yes", toilet="yes").values()
    own = facts(step_free="no", toilet="unknown", parking="unknown").values()
    both = merged(place, own)
    assert {subject: fact.state for subject, fact in both.items()} == {
        "step_free": "no",
        "toilet": "yes",
        "parking": "unknown",
    }


STATES = st.sampled_from(["yes", "no", "partly", "unknown"])


@given(st.dictionaries(st.sampled_from(list(NAMES)), STATES), st.booleans())
def test_nothing_unknown_is_ever_a_yes(states: dict[str, str], has_a_place: bool) -> None:
    known = {subject: Fact(subject, state) for subject, state in states.items()}
    for lines in (
        brief(known, has_a_place=has_a_place),
        full(known, has_a_place=has_a_place),
        staying(known),
        company(known),
    ):
        yes = {line.words for line in lines if line.state == "yes"}
        assert yes <= {NAMES[subject].yes for subject, state in states.items() if state == "yes"}
        assert len({line.words for line in lines}) == len(lines)


def test_every_subject_has_words_everywhere() -> None:
    subjects = set(AccessFact.Subject.values)
    assert set(NAMES) == set(_SUBJECTS) == subjects
    assert {*GETTING_IN, *STAYING, *COMPANY} == subjects


def test_staying_says_what_was_asked_and_is_not_known_and_leaves_out_what_nobody_asked() -> None:
    known = facts(stay_without_carer="yes: from ten to two", help_in_toilet="unknown", come_alone="no", step_free="no")
    assert said(staying(known)) == [
        "yes|You can stay without your carer: from ten to two",
        "unknown|Help in the toilet: not known",
    ]
    assert said(company(known)) == ["no|Come with somebody"]
    assert staying({}) == company({}) == ()


def test_a_card_says_that_people_can_stay_and_never_asks() -> None:
    known = facts(step_free="yes", toilet_with_rails="yes", chairs_with_arms="yes", stay_without_carer="yes")
    assert said(brief(known))[-1] == "yes|You can stay without your carer"
    assert said(brief(facts(stay_without_carer="unknown"), has_a_place=False)) == []


@pytest.mark.django_db
@pytest.mark.parametrize("subject", ABOUT_PEOPLE)
def test_a_place_says_nothing_of_what_people_do(subject: str) -> None:
    with pytest.raises(IntegrityError):
        PlaceAccessFactory(subject=subject)
