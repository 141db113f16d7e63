"""Times of day as people write them: "9.30", "1:30pm", "noon", "1330", a part of a day as Excel keeps it.

Invariant: pure; a time that could be of the morning or of the evening is not one until something else tells.
"""

import re
from datetime import time
from typing import NamedTuple

_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?\s*([ap])?\.?\s*(?:m\b\.?)?", re.IGNORECASE)
_PLAIN_FOUR = re.compile(r"([01]\d|2[0-3])([0-5]\d)(?:\s*(?:hrs?|hours))?")
_FRACTION = re.compile(r"0?\.\d+")
_WORDS = {"noon": (12, 0), "midday": (12, 0), "12 noon": (12, 0), "12noon": (12, 0), "12 midday": (12, 0),
          "midnight": (0, 0),          "12 midnight": (0, 0)}  # fmt: skip


class Said(NamedTuple):
    """A time as it was said. `half`: "a" or "p" where that was said; `sure`: it needs no half (24 hours, noon)."""

    hour: int
    minute: int
    half: str = ""
    sure: bool = False


def said(text: str) -> Said | None:
    """Read one time; None for anything else."""
    plain = " ".join(text.casefold().replace(";", ":").split())
    if plain in _WORDS:
        return Said(*_WORDS[plain], sure=True)
    if found := _PLAIN_FOUR.fullmatch(plain):
        return Said(int(found[1]), int(found[2]), sure=True)
    if _FRACTION.fullmatch(plain):
        minutes = round(float(plain) * 24 * 60)
        return Said(minutes // 60 % 24, minutes % 60, sure=True)
    found = _CLOCK.fullmatch(plain)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    hour %= 24
    sure = not half and (hour > 12 or hour == 0 or (len(found[1]) == 2 and found[1][0] == "0" and bool(found[2])))
    return Said(hour, minute, half, sure)


def span(start: Said, end: Said | None) -> tuple[time, time | None] | None:
    """From when to when; None where morning or evening is anybody's guess, or it ends when it starts.

    The half that only the end says goes for the start too, unless that would turn them round: "10-2pm". Without any,
    1 to 5 are afternoons, 9 to 12 mornings, and 6 to 8 could be either, unless the end tells: "8.30-5".
    """
    if end is None:
        alone = _alone(start)
        return None if alone is None else (alone, None)
    for begins, ends in _ways(start, end):
        if begins != ends:
            return begins, ends
    return None


def exactly(text: str) -> time | None:
    """A time of a column that holds nothing else: taken by the 24-hour clock where no half is said."""
    found = said(text)
    return None if found is None else _at(found, found.half)


def _ways(start: Said, end: Said) -> list[tuple[time, time]]:
    if start.half or start.sure:
        return _end_told_by_start(start, end)
    if end.half == "p":
        return _before_an_afternoon(start, _at(end, "p"))
    if end.half == "a":
        return [(_at(start, "a"), _at(end, "a"))] if _at(start, "a") < _at(end, "a") else []
    if end.sure:
        begins, ends = _at(start, "a" if end.hour <= 12 else ""), _at(end, "")
        if end.hour > 12 and start.hour < 9:
            later = _at(start, "p")
            return [(later, ends)] if later < ends and start.hour < 6 else ([(begins, ends)] if start.hour >= 7 else [])
        return [(begins, ends)] if begins < ends else []
    return _neither_told(start, end)


def _end_told_by_start(start: Said, end: Said) -> list[tuple[time, time]]:
    begins = _at(start, start.half)
    if end.half or end.sure:
        ends = _at(end, end.half)
        late = begins.hour >= 18 and ends.hour <= 3
        return [(begins, ends)] if begins < ends or late else []
    for half in ("a", "p"):
        if _at(end, half) > begins:
            return [(begins, _at(end, half))]
    return []


def _before_an_afternoon(start: Said, ends: time) -> list[tuple[time, time]]:
    same = _at(start, "p")
    if same < ends:
        return [(same, ends)]
    morning = _at(start, "a")
    return [(morning, ends)] if morning < ends and start.hour >= 6 else []


def _neither_told(start: Said, end: Said) -> list[tuple[time, time]]:
    begins = _alone(start)
    if begins is None:
        if 6 <= start.hour <= 8 and end.hour < 6:
            return [(_at(start, "a"), _at(end, "p"))]
        return []
    for half in ("a", "p"):
        ends = _at(end, half)
        if ends > begins:
            return [(begins, ends)]
    return []


def _alone(one: Said) -> time | None:
    if one.half or one.sure:
        return _at(one, one.half)
    if 9 <= one.hour <= 12:
        return _at(one, "a" if one.hour < 12 else "p")
    return _at(one, "p") if 1 <= one.hour <= 5 else None


def _at(one: Said, half: str) -> time:
    hour = one.hour
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12 and not one.sure:
        hour = 12 if not one.half else 0
    return time(hour, one.minute)
