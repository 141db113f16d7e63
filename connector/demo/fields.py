"""From the words of a borough's file to the fields of the catalogue's rows.

Invariant: pure; a key that a record does not have is a field that stays empty.

A record of a listing has `cost` {kind, pence, words, options: [{label, pence, per, concession}]}; `who_for` {words,
min_age, max_age, audience, only, why, level, mood, usual: [least, most]}; `first` {happens: [line, …], bring, door,
company, busy, quiet, leave}; `waiting` {words, how}; `access` {subject: [state, note]}; `picture` and `first.picture`:
names in `pictures.json`.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

Record = Mapping[str, Any]
ORGANISATION = ("name", "summary", "informal", "purpose", "legal_status", "phone", "email", "url")


def asset_fields(record: Record, today: date) -> dict[str, Any]:
    """The fields of a listing but those that lead to other rows."""
    return {
        **{name: record[name] for name in ("kind", "name", "summary", "description", "reach", "room")},
        "url": record.get("url") or "",
        "opening_words": "\n".join(record.get("opening", [])),
        "help_wanted": record.get("help_wanted") or "",
        **_cost(record["cost"]),
        **_people(record),
        **_who_for(record["who_for"]),
        **_first(record.get("first", {})),
        **_confirmed(record.get("confirmed"), today),
    }


def place_fields(record: Record) -> dict[str, Any]:
    """The fields of a place but its ward and its picture."""
    return {
        **{name: record[name] for name in ("name", "postcode", "lat", "lon")},
        "address": record["street"],
        "opening_words": "\n".join(record.get("opening", [])),
        **{name: record.get(name) or "" for name in ("summary", "directions", "phone", "url")},
    }


def organisation_fields(record: Record) -> dict[str, Any]:
    """The fields of an organisation but its picture and its contacts."""
    return {name: record[name] for name in ORGANISATION if record.get(name) is not None}


def contact_fields(record: Record) -> dict[str, Any]:
    """The fields of a contact, of a listing or of an organisation."""
    return {name: value or "" for name, value in record.items()}


def price_fields(record: Record) -> dict[str, Any]:
    """The fields of one price."""
    return {
        "label": record.get("label", ""),
        "pence": record["pence"],
        "per": record.get("per", "session"),
        "concession": record.get("concession", False),
    }


def session_fields(record: Record) -> dict[str, Any]:
    """The fields of a session but its place and whose terms it keeps to."""
    return {
        "rhythm": record["rhythm"],
        "days": [day[:2].upper() for day in record["days"]],
        "weeks_of_month": record.get("week_of_month") or [],
        "first": record["first"],
        "until": record.get("until"),
        "start": record["start"],
        "end": record.get("end"),
        "term_time": record.get("term_time", False),
        "on_bank_holidays": record.get("bank_holidays") == "on",
        "closed": record.get("closed", []),
        "cancelled": {each["date"]: each["why"] for each in record.get("cancelled", [])},
    }


def _cost(cost: Record) -> dict[str, Any]:
    return {"cost": cost["kind"], "cost_pence": cost.get("pence"), "cost_words": cost.get("words") or ""}


def _people(record: Record) -> dict[str, Any]:
    greeter, waiting = record.get("greeter") or {}, record.get("waiting") or {}
    return {
        "greeter_name": greeter.get("name", ""),
        "greeter_words": greeter.get("words", ""),
        "waiting_words": waiting.get("words", ""),
        "waiting_how": waiting.get("how", ""),
    }


def _who_for(who: Record) -> dict[str, Any]:
    least, most = who.get("usual") or (None, None)
    return {
        "who_for": who["words"],
        "audience": who["audience"],
        "min_age": who.get("min_age"),
        "max_age": who.get("max_age"),
        "only_for": who.get("only", ""),
        "only_for_reason": who.get("why", ""),
        "level": who.get("level", ""),
        "mood": who.get("mood", ""),
        "usual_least": least,
        "usual_most": most,
    }


def _first(first: Record) -> dict[str, Any]:
    return {
        "first_happens": "\n".join(first.get("happens", [])),
        "first_bring": first.get("bring", ""),
        "first_door": first.get("door", ""),
        **{f"first_{name}": first.get(name, "") for name in ("company", "busy", "quiet", "leave")},
    }


def _confirmed(confirmed: Record | None, today: date) -> dict[str, Any]:
    return {
        "confirmed_on": today - timedelta(days=confirmed["days_ago"]) if confirmed else None,
        "confirmed_by": confirmed["by"] if confirmed else "",
        "confirmed_how": confirmed["how"] if confirmed else "",
    }
