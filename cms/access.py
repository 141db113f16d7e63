"""Getting in, as lines to read: what a place has, what the listing says of itself, and what is not known.

Invariant: pure; what a listing says of itself goes before its place, and not known is never shown as yes.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from cms.cards import AccessLine
from cms.tongue import gettext, gettext_noop

KNOWN: Final = frozenset({"yes", "no", "partly"})
STAYING: Final = ("stay_without_carer", "help_in_toilet", "fetched_or_brought")
COMPANY: Final = ("come_alone", "bring_a_carer", "carers_welcome")
ABOUT_PEOPLE: Final = (*STAYING, *COMPANY)
"""Subjects that say what people there do. A building does not, so a place has no such facts."""


class Words(NamedTuple):
    """A subject in English: its name, how to say no, and how to say yes where that is not the name. The properties
    tell it in the reader's language."""

    english: str
    english_no: str
    english_yes: str = ""

    @property
    def name(self) -> str:
        return gettext(self.english)

    @property
    def no(self) -> str:
        return gettext(self.english_no)

    @property
    def yes(self) -> str:
        return gettext(self.english_yes or self.english)


# In the order that they are read.
NAMES: Final[Mapping[str, Words]] = {
    "step_free": Words(gettext_noop("Step-free"), gettext_noop("Not step-free")),
    "toilet_with_rails": Words(gettext_noop("Toilet with rails"), gettext_noop("No toilet with rails")),
    "toilet": Words(gettext_noop("Toilet"), gettext_noop("No toilet")),
    "chairs_with_arms": Words(gettext_noop("Chairs with arms"), gettext_noop("No chairs with arms")),
    "hearing_loop": Words(gettext_noop("Hearing loop"), gettext_noop("No hearing loop")),
    "parking": Words(gettext_noop("Parking"), gettext_noop("No parking")),
    "quiet_space": Words(gettext_noop("Quiet space"), gettext_noop("No quiet space")),
    "changing_place": Words(gettext_noop("Changing place with hoist"), gettext_noop("No changing place with hoist")),
    "dogs_welcome": Words(gettext_noop("Dogs welcome"), gettext_noop("No dogs")),
    "stay_without_carer": Words(
        gettext_noop("Staying without your carer"),
        gettext_noop("Your carer has to stay with you"),
        gettext_noop("You can stay without your carer"),
    ),
    "help_in_toilet": Words(gettext_noop("Help in the toilet"), gettext_noop("No help in the toilet")),
    "fetched_or_brought": Words(
        gettext_noop("Fetching and bringing home"),
        gettext_noop("Nobody to fetch you or bring you home"),
        gettext_noop("Somebody fetches you or brings you home"),
    ),
    "come_alone": Words(
        gettext_noop("Coming on your own"), gettext_noop("Come with somebody"), gettext_noop("Fine to come on your own")
    ),
    "bring_a_carer": Words(
        gettext_noop("Bringing a carer"), gettext_noop("No room for a carer"), gettext_noop("You can bring a carer")
    ),
    "carers_welcome": Words(gettext_noop("Carers"), gettext_noop("Not for carers"), gettext_noop("Carers welcome")),
}
GETTING_IN: Final = tuple(subject for subject in NAMES if subject not in ABOUT_PEOPLE)
ALWAYS_SAID: Final = ("step_free", "toilet_with_rails")
SAID_BESIDE_OTHERS: Final = "chairs_with_arms"
ON_A_CARD: Final = ("step_free", "toilet_with_rails", "toilet", "chairs_with_arms", "hearing_loop", *STAYING)


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


def matters(
    facts: Mapping[str, Fact], asked: Collection[str], *, has_a_place: bool = True, if_known: Collection[str] = ()
) -> tuple[AccessLine, ...]:
    """What stands on a card before anything is opened: the way in, which is everybody's question, each subject of
    `asked`, known or not, and those of `if_known` that are known."""
    known = {subject for subject in if_known if _is_known(facts, subject)}
    wanted = first_subjects({*asked, *known}, has_a_place=has_a_place)
    return tuple(_brief_line(fact) if (fact := _known(facts, subject)) else _unknown(subject) for subject in wanted)


def first_subjects(asked: Collection[str], *, has_a_place: bool = True) -> tuple[str, ...]:
    """The subjects of `matters`, in the order that they are read."""
    way_in = ALWAYS_SAID[:1] if has_a_place else ()
    return tuple(subject for subject in NAMES if subject in way_in or subject in asked)


def brief(facts: Mapping[str, Fact], *, has_a_place: bool = True, said: Collection[str] = ()) -> tuple[AccessLine, ...]:
    """The few lines of a card, without the subjects that are `said` already. Step-free and a toilet with rails are
    always told, as not known where nobody knows, and chairs with arms where anything else is known. Without a place to
    get into only what is known is told."""
    known = [
        _brief_line(facts[subject])
        for subject in ON_A_CARD
        if subject not in said and _is_known(facts, subject) and not _covered(facts, subject)
    ]
    ask = [subject for subject in _to_ask(facts, has_a_place) if subject not in said]
    return (*known, *(_unknown(subject) for subject in ask))


def full(facts: Mapping[str, Fact], *, has_a_place: bool = True) -> tuple[AccessLine, ...]:
    """Every line about getting in, with the notes, as a listing's page says it."""
    return _lines(facts, GETTING_IN, _to_ask(facts, has_a_place))


def staying(facts: Mapping[str, Fact]) -> tuple[AccessLine, ...]:
    """Every line about staying there. What nobody asked is left out; what was asked and is not known is said."""
    return _lines(facts, STAYING)


def company(facts: Mapping[str, Fact]) -> tuple[AccessLine, ...]:
    """Every line about whom somebody can come with."""
    return _lines(facts, COMPANY)


def beside(
    columns: Sequence[Mapping[str, Fact] | None], subjects: Sequence[str], always: Collection[str] = ()
) -> list[tuple[AccessLine, ...]]:
    """Lines to compare: each column answers every subject that any of them knows and those of `always`, in one order.
    None: there is nothing to get into, and nothing is said."""
    known = [facts for facts in columns if facts is not None]
    told = [
        s for s in subjects if s in always or any(_is_known(facts, s) and not _covered(facts, s) for facts in known)
    ]
    return [() if facts is None else tuple(_beside_line(facts, subject) for subject in told) for facts in columns]


def _beside_line(facts: Mapping[str, Fact], subject: str) -> AccessLine:
    fact = _known(facts, subject)
    return _full_line(fact) if fact else _unknown(subject)


def _lines(facts: Mapping[str, Fact], subjects: Sequence[str], always: Iterable[str] = ()) -> tuple[AccessLine, ...]:
    told = [subject for subject in subjects if subject in facts and not _covered(facts, subject)]
    said = [_full_line(facts[subject]) for subject in told if _is_known(facts, subject)]
    ask = [*always, *(subject for subject in told if not _is_known(facts, subject))]
    return (*said, *(_unknown(subject) for subject in dict.fromkeys(ask)))


def _known(facts: Mapping[str, Fact], subject: str) -> Fact | None:
    """What is known of a subject; of a toilet also from the one with rails."""
    if _is_known(facts, subject):
        return facts[subject]
    return Fact(subject, "yes") if _covered(facts, subject) else None


def _is_known(facts: Mapping[str, Fact], subject: str) -> bool:
    return subject in facts and facts[subject].state in KNOWN


def _covered(facts: Mapping[str, Fact], subject: str) -> bool:
    """Whether another line says it already: a toilet with rails is a toilet."""
    rails = facts.get("toilet_with_rails")
    return subject == "toilet" and rails is not None and rails.state in {"yes", "partly"}


def _to_ask(facts: Mapping[str, Fact], has_a_place: bool) -> list[str]:
    if not has_a_place:
        return []
    any_known = any(_is_known(facts, subject) for subject in GETTING_IN)
    wanted = (*ALWAYS_SAID, SAID_BESIDE_OTHERS) if any_known else ALWAYS_SAID
    no_toilet = "toilet" in facts and facts["toilet"].state == "no"
    return [s for s in wanted if not _is_known(facts, s) and not (s == "toilet_with_rails" and no_toilet)]


def not_known(subject: str) -> str:
    """ "Step-free: not known"."""
    return gettext("%(what)s: not known") % {"what": NAMES[subject].name}


def _unknown(subject: str) -> AccessLine:
    return AccessLine("unknown", not_known(subject))


def _brief_line(fact: Fact) -> AccessLine:
    words = NAMES[fact.subject]
    if fact.state == "partly":
        if fact.subject == "step_free" and fact.note:
            return AccessLine("partly", _sentence(fact.note))
        return _full_line(fact)
    return AccessLine(fact.state, words.yes if fact.state == "yes" else words.no)


def _full_line(fact: Fact) -> AccessLine:
    words = NAMES[fact.subject]
    if fact.state == "partly":
        return AccessLine("partly", f"{words.name}: {fact.note or gettext('in part')}")
    said = words.yes if fact.state == "yes" else words.no
    return AccessLine(fact.state, f"{said}: {fact.note}" if fact.note else said)


def _sentence(note: str) -> str:
    return f"{note[:1].upper()}{note[1:]}"
