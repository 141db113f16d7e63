"""Many lines about getting in as a few, with nothing lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from cms.access import GETTING_IN, Fact, full, staying
from cms.access_grouped import grouped
from cms.cards import AccessLine


def test_what_is_alike_is_said_in_one_breath() -> None:
    lines = (
        AccessLine("yes", "Step-free: no steps from the side door"),
        AccessLine("yes", "Toilet"),
        AccessLine("no", "No hearing loop"),
        AccessLine("yes", "Chairs with arms"),
        AccessLine("unknown", "Toilet with rails: not known"),
        AccessLine("no", "No dogs"),
        AccessLine("unknown", "Quiet space: not known"),
    )
    assert grouped(lines) == (
        AccessLine("yes", "Step-free: no steps from the side door"),
        AccessLine("yes", "Toilet, chairs with arms"),
        AccessLine("no", "No hearing loop, no dogs"),
        AccessLine("unknown", "Not known: toilet with rails, quiet space"),
    )


def test_sentences_about_people_stay_sentences() -> None:
    lines = staying(
        {"stay_without_carer": Fact("stay_without_carer", "yes"), "help_in_toilet": Fact("help_in_toilet", "unknown")}
    )
    assert grouped(lines) == lines


states = st.dictionaries(st.sampled_from(GETTING_IN), st.sampled_from(["yes", "no", "partly", "unknown"]))


@given(states)
def test_every_fact_is_still_there_in_its_own_state(states: dict[str, str]) -> None:
    lines = full({subject: Fact(subject, state) for subject, state in states.items()})
    told = grouped(lines)
    for line in lines:
        name = line.words.removesuffix(": not known").casefold()
        assert any(name in each.words.casefold() for each in told if each.state == line.state)
    assert len(told) <= len(lines)
    assert len([each for each in told if each.state == "unknown"]) <= 1
