"""What an answer says of a website, when it is looked at next, and when anybody is told.

Invariant: pure; what we are not sure of counts as nothing, neither for nor against.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from connector.fetching.base import Fetched, Refused, Why

EVERY: Final = 14
"""Days between two looks at a website that is there."""
TOLD_AFTER: Final = 3
PAUSES: Final = (1, 1, 7, 14, 28)
GAP_SECONDS: Final = 5.0
"""At least so long between two questions to one host."""
GONE: Final = "There is nothing at this address any more."
FAULT: Final = "The website answers with an error."
_NO_MATTER: Final = {Why.LARGE, Why.GARBLED, Why.OFF}
_NOT_WELL_ASKED: Final = {400, 403, 404, 405, 406, 410, 500, 501, 503}


class Stands(StrEnum):
    """`UNSURE`: it does not want to be looked at, or says something that means nothing to us."""

    THERE = "there"
    UNSURE = "unsure"
    WRONG = "wrong"


def weighed(answer: Fetched | Refused) -> tuple[Stands, str]:
    """How it stands, and what is wrong in a sentence."""
    if isinstance(answer, Refused):
        return (Stands.UNSURE, "") if answer.why in _NO_MATTER else (Stands.WRONG, answer.why.value)
    if answer.status in (404, 410):
        return Stands.WRONG, GONE
    if 500 <= answer.status < 600:
        return Stands.WRONG, FAULT
    return (Stands.THERE, "") if answer.status < 400 else (Stands.UNSURE, "")


def asks_again(answer: Fetched | Refused) -> bool:
    """Whether the page itself has to be asked for: some servers answer a question for the head of it alone wrongly."""
    return isinstance(answer, Fetched) and answer.status in _NOT_WELL_ASKED


def next_day(today: date, failed_days: int) -> date:
    """`failed_days`: different days on which it was wrong, today included."""
    return today + timedelta(days=PAUSES[min(failed_days, len(PAUSES)) - 1] if failed_days else EVERY)


def first_day(today: date, key: int) -> date:
    """When a website is looked at first: spread over two weeks, so that a new installation asks nobody all at once."""
    return today + timedelta(days=key % EVERY)


def host_of(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def next_host(waiting: Mapping[str, int], asked_at: Mapping[str, float], now: float) -> tuple[str, float]:
    """Of the hosts with something `waiting`, the one that may be asked first, and in how many seconds."""
    ready = {host: max(0.0, asked_at.get(host, now - GAP_SECONDS) + GAP_SECONDS - now) for host in waiting}
    host = min(ready, key=lambda each: (ready[each], -waiting[each], each))
    return host, ready[host]
