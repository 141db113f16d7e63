"""Two or three listings side by side: the same questions to each, in the order that people ask them. Pure.

Invariant: every listing answers every question, if only with "not known"; what they answer alike is said once, so that
what is left side by side is what they differ in.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from cms import wording
from cms.cards import AccessLine, Card, DateLabel, Distance, FirstTime, Listing

LEAST, MOST = 2, 3
ASK: Final = "Not known. Ask before you go."
NOT_KNOWN: Final = "Not known."
YOUR_TIME: Final = "Your time."
NO_DOOR: Final = "No building to get into."


@dataclass(frozen=True, slots=True)
class Beside:
    """One listing to compare. `getting_in`, `staying`: a line for each subject that any of them answers; empty where
    there is no building."""

    card: Card
    listing: Listing
    getting_in: tuple[AccessLine, ...] = ()
    staying: tuple[AccessLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer, of whichever kind. `quiet`: it says that nothing is known."""

    lines: tuple[str, ...] = ()
    dates: tuple[DateLabel, ...] = ()
    distance: Distance | None = None
    marks: tuple[AccessLine, ...] = ()
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One question and an answer for each listing. `same`: they all answer alike."""

    question: str
    cells: tuple[Cell, ...]
    same: bool = field(default=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`together`: "both" or "all three". `differ`, `alike`: the questions, to be read in a sentence."""

    cards: tuple[Card, ...]
    rows: tuple[Row, ...]
    together: str
    differ: str
    alike: str


def compare(listings: Sequence[Beside]) -> Comparison:
    """Side by side, in the order given. Raises ValueError for fewer than two or more than three."""
    if not LEAST <= len(listings) <= MOST:
        raise ValueError(f"Compare two or three listings, not {len(listings)}.")
    rows = tuple(row for question, ask in QUESTIONS if (row := _row(question, [ask(each) for each in listings])))
    return Comparison(
        cards=tuple(each.card for each in listings),
        rows=rows,
        together="both" if len(listings) == LEAST else "all three",
        differ=_named(row.question for row in rows if not row.same),
        alike=_named(row.question for row in rows if row.same),
    )


def _row(question: str, answers: Sequence[Cell | None]) -> Row | None:
    """A question that none of them has anything to say to is left out."""
    if all(answer is None for answer in answers):
        return None
    cells = tuple(answer or Cell((NOT_KNOWN,), quiet=True) for answer in answers)
    return Row(question, cells, same=len(set(cells)) == 1)


def _named(questions: object) -> str:
    return wording.listed([f"{name[:1].lower()}{name[1:]}" for name in questions])  # type: ignore[attr-defined]


def _said(*lines: str) -> Cell | None:
    kept = tuple(filter(None, lines))
    return Cell(kept) if kept else None


def _asked(words: str = ASK) -> Cell:
    return Cell((words,), quiet=True)


def _when(each: Beside) -> Cell:
    if each.card.dates:
        return Cell(dates=each.card.dates)
    return _said(each.card.when) or _asked()


def _where(each: Beside) -> Cell:
    place = ", ".join(filter(None, (each.card.place, each.card.place_note)))
    if each.card.distance is None and not place:
        return _asked()
    return Cell((place,) if place else (), distance=each.card.distance)


def _cost(each: Beside) -> Cell:
    """What the group says in words first, then its prices. Giving a hand has no price."""
    prices = each.listing.prices
    said = _said(each.listing.cost, *prices) if prices else _said(each.card.cost)
    return said or (Cell((YOUR_TIME,)) if each.card.kind == "volunteer_role" else _asked())


def _meets(each: Beside) -> Cell:
    card = each.card
    if card.greeter_name:
        return Cell((wording.greeting(card.greeter_name, card.greeter_words),))
    ask = card.ask_for
    named = wording.ask_for(ask.name, ask.role) if ask else ""
    return Cell(tuple(filter(None, ("Nobody named to meet you yet.", named))), quiet=not named)


def _getting_in(each: Beside) -> Cell:
    return Cell(marks=each.getting_in) if each.getting_in else Cell((NO_DOOR,))


def _staying(each: Beside) -> Cell | None:
    return Cell(marks=each.staying) if each.staying else None


def _first_time(first: FirstTime) -> Cell | None:
    return _said(*first.steps, f"Bring: {first.bring}" if first.bring else "", first.door)


def _fresh(each: Beside) -> Cell:
    return _said(each.card.freshness) or _asked("Nobody has said lately that it is right.")


QUESTIONS: Final[tuple[tuple[str, Callable[[Beside], Cell | None]], ...]] = (
    ("What it is", lambda each: _said(each.card.what)),
    ("When next", _when),
    ("Where, and how far", _where),
    ("Cost", _cost),
    ("Who meets you", _meets),
    ("Getting in", _getting_in),
    ("Staying there", _staying),
    ("Who it is for", lambda each: _said(*each.listing.who_for)),
    ("What it is like", lambda each: _said(each.listing.like)),
    ("Is there room", lambda each: _said(each.listing.room)),
    ("The first time", lambda each: _first_time(each.listing.first_time)),
    ("How fresh this is", _fresh),
)
