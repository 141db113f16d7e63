"""For whom a listing is, read from its words: at the edges of words, in capitals and small letters, name and text."""

import pytest

from search.cues import HEAD, cues, said_cues


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Messy Play", "For toddlers and their mums.", {"children", "women"}),
        ("MEN'S SHED", "A kettle and a lathe.", {"men"}),
        ("Women's Institute", "Jam.", {"women"}),
        ("Womenfolk", "Amen to that. Documents, mentors and acumen.", set()),
        ("Guides", "Scouts and cadets", {"young"}),
        ("Guidance", "Scoutmasterly", set()),
        ("Deaf Club", "BSL spoken", {"deaf"}),
        ("Sign & chat", "With a (bsl) interpreter", {"deaf"}),
        ("The Relief of the Poor", "Makes grants to individuals", {"grants"}),
        ("A fund", "relief of poor parishioners", {"grants", "faith"}),
        ("Song", "x" * HEAD + " for children", set()),
        ("École", "Café, and a memory café", {"dementia"}),
    ],
)
def test_of_a_listing(name: str, text: str, found: set[str]) -> None:
    assert cues(name, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Her Grandchildren visit on Sundays", {"children"}),
        ("a lad of 16 who left care", {"young"}),
        ("flat 165", set()),
        ("served in the ARMED FORCES", {"veteran"}),
    ],
)
def test_of_what_somebody_said(text: str, found: set[str]) -> None:
    assert said_cues(text) == found
