"""What somebody could give: the verb goes, the object stays, and only who asks for help meets it."""

import pytest

from search.helping import about, asked_words, helped, wants_of
from search.types import CandidateFeatures
from search.understanding.reading import Said
from tests.search.vocabularies import VOCABULARY


def gift(words: str, code: str = "") -> Said:
    return Said(code, words, words, 0, len(words), "gift")


@pytest.mark.parametrize(
    ("words", "code", "codes"),
    [
        ("teach the girls embroidery", "", ("embroidery",)),
        ("help with quilting", "mens-shed", ("quilting",)),
        # Nothing is named: the gift itself.
        ("help out", "mens-shed", ("mens-shed",)),
        # Words that nobody knows are not help of any kind.
        ("help with wiring", "mens-shed", ()),
    ],
)
def test_what_a_gift_is_about(words: str, code: str, codes: tuple[str, ...]) -> None:
    assert about(gift(words, code), VOCABULARY) == codes


@pytest.mark.parametrize(
    ("candidate", "met"),
    [
        # A course in the same thing asks for nobody.
        (CandidateFeatures(1, "activity", interests=("embroidery",)), 0.0),
        (CandidateFeatures(1, "volunteer_role", interests=("embroidery",)), 1.0),
        (CandidateFeatures(1, "volunteer_role", interests=("mens-shed",)), 0.0),
        (CandidateFeatures(1, "group", wants_help=True, help_wanted="a treasurer"), 0.0),
        (CandidateFeatures(1, "group", wants_help=True, help_wanted="Somebody who knows embroidery"), 0.9),
    ],
)
def test_who_meets_it(candidate: CandidateFeatures, met: float) -> None:
    said = gift("teach the girls embroidery")
    weights = {want.code: want.weight for want in wants_of(said, VOCABULARY)}
    assert helped(candidate, weights, asked_words(said)) == met
