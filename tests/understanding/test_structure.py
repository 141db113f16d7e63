"""What of a text is told, and what is only paper around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.understanding.parts import Kind
from search.understanding.structure import structure
from search.understanding.turns import turns


def told(text: str) -> list[tuple[str, str]]:
    """(kind, words) of each part that is not silent."""
    parts = [part for part in structure(text) if part.kind is not Kind.SILENT]
    return [(part.kind.value, text[part.start : part.end].strip()) for part in parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("loves his allotment", [("telling", "loves his allotment")]),
        ("Interests:\nold films\n", [("likings", "old films")]),
        ("**Next steps**\n- Ring the choir", [("plan", "Ring the choir")]),
        ("PMH: gout, sings. Plan: ring choir", [("care", "gout, sings."), ("plan", "ring choir")]),
        ("Seen at home. Plan: ring choir", [("telling", "Seen at home."), ("plan", "ring choir")]),
        ("Attendees: Mr Fisher, Ms Baker", []),
        (
            "Problem: Low mood (First). Misses the choir.",
            [("care", "Low mood (First)."), ("telling", "Misses the choir.")],
        ),
        ("Misses the choir.\nKind regards\n", [("telling", "Misses the choir.")]),
        ("Mother: likes a quiz", [("telling", "likes a quiz")]),
    ],
)
def test_headings_and_labels_are_no_evidence(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


FORM = """What do you enjoy doing? (e.g. gardening, music)
Old films
Is there anything that you do not enjoy?
Quizzes
Your health
Knees
What are you good at?
Mending clocks
Do you drive? No
"""


def test_a_printed_question_says_what_its_answer_is() -> None:
    assert told(FORM) == [
        ("likings", "Old films"), ("dislikes", "Quizzes"), ("care", "Knees"), ("gifts", "Mending clocks"),
        ("telling", "No"),
    ]  # fmt: skip


TALK = """Enjoys golf
[00:00:01] Speaker 1: Do you like bingo?
[00:00:04] Speaker 2: No, I like the choir, I were in it forty year.
[00:00:09] Speaker 1: And knitting?
[00:00:12] Speaker 2: Never.
[00:00:15] Speaker 3: I knit.
"""


def test_in_a_transcript_only_the_persons_turns_are_theirs() -> None:
    assert [turn.speaker for turn in turns(TALK)] == ["worker", "person", "worker", "person", "another"]
    own = [TALK[part.start : part.end].strip() for part in structure(TALK) if part.own]
    assert own == ["No, I like the choir, I were in it forty year.", "Never."]
    assert ("summary", "Enjoys golf") in told(TALK)


def test_two_labels_are_no_transcript() -> None:
    assert turns("Plan: ring.\nDate: 3/11\n") == ()


@given(st.text(alphabet=st.sampled_from("ab .:?\n-*[]0123:AB"), max_size=120))
def test_nothing_is_cut_in_silence(text: str) -> None:
    last = 0
    for part in structure(text):
        assert last <= part.start < part.end <= len(text)
        assert not text[last : part.start].strip()
        last = part.end
    assert not text[last:].strip()
