"""What differs between two versions of a listing, in words: how it was and how it is, side by side.

Invariant: no value is shown as JSON, code or number of a row; what is empty is said to be not said.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final

from django.utils.text import capfirst

from cms import costs
from cms.models import Asset, Contact, Session
from cms.schedule.names import full_date
from cms.schedule.say import say_day, say_days, say_rhythm
from cms.sessions import exceptions_of, rhythm_of

NOT_SAID: Final = "Nothing said"
Difference = tuple[str, str, str]
"""Of what, how it was, how it is."""


def differences(before: Asset | None, after: Asset, names: Iterable[str], today: date) -> list[Difference]:
    """A line for each of these fields or parts of an asset, in the order of its model. None: there was nothing."""
    wanted = set(names)
    told = [(_label(name), _said(before, name, today), _said(after, name, today)) for name in _ORDER if name in wanted]
    return [each for each in told if each[1] != each[2]]


def _label(name: str) -> str:
    return _LABELS.get(name) or capfirst(str(getattr(Asset._meta.get_field(name), "verbose_name", name)))


def _said(asset: Asset | None, name: str, today: date) -> str:
    if asset is None:
        return NOT_SAID
    said = _PARTS[name](asset, today) if name in _PARTS else _field(asset, name)
    return said.strip() or NOT_SAID


def _field(asset: Asset, name: str) -> str:
    value = getattr(asset, name)
    shown = getattr(asset, f"get_{name}_display", None)
    if shown is not None and value:
        return str(shown())
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _session(session: Session, today: date) -> str:
    rhythm = rhythm_of(session)
    if rhythm is None:
        return "A time that cannot be understood"
    exceptions = exceptions_of(session)
    words = [say_rhythm(rhythm, exceptions)]
    if rhythm.kind == "fortnightly" or (rhythm.kind != "once" and rhythm.first > today):
        words.append(f"counted from {full_date(rhythm.first)}")
    if session.place is not None:
        words.append(f"at {session.place}")
    if closed := sorted(day for day in exceptions.closed if day >= today):
        words.append(f"not on {say_days(closed, today)}")
    if extra := sorted(day for day in exceptions.extra if day >= today):
        words.append(f"also on {say_days(extra, today)}")
    off = sorted((day, why) for day, why in exceptions.cancelled.items() if day >= today)
    words += [f"called off {say_day(day, today)}: {why}".rstrip(": ") for day, why in off]
    return "; ".join(words)


def _contact(contact: Contact) -> str:
    said = [contact.name, contact.role, contact.phone, contact.email]
    seen = "" if contact.visibility == Contact.Visibility.PUBLIC else f"({contact.get_visibility_display()})"
    return " ".join(filter(None, [", ".join(filter(None, said)), seen]))


def _lines(rows: Iterable[Any], say: Callable[[Any], str] = str) -> str:
    return "\n".join(filter(None, map(say, rows)))


_PARTS: Final[Mapping[str, Callable[[Asset, date], str]]] = {
    "sessions": lambda asset, today: _lines(asset.sessions.all(), lambda row: _session(row, today)),
    "contacts": lambda asset, _: _lines(asset.contacts.all(), _contact),
    "asset_places": lambda asset, _: _lines(row.place for row in asset.asset_places.all()),
    "asset_areas": lambda asset, _: _lines(row.area for row in asset.asset_areas.all()),
    "asset_interests": lambda asset, _: _lines(
        asset.asset_interests.all(), lambda row: f"{row.interest.label}: {row.get_state_display()}"
    ),
    "cost_options": lambda asset, _: _lines(asset.cost_options.all(), lambda row: costs.line(row.price)),
    "access_facts": lambda asset, _: _lines(
        asset.access_facts.all(),
        lambda row: f"{row.get_subject_display()}: {row.get_state_display()} {row.note}".strip(),
    ),
    "lends": lambda asset, _: _lines(asset.lends.all()),
}
_LABELS: Final[Mapping[str, str]] = {
    "sessions": "When",
    "contacts": "Whom to ask",
    "asset_places": "Where",
    "asset_areas": "Areas",
    "asset_interests": "Interests",
    "cost_options": "Prices",
    "access_facts": "Getting in and staying",
    "lends": "Lends",
    "room": "Room",
}
_FIRST: Final = ("name", "sessions", "room", "contacts", "asset_places")
_ORDER: Final = tuple(dict.fromkeys((*_FIRST, *(field.name for field in Asset._meta.concrete_fields), *_PARTS)))
