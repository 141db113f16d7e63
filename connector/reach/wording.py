"""What a listing brought, in one sentence for its group. Pure.

Invariant: fewer than five are "a few", so that nobody can be guessed at; nothing is called much, and nobody is praised.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from cms.schedule.names import full_date

FEW: Final = 5

HOW: Final = (
    "Shown: you were among the first three answers of a worker’s match, or kept, printed or texted. Once a visit.",
    "Texted: a worker opened a text to somebody with your page in it. Whether the text went, nobody but they know.",
    "This month is this week and the three before it. Robots, the public pages and your own editors are never counted.",
    "We write down a listing, a week and a number: nobody’s name, and nothing in anybody’s browser.",
)


@dataclass(frozen=True, slots=True)
class Month:
    """The counts of the last `deciding.WEEKS` weeks."""

    shown: int = 0
    kept: int = 0
    printed: int = 0
    sent: int = 0
    interested: int = 0


def number(count: int) -> str:
    """ "14", or "a few" of one to four."""
    return f"{count:,}" if count >= FEW else "a few"


def brought(month: Month) -> str:
    """ "14 people were shown you this month, a few kept you, a few took you home on paper."."""
    if not month.shown:
        return "Nobody was shown you this month. It depends on whom we visited and what they love."
    shown = "A few" if month.shown < FEW else number(month.shown)
    parts = [
        f"{shown} people were shown you this month",
        *([f"{number(month.kept)} kept you"] if month.kept else []),
        *([f"{number(month.printed)} took you home on paper"] if month.printed else []),
        *([f"{number(month.sent)} had a text about you"] if month.sent else []),
    ]
    only = "" if len(parts) > 1 else " Nobody has kept you yet."
    return f"{', '.join(parts)}.{only}"


def introductions(state: str, *, waits: bool, mine: bool) -> str:
    """What a worker reads. `waits`: a connector is to say hello; `mine`: this worker wanted it on this visit."""
    if state == "no_thanks":
        return "They would rather not have people introduced to them. Tell of it, and leave it at that."
    if state == "agreed":
        return "The group likes people to be introduced."
    if mine:
        return "A connector will go and say hello."
    return "A connector is going to say hello." if waits else "None of us has been to say hello yet."


def said_so(by: str, on: date | None) -> str:
    """Who told us, and when."""
    return f"{by} said so on {full_date(on)}." if on else ""


def of_my_listing(state: str) -> str:
    """What the group itself reads."""
    told = {
        "agreed": "You said that we may introduce people to you.",
        "no_thanks": "You would rather not have people introduced to you. We tell workers so.",
    }
    return told.get(state, "You have not said yet whether we may introduce people to you.")
