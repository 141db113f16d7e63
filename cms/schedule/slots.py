"""Which parts of which days a session fills, for "when are you free?".

Invariant: every session fills at least one slot, on the day it starts; a slot is a day and a part, "tue-afternoon".
"""

from __future__ import annotations

from datetime import time
from typing import Final

from cms.schedule.rhythm import WEEKDAYS, Rhythm

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS: Final = ("morning", "afternoon", "evening")
ENOUGH_MINUTES: Final = 30
_BOUNDS: Final = {"morning": (0, 12 * 60), "afternoon": (12 * 60, 17 * 60), "evening": (17 * 60, 24 * 60)}


def part_of_day(moment: time) -> str:
    """Morning before noon, afternoon to five, evening from five."""
    return "morning" if moment.hour < 12 else "afternoon" if moment.hour < 17 else "evening"


def weekly_slots(rhythm: Rhythm) -> frozenset[str]:
    """Slots such as "tue-afternoon", for each day it can fall on, whatever the weeks.

    A session counts in each part of the day that it covers for at least half an hour. One without an end counts where
    it starts, a short one where most of it is, and what is past midnight does not count.
    """
    parts = _parts(rhythm)
    return frozenset(f"{day}-{part}" for day in _days(rhythm) for part in parts)


def _days(rhythm: Rhythm) -> tuple[str, ...]:
    if rhythm.kind == "once":
        return (DAYS[rhythm.first.weekday()],)
    if rhythm.kind == "daily":
        return DAYS
    return tuple(DAYS[WEEKDAYS.index(code)] for code in rhythm.days)


def _parts(rhythm: Rhythm) -> list[str]:
    if rhythm.length is None:
        return [part_of_day(rhythm.start)]
    opens = rhythm.start.hour * 60 + rhythm.start.minute
    closes = opens + int(rhythm.length.total_seconds()) // 60
    covered = {part: min(closes, high) - max(opens, low) for part, (low, high) in _BOUNDS.items()}
    enough = [part for part in PARTS if covered[part] >= ENOUGH_MINUTES]
    return enough or [max(PARTS, key=covered.__getitem__)]
