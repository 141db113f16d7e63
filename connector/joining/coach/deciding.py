"""The one missing fact that would help people most, by one table.

Invariant: pure; the table is public (docs/reference/listing-coach.md holds the same rows). What people looked for adds
to a fact's own weight and never more than `MOST_FOR_LOOKED`, so that one busy month does not bury what everybody needs.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

MOST_FOR_LOOKED: Final = 30
A_NUMBER_FROM: Final = 5
"""Fewer than so many are told as "a few": a small number may be somebody."""
SHORT: Final = 40
"""A sentence with fewer letters says little."""


@dataclass(frozen=True, slots=True)
class Fact:
    """`code`; `question`: which later question answers it, or nothing; `weight`; `ask`: what to do; `why`."""

    code: str
    question: str
    weight: int
    ask: str
    why: str


TABLE: Final[tuple[Fact, ...]] = (
    Fact("safeguarding", "safeguarding", 100, "Say who looks after safeguarding",
         "Workers ask before they tell anybody of you."),
    Fact("dates", "", 60, "Say when you are on", "People come to what has a day and a time."),
    Fact("contact", "", 55, "Say who people can ask", "Nobody likes to turn up without a word first."),
    Fact("step_free", "access", 45, "Say whether it is step-free", "Some people cannot come at all without knowing."),
    Fact("toilet_with_rails", "access", 35, "Say whether there is a toilet with rails",
         "It decides whether somebody can stay."),
    Fact("coming", "coming", 34, "Say how you like people to come", "Then nobody comes who should have rung first."),
    Fact("first", "first", 32, "Say what happens the first time", "The first step through a door is the hardest."),
    Fact("cost", "", 30, "Say what it costs", "People on little money do not ask. They stay away."),
    Fact("chairs_with_arms", "access", 22, "Say whether chairs have arms", "Some people cannot get up without."),
    Fact("toilet", "access", 21, "Say whether there is a toilet", "It decides how long somebody stays."),
    Fact("hearing_loop", "access", 20, "Say whether there is a hearing loop", "Without one some hear nothing."),
    Fact("parking", "access", 20, "Say whether people can park", "Some can only come by car."),
    Fact("sentence", "", 18, "Say a little more of what you do", "A few words more, and people know it is for them."),
    Fact("picture", "picture", 12, "Add a picture", "People like to know a door before they stand at it."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Advice:
    """What to say, why, and how many looked for it in words (empty where nobody is known to have)."""

    code: str
    question: str
    ask: str
    why: str
    looked: str


def advise(known: Collection[str], looked: Mapping[str, int], asked: Collection[str] = ()) -> Advice | None:
    """The fact that is not `known` and would help most; None where nothing is missing. `looked`: how often somebody
    needed each, by its code. `asked`: codes of questions that were asked already and left open: not asked again."""
    missing = [fact for fact in TABLE if fact.code not in known and (not fact.question or fact.question not in asked)]
    best = max(missing, key=lambda fact: score(fact, looked.get(fact.code, 0)), default=None)
    if best is None:
        return None
    return Advice(best.code, best.question, best.ask, best.why, say_looked(looked.get(best.code, 0)))


def score(fact: Fact, looked: int) -> int:
    """Its weight, and two more each time that somebody needed it, up to `MOST_FOR_LOOKED`."""
    return fact.weight + min(MOST_FOR_LOOKED, 2 * looked)


def say_looked(times: int) -> str:
    """How many needed it: "7 visits near here needed to know.", "A few visits near here needed to know."."""
    if times <= 0:
        return ""
    many = str(times) if times >= A_NUMBER_FROM else "A few"
    return f"{many} visits near here needed to know."
