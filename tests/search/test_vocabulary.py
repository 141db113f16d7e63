"""A snapshot with one concept in another's place: what it reads and where it leads, and the first one untouched."""

from search.vocabulary import Concept, Edge, Entry, Vocabulary

LACE = Concept("lace", "Lace", everyday=("bobbins",), edges=(Edge("leads_to", "shed", 0.8),))
SHED = Concept("shed", "Men's shed")
FIRST = Vocabulary({"lace": LACE, "shed": SHED})


def test_a_concept_takes_the_place_of_its_former_self() -> None:
    assert [near.code for near in FIRST.near("lace")] == ["shed"]
    other = FIRST.with_concept(Concept("lace", "Lace", everyday=("pillow work",)))
    assert (other.near("lace"), list(other.concepts)) == ((), ["lace", "shed"])
    assert ("bobbin",) not in other.entries
    assert FIRST.entries[("bobbin",)] == (Entry("lace", "everyday"),)
    assert [near.code for near in FIRST.near("lace")] == ["shed"]


def test_a_new_one_is_reached_from_those_that_lead_to_it() -> None:
    other = FIRST.with_concept(Concept("looms", "Looms"), {"shed": (Edge("related", "looms", 0.9),)})
    assert [near.code for near in other.near("shed")] == ["looms"]
    assert FIRST.near("shed") == ()
    assert other.with_concept(SHED) == FIRST.with_concept(Concept("looms", "Looms"))
