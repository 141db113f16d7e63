"""Reasons as people read them: every kind of evidence and edge, read aloud."""

import pytest

from search.evidence import Evidence
from search.reasons import in_sentence, interest_reason
from search.types import WantedInterest
from tests.search.vocabularies import VOCABULARY


def said(code: str, origin: str, words: str, shown_by: str = "tag", mention: str = "", kind: str = "group") -> str:
    want = WantedInterest(code, 1.0, words, origin)
    return interest_reason(Evidence(want, shown_by, mention, 1.0), kind, VOCABULARY).sentence


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (said("embroidery", "embroidery", "embroidery"), "Embroidery is what they do."),
        (said("embroidery", "embroidery", "samplers"), "Samplers points to embroidery, which is what they do."),
        (said("embroidery", "embroidery", "embroidery", kind="place"), "Embroidery is what you find there."),
        (said("sewing", "embroidery", "embroidery"), "It is about sewing, close to embroidery."),
        (said("quilting", "textile-crafts", "needlework"), "It is about quilting, a kind of needlework."),
        (said("textile-crafts", "embroidery", "embroidery"), "It is about textile crafts, which takes in embroidery."),
        (said("mens-shed", "joinery", "joiner"), "It is about men's shed, a next step from joiner."),
        (said("embroidery", "embroidery", "embroidery", "text", "embroidery"), "They mention embroidery."),
        (said("sewing", "embroidery", "embroidery", "text", "hems"), "They mention hems, close to embroidery."),
        (
            said("mens-shed", "joinery", "joiner", "suggested"),
            "It looks to be about men's shed, a next step from joiner.",
        ),
    ],
)
def test_sentences(sentence: str, expected: str) -> None:
    assert sentence == expected


def test_words_that_no_concept_explains_are_quoted() -> None:
    reason = interest_reason(Evidence(None, "text", "barometers", 0.5), "group", VOCABULARY)
    assert reason.sentence == "They mention barometers."
    assert reason.facts == {"kind": "words", "said": "barometers", "shown_by": "text"}


def test_only_what_somebody_said_carries_the_stitch() -> None:
    want = WantedInterest("sewing", 0.8, "embroidery", "embroidery")
    reason = interest_reason(Evidence(want, "tag", "", 0.8), "group", VOCABULARY)
    assert [segment.text for segment in reason.segments if segment.said] == ["embroidery"]


@pytest.mark.parametrize(
    ("label", "inside"),
    [
        ("Embroidery", "embroidery"),
        ("English for newcomers", "English for newcomers"),
        ("DIY", "DIY"),
        ("Lego", "Lego"),
    ],
)
def test_labels_inside_a_sentence(label: str, inside: str) -> None:
    assert in_sentence(label) == inside
