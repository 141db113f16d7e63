"""Term keys are stable for ever, and the name counts twice."""

from search.stems import stems
from search.terms import keys_of, length, term_counts, term_key
from search.types import AssetDocument

DOCUMENT = AssetDocument(1, "u", "group", "Sewing Circle", "A sewing circle.", organisation="Sewing Circle")


def test_a_key_never_changes() -> None:
    assert term_key(("sew",)) == 3424763022205556684
    assert term_key(("sew", "circl")) != term_key(("sew",))


def test_the_name_counts_twice_and_an_organisation_of_the_same_name_not_at_all() -> None:
    counts = term_counts(DOCUMENT)
    assert counts[term_key(stems("sewing"))] == 3
    assert length(DOCUMENT) == 2 * 2 + 3


def test_a_phrase_is_looked_for_by_its_neighbouring_pairs() -> None:
    assert keys_of(("a",)) == (term_key(("a",)),)
    assert keys_of(("a", "b", "c")) == (term_key(("a", "b")), term_key(("b", "c")))


def test_pairs_do_not_run_from_one_field_into_the_next() -> None:
    assert term_key(("circl", "a")) not in term_counts(DOCUMENT)
