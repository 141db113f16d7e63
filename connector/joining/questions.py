"""Which questions a new listing is asked, which comes next, what is missing, and what may be asked later.

Invariant: pure; works on the answers as JSON values, one entry a question. A listing is fit to be sent when each of the
five questions has an answer that was kept: a form keeps none that is wrong.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

Question = Literal["what", "when", "where", "who", "ask"]
Later = Literal["safeguarding", "coming", "first", "access", "picture"]
Answers = Mapping[str, Any]

QUESTIONS: Final[tuple[Question, ...]] = ("what", "when", "where", "who", "ask")
LATER: Final[tuple[Later, ...]] = ("safeguarding", "coming", "first", "access", "picture")
SCREENS: Final = len(QUESTIONS) + 1
"""With the last one, on which it is read over and sent."""
TITLES: Final[Mapping[str, str]] = {
    "what": "What is your group called, and what do you do?",
    "when": "When are you on?",
    "where": "Where are you?",
    "who": "Who is it for, and what does it cost?",
    "ask": "Who can people ask?",
    "check": "Is this right?",
    "safeguarding": "Who looks after safeguarding?",
    "coming": "How do you like people to come?",
    "first": "What happens the first time?",
    "access": "Getting in",
    "picture": "A picture of it",
}
TITLES_OF_OTHERS: Final[Mapping[str, str]] = {
    "what": "What is the group called, and what do they do?",
    "when": "When are they on?",
    "where": "Where are they?",
    "ask": "Who could we ask?",
}
"""Where somebody tells of a group that is not theirs."""


def title(question: str, *, mine: bool) -> str:
    """The question as the page asks it."""
    return TITLES[question] if mine else TITLES_OF_OTHERS.get(question, TITLES[question])


def missing(answers: Answers) -> list[Question]:
    """The questions without an answer, in their order."""
    return [each for each in QUESTIONS if not answers.get(each)]


def next_question(answers: Answers, after: str = "") -> str:
    """Where to go on: the first unanswered question, or "check". Answers given again lead back to the check."""
    left = missing(answers)
    if not left:
        return "check"
    later = [each for each in left if after in QUESTIONS and QUESTIONS.index(each) > QUESTIONS.index(after)]  # type: ignore[arg-type]
    return (later or left)[0]


def before(question: str) -> str:
    """The screen before this one; nothing before the first."""
    order: Sequence[str] = (*QUESTIONS, "check")
    place = order.index(question) if question in order else 0
    return order[place - 1] if place else ""


def number_of(question: str) -> int:
    """Which screen of `SCREENS` it is."""
    return [*QUESTIONS, "check"].index(question) + 1


def fit_to_send(answers: Answers) -> bool:
    """Whether it makes a listing."""
    return not missing(answers)


def is_at_risk(answers: Answers) -> bool:
    """Whether children or adults at risk come, as was ticked."""
    return (answers.get("who") or {}).get("at_risk", "neither") != "neither"


def later_questions(answers: Answers) -> list[Later]:
    """What may still be asked, one at a time, the most important first."""
    asked = answers.get("later") or {}
    return [each for each in LATER if each not in asked and (each != "safeguarding" or is_at_risk(answers))]


def safeguarding_unknown(answers: Answers) -> bool:
    """Whether children or adults at risk come and nobody has said who looks after it, or whether there is a policy."""
    told = (answers.get("later") or {}).get("safeguarding") or {}
    return is_at_risk(answers) and not (told.get("lead") and told.get("policy"))
