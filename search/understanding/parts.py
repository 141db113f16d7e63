"""What a stretch of a text is: something told, a heading, an answer to a question about likings, care, a plan.

Invariant: frozen; parts stand in the order of the text and never overlap.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """TELLING: what somebody writes or says. LIKINGS, DISLIKES and GIFTS: answers to a question for just that. CARE:
    health, equipment, treatment. PLAN: what workers mean to do. SUMMARY: a machine's account beside the words.
    SILENT: headings, questions, stamps, labels, signatures; never evidence."""

    TELLING = "telling"
    LIKINGS = "likings"
    DISLIKES = "dislikes"
    GIFTS = "gifts"
    CARE = "care"
    PLAN = "plan"
    SUMMARY = "summary"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Part:
    """From `start` to `end` of the text. `speaker`: whose words they are where a label says it ("" the writer's or the
    person's, which `own` tells apart); `about`: whom a heading names, where it is not the person."""

    start: int
    end: int
    kind: Kind
    speaker: str = ""
    about: str = ""
    own: bool = False
