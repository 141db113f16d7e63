"""Which questions somebody is asked who would share something, in which order, and their answers read over.

Invariant: pure; works on the answers as JSON values, one entry a question. An offer is fit to be sent when every
question has an answer that was kept: a form keeps none that is wrong.
"""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

Answers = Mapping[str, Any]
QUESTIONS: Final = ("what", "heard", "where", "when", "you")
SCREENS: Final = len(QUESTIONS) + 1
"""With the last one, on which it is read over, agreed to and sent."""
TITLES: Final[Mapping[str, str]] = {
    "what": "What could you share or teach?",
    "heard": "Is that what you mean?",
    "where": "Roughly where are you?",
    "when": "When could you, and how often?",
    "you": "Who are you, and how do we reach you?",
    "check": "Is this right?",
}


class Row(NamedTuple):
    """One line to read over: the question that changes it, what it is called, its words, and who reads it."""

    question: str
    label: str
    words: str


def missing(answers: Answers) -> list[str]:
    """The questions without an answer, in their order."""
    return [each for each in QUESTIONS if answers.get(each) is None]


def next_question(answers: Answers, after: str) -> str:
    """Where to go on: the first question without an answer, or "check". Other words are read anew before that."""
    left = missing(answers)
    return "heard" if after == "what" else left[0] if left else "check"


def before(question: str) -> str:
    """The screen before this one; nothing before the first."""
    order = (*QUESTIONS, "check")
    place = order.index(question)
    return order[place - 1] if place else ""


def number_of(question: str) -> int:
    """Which screen of `SCREENS` it is."""
    return (*QUESTIONS, "check").index(question) + 1


def rows(answers: Answers, labels: Mapping[str, str], often: Mapping[str, str]) -> tuple[list[Row], list[Row]]:
    """What workers find, and what a connector alone keeps. `labels`: of interests, by code; `often`: by value."""
    what, heard, where, when, you = (answers[each] for each in QUESTIONS)
    about = ", ".join(labels[code] for code in heard["codes"] if code in labels)
    times = ". ".join(filter(None, [when["when"].rstrip("."), often.get(when["often"], "")]))
    found = [
        Row("what", "What you would share", what["words"]),
        Row("heard", "What it is about", about or "Nothing that we have a name for"),
        Row("where", "Where", where["ward"] or where["sector"]),
        Row("when", "When", times),
        Row("when", "What has to be so", when["condition"] or "Nothing"),
    ]
    kept = [
        Row("you", "Your first name", you["first_name"]),
        Row("you", "How we reach you", ", ".join(filter(None, [you["email"], you["phone"]]))),
    ]
    return found, kept
