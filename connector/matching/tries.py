"""How often taking a phone back may be tried: a few times, then a pause, and each pause is longer. Pure.

Invariant: whatever is typed during a pause is not looked at, and a pause never gets shorter.
"""

import re
from datetime import datetime, timedelta
from typing import Final

TRIES: Final = 5
FIRST_PAUSE: Final = timedelta(minutes=5)
LONGEST_PAUSE: Final = timedelta(hours=1)
_PIN: Final = re.compile(r"[0-9]{4,8}")
_RUN: Final = "01234567890"


def is_closed(closed_until: datetime | None, now: datetime) -> bool:
    return closed_until is not None and now < closed_until


def pause_after(failures: int) -> timedelta | None:
    """How long it is closed after this many wrong tries in all: not at all, but after every fifth. 5, 10, 20 minutes,
    an hour at most: about eighty tries in a working day, of at least 10,000."""
    if not failures or failures % TRIES:
        return None
    return min(FIRST_PAUSE * 2 ** min(failures // TRIES - 1, 10), LONGEST_PAUSE)


def tries_left(failures: int) -> int:
    """How many tries there are before the next pause."""
    return TRIES - failures % TRIES


def pin_problem(pin: str) -> str:
    """What is wrong with the digits that somebody chose; nothing where they will do."""
    if not _PIN.fullmatch(pin):
        return "Choose four to eight digits, for instance the end of a telephone number that you know."
    if len(set(pin)) == 1 or pin in _RUN or pin[::-1] in _RUN:
        return "That one is tried first. Choose digits that do not repeat or run on."
    return ""
