"""Which facts differ between two versions of a listing, read from their JSON.

Invariant: what Wagtail and our own records keep beside a version is no fact; the number of a row is none either, nor
how a contact likes to be asked. A session at a place that people did not know is a change of place, and anything else
about a contact but its public number is a change of people. Pure.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from cms.lookalikes import look_alikes
from cms.moderation import OTHER, holds_link

Content = Mapping[str, Any]

BOOKKEEPING: Final = frozenset(
    "pk uuid live has_unpublished_changes first_published_at last_published_at go_live_at expire_at expired "
    "latest_revision live_revision locked locked_at locked_by created_at confirmed_on confirmed_by confirmed_how "
    "ran_on sources tags met unasked".split()
)
"""Not what a group says. `tags` to `unasked` are the council's, and no page of a group's reaches them."""

FACT_OF: Final[Mapping[str, str]] = {
    "sessions": "times",
    "room": "room",
    "help_wanted": "help",
    "name": "name",
    **dict.fromkeys(("kind", "summary", "description", "organisation"), "purpose"),
    **dict.fromkeys(("reach", "asset_places", "asset_areas"), "place"),
    **dict.fromkeys(("who_for", "audience", "min_age", "max_age", "only_for", "only_for_reason"), "who"),
    **dict.fromkeys(("greeter_name", "greeter_words"), "people"),
}
_OF_A_ROW: Final = frozenset({"pk", "asset", "sort_order", "prefers", "best_time", "best_time_words", "post_to"})
_PUBLIC: Final = "public"


def differing(before: Content, after: Content) -> frozenset[str]:
    """The names whose values differ."""
    names = (before.keys() | after.keys()) - BOOKKEEPING
    return frozenset(name for name in names if _plain(before.get(name)) != _plain(after.get(name)))


def facts_of(names: Iterable[str], before: Content, after: Content) -> dict[str, str]:
    """Name -> the fact that its change is. `before` is what people see."""
    return {name: _fact(name, before, after) for name in names}


def takes_number_off(before: Content, after: Content) -> bool:
    """Whether a public number is gone and none came."""
    return bool(_numbers(before)) and not _numbers(after) - _numbers(before)


def new_words(name: str, before: Content, after: Content) -> list[str]:
    """The texts of a name that were not there before, in a fixed order."""
    return sorted(set(_texts(after.get(name))) - set(_texts(before.get(name))))


def alike(names: Iterable[str], before: Content, after: Content) -> frozenset[str]:
    """The names whose new words hold a letter that looks like another."""
    return frozenset(name for name in names if look_alikes(new_words(name, before, after)))


def linked(names: Iterable[str], before: Content, after: Content) -> frozenset[str]:
    """The names whose new words hold an address of any kind."""
    return frozenset(name for name in names if any(map(holds_link, new_words(name, before, after))))


def _fact(name: str, before: Content, after: Content) -> str:
    if name == "sessions" and _held(after) - _places(before):
        return "place"
    if name == "contacts":
        return "number" if _without_numbers(before) == _without_numbers(after) else "people"
    return FACT_OF.get(name, OTHER)


def _places(content: Content) -> set[Any]:
    return _held(content) | {row["place"] for row in content.get("asset_places", ())}


def _held(content: Content) -> set[Any]:
    """The places that sessions name."""
    return {row["place"] for row in content.get("sessions", ())} - {None}


def _numbers(content: Content) -> set[str]:
    rows = content.get("contacts", ())
    return {row["phone"] for row in rows if row["visibility"] == _PUBLIC and row["phone"]}


def _without_numbers(content: Content) -> list[str]:
    """The contacts but for public numbers. One that says nothing else is none."""
    rows = [{**row, "phone": ""} if row["visibility"] == _PUBLIC else row for row in content.get("contacts", ())]
    said = [row for row in rows if any(row[part] for part in ("name", "role", "phone", "email"))]
    return _plain(said)  # type: ignore[no-any-return]


def _plain(value: Any) -> Any:
    """Without what is no fact: rows in any order, and without their numbers."""
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        rows = ({name: part for name, part in row.items() if name not in _OF_A_ROW} for row in value)
        return sorted(json.dumps(row, sort_keys=True) for row in rows)
    return value or None if value != 0 else 0


def _texts(value: Any) -> Iterable[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
