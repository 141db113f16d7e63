"""Getting in, as lines to read: what a place has, what the listing says of itself, and what is not known.

Invariant: pure; what a listing says of itself goes before its place, and not known is never shown as yes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from cms.cards import AccessLine

KNOWN: Final = frozenset({"yes", "no", "partly"})
# Subject -> its name, and how to say that there is none. In the order that they are read.
NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "step_free": ("Step-free", "Not step-free"),
    "toilet_with_rails": ("Toilet with rails", "No toilet with rails"),
    "toilet": ("Toilet", "No toilet"),
    "chairs_with_arms": ("Chairs with arms", "No chairs with arms"),
    "hearing_loop": ("Hearing loop", "No hearing loop"),
    "parking": ("Parking", "No parking"),
    "quiet_space": ("Quiet space", "No quiet space"),
    "changing_place": ("Changing place with hoist", "No changing place with hoist"),
    "dogs_welcome": ("Dogs welcome", "No dogs"),
}
ALWAYS_SAID: Final = ("step_free", "toilet_with_rails")
SAID_BESIDE_OTHERS: Final = "chairs_with_arms"
ON_A_CARD: Final = ("step_free", "toilet_with_rails", "toilet", "chairs_with_arms", "hearing_loop")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing about getting in: its state (yes, no, partly or unknown) and a note."""

    subject: str
    state: str
    note: str = ""


def merged(place: Iterable[Fact], own: Iterable[Fact]) -> dict[str, Fact]:
    """One fact a subject. What the listing knows of itself goes first; its "not known" does not hide the place's."""
    facts = {fact.subject: fact for fact in place}
    facts |= {fact.subject: fact for fact in own if fact.state in KNOWN or fact.subject not in facts}
    return facts


def brief(facts: Mapping[str, Fact], *, has_a_place: bool = True) -> tuple[AccessLine, ...]:
    """The few lines of a card. Step-free and a toilet with rails are always said, as not known where nobody knows, and
    chairs with arms where anything else is known. Without a place to get into only what is known is said."""
    said = [
        _brief_line(facts[subject])
        for subject in ON_A_CARD
        if _is_known(facts, subject) and not _covered(facts, subject)
    ]
    return (*said, *(_unknown(subject) for subject in _to_ask(facts, has_a_place)))


def full(facts: Mapping[str, Fact], *, has_a_place: bool = True) -> tuple[AccessLine, ...]:
    """Every line of a listing's page, with the notes."""
    said = [
        _full_line(facts[subject]) for subject in NAMES if _is_known(facts, subject) and not _covered(facts, subject)
    ]
    asked = [subject for subject in NAMES if subject in facts and not _is_known(facts, subject)]
    ask = [*_to_ask(facts, has_a_place), *(subject for subject in asked if not _covered(facts, subject))]
    return (*said, *(_unknown(subject) for subject in dict.fromkeys(ask)))


def _is_known(facts: Mapping[str, Fact], subject: str) -> bool:
    return subject in facts and facts[subject].state in KNOWN


def _covered(facts: Mapping[str, Fact], subject: str) -> bool:
    """Whether another line says it already: a toilet with rails is a toilet."""
    rails = facts.get("toilet_with_rails")
    return subject == "toilet" and rails is not None and rails.state in {"yes", "partly"}


def _to_ask(facts: Mapping[str, Fact], has_a_place: bool) -> list[str]:
    if not has_a_place:
        return []
    any_known = any(_is_known(facts, subject) for subject in NAMES)
    wanted = (*ALWAYS_SAID, SAID_BESIDE_OTHERS) if any_known else ALWAYS_SAID
    no_toilet = "toilet" in facts and facts["toilet"].state == "no"
    return [s for s in wanted if not _is_known(facts, s) and not (s == "toilet_with_rails" and no_toilet)]


def _unknown(subject: str) -> AccessLine:
    return AccessLine("unknown", f"{NAMES[subject][0]}: not known")


def _brief_line(fact: Fact) -> AccessLine:
    name, none = NAMES[fact.subject]
    if fact.state == "partly":
        if fact.subject == "step_free" and fact.note:
            return AccessLine("partly", _sentence(fact.note))
        return _full_line(fact)
    return AccessLine(fact.state, name if fact.state == "yes" else none)


def _full_line(fact: Fact) -> AccessLine:
    name, none = NAMES[fact.subject]
    if fact.state == "partly":
        return AccessLine("partly", f"{name}: {fact.note or 'in part'}")
    words = name if fact.state == "yes" else none
    return AccessLine(fact.state, f"{words}: {fact.note}" if fact.note else words)


def _sentence(note: str) -> str:
    return f"{note[:1].upper()}{note[1:]}"
