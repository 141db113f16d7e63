"""When a calendar is read next, and when a group is told that it cannot be. Invariant: pure."""

from datetime import date, timedelta
from typing import Final

TOLD_AFTER: Final = 3
"""So many days one after another without an answer; fewer are a website's bad day."""
PAUSES: Final = (1, 1, 1, 2, 4, 7)
"""Days until the next try, after so many days without an answer."""
WHOLE_AFTER: Final = timedelta(days=7)
"""So long "nothing has changed" is enough; then all of it is read again, since the months that we look at move on."""


def next_day(today: date, failed_days: int) -> date:
    """When to look again. `failed_days`: how many days it could not be read, today included; 0 where it was."""
    return today + timedelta(days=PAUSES[min(failed_days, len(PAUSES)) - 1] if failed_days else 1)


def is_told(failed_days: int, told: bool) -> bool:
    """Whether the group hears of it now."""
    return failed_days >= TOLD_AFTER and not told


def may_ask_for_changes(read_on: date | None, today: date) -> bool:
    return read_on is not None and today - read_on < WHOLE_AFTER
