"""What an import would change of a listing, field by field, in words that people read.

Invariant: pure; a field that says the same on both sides is not in it.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from cms.costs import line
from cms.imports.drafts import AccessDraft, ContactDraft, Content, PlaceDraft, SessionDraft
from cms.schedule.exceptions import Exceptions
from cms.schedule.rhythm import Rhythm, RhythmProblem
from cms.schedule.say import say_rhythm

LONGEST = 600


class Difference(NamedTuple):
    """A field as people call it, what it says now and what it would say."""

    field: str
    old: str
    new: str


def differences(before: Content | None, after: Content) -> list[Difference]:
    """Every field that differs, in the order of a listing. `before`: None for a listing that is new."""
    found = []
    for name, label, say in _FIELDS:
        old = _plain(say, getattr(before, name)) if before is not None else ""
        new = _plain(say, getattr(after, name))
        if old != new:
            found.append(Difference(label, old, new))
    return found


def _plain(say: Callable[[Any], str], value: Any) -> str:
    text = "" if value in (None, "", ()) else say(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _places(places: Sequence[PlaceDraft]) -> str:
    return "\n".join(sorted(_place(place) for place in places))


def _place(place: PlaceDraft) -> str:
    point = f"({place.lat:.4f}, {place.lon:.4f})" if place.lat is not None and place.lon is not None else ""
    about = "about" if place.precision == "sector" else ""
    return " ".join(filter(None, (about, ", ".join(filter(None, (place.address, place.postcode))), point)))


def _sessions(sessions: Sequence[SessionDraft]) -> str:
    return "\n".join(sorted(_session(each) for each in sessions))


def _session(each: SessionDraft) -> str:
    try:
        rhythm = Rhythm(
            each.rhythm,  # type: ignore[arg-type]  # checked by Rhythm
            each.days, each.weeks_of_month, each.first, each.until, each.start, each.end,
        )  # fmt: skip
    except RhythmProblem:
        return f"{', '.join(each.days)} {each.start:%H:%M}"
    bank = "on" if each.on_bank_holidays else "off"
    text = say_rhythm(rhythm, Exceptions(bank_holidays=bank, term_time=each.term_time))  # type: ignore[arg-type]
    return f"{text}, with dates changed by hand" if each.changed else text


def _contacts(contacts: Sequence[ContactDraft]) -> str:
    return "\n".join(
        sorted(", ".join(filter(None, (each.name, each.role, each.phone, each.email))) for each in contacts)
    )


def _access(facts: Sequence[AccessDraft]) -> str:
    return "\n".join(
        sorted(
            f"{each.subject.replace('_', ' ')}: {each.state}{f' ({each.note})' if each.note else ''}" for each in facts
        )
    )


def _pounds(pence: int) -> str:
    return f"£{pence / 100:.2f}"


_FIELDS: tuple[tuple[str, str, Callable[[Any], str]], ...] = (
    ("name", "Name", str),
    ("kind", "Kind", lambda kind: str(kind).replace("_", " ")),
    ("summary", "In a sentence", str),
    ("description", "Description", str),
    ("organisation", "Organisation", str),
    ("sessions", "Sessions", _sessions),
    ("opening_words", "Opening times as given", str),
    ("places", "Places", _places),
    ("cost", "Cost", lambda cost: "" if cost == "unknown" else cost),
    ("cost_pence", "Each time", _pounds),
    ("cost_words", "Cost in words", str),
    ("prices", "Prices", lambda found: "; ".join(sorted(line(price) for price in found))),
    ("who_for", "Who it is for", str),
    ("min_age", "Youngest age", str),
    ("max_age", "Oldest age", str),
    ("contacts", "Contacts", _contacts),
    ("url", "Website", str),
    ("access", "Getting in", _access),
    ("first_happens", "What happens the first time", str),
    ("first_bring", "What to bring", str),
    ("tags", "Words from its source", ", ".join),
)
