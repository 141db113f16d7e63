"""What changed between two readings of a calendar, in a sentence: "Two dates moved, one was called off."

Invariant: pure. A date that went by is no change, and neither is one that only came into sight.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final, NamedTuple

from connector.feeds.dates import EventDate

_SMALL: Final = "no one two three four five six seven eight nine ten".split()


class Kept(NamedTuple):
    """A date as it was kept: `start` and `end` in ISO form, with their offset."""

    start: str
    end: str
    off: bool


def kept(dates: Iterable[EventDate]) -> dict[str, list[object]]:
    """The dates by key, as JSON."""
    return {each.key: list(_kept(each)) for each in dates}


def changes(
    before: Mapping[str, Iterable[object]], after: Iterable[EventDate], now: datetime, seen_until: datetime
) -> str:
    """`before`: as `kept` gave it; `seen_until`: how far ahead that reading looked. Empty where nothing changed."""
    old = {key: Kept(*row) for key, row in before.items()}  # type: ignore[arg-type]  # as `kept` wrote it
    old = {key: row for key, row in old.items() if datetime.fromisoformat(row.start) > now}
    new = {each.key: _kept(each) for each in after if each.start > now}
    near = {key for key, row in new.items() if datetime.fromisoformat(row.start) <= seen_until}
    both = old.keys() & new.keys()
    moved = sum(old[key][:2] != new[key][:2] for key in both)
    off = sum(new[key].off and not old[key].off for key in both)
    on = sum(old[key].off and not new[key].off for key in both)
    return _sentence(
        (moved, "moved", "moved"),
        (off, "was called off", "were called off"),
        (on, "is on after all", "are on after all"),
        (len(near - old.keys()), "is new", "are new"),
        (len(old.keys() - new.keys()), "is gone", "are gone"),
    )


def _kept(each: EventDate) -> Kept:
    return Kept(each.start.isoformat(), each.end.isoformat() if each.end else "", each.off)


def _sentence(*parts: tuple[int, str, str]) -> str:
    said: list[str] = []
    for count, one, many in parts:
        if count:
            number = _SMALL[count] if count < len(_SMALL) else f"{count:,}"
            noun = "" if said else " date" if count == 1 else " dates"
            said.append(f"{number}{noun} {one if count == 1 else many}")
    words = ", ".join(said)
    return f"{words[0].upper()}{words[1:]}." if words else ""
