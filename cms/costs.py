"""What several prices come to in one line: what somebody should bring, never less than they may be asked for.

Invariant: pure. A summary is free only where every price is nothing, and its amount is the dearest that is asked of
people who can claim no reduction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cms.tongue import gettext, gettext_noop

# How long a price lasts: its code, and the words after the amount. In the order that a summary prefers.
PERIODS: Final = {
    "session": "",
    "hour": "an hour",
    "day": "a day",
    "week": "a week",
    "month": "a month",
    "term": "a term",
    "course": "for the course",
    "year": "a year",
    "once": "once",
}


@dataclass(frozen=True, slots=True)
class Price:
    """One price. `pence`: 0 is free. `per`: one of `PERIODS`. `concession`: only for some, who can ask for it."""

    pence: int
    per: str = "session"
    label: str = ""
    concession: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """`cost`: free or paid. `pence`: what one time costs at most, where it is paid by the time. `words`: for a card."""

    cost: str
    pence: int | None
    words: str


def money(pence: int) -> str:
    """ "£2", "£1.50", "50p"."""
    if pence < 100:
        return f"{pence}p"
    return f"£{pence // 100}" if pence % 100 == 0 else f"£{pence // 100}.{pence % 100:02d}"


# Each price as a whole phrase: languages put the amount and what it lasts for in their own order.
_FOR: Final = {
    "session": "%(money)s",
    "hour": gettext_noop("%(money)s an hour"),
    "day": gettext_noop("%(money)s a day"),
    "week": gettext_noop("%(money)s a week"),
    "month": gettext_noop("%(money)s a month"),
    "term": gettext_noop("%(money)s a term"),
    "course": gettext_noop("%(money)s for the course"),
    "year": gettext_noop("%(money)s a year"),
    "once": gettext_noop("%(money)s once"),
}


def amount(price: Price) -> str:
    """ "£2", "£30 a year", "free"."""
    if not price.pence:
        return gettext("free")
    return gettext(_FOR[price.per]) % {"money": money(price.pence)}


def line(price: Price) -> str:
    """A price as a listing tells it: "£2", "Under 16: free", "Concession: £1.50 a month"."""
    label = price.label or (gettext("Concession") if price.concession else "")
    said = amount(price)
    return f"{label}: {said}" if label else f"{said[:1].upper()}{said[1:]}"


def summary(prices: Sequence[Price]) -> Summary | None:
    """What the prices come to; None where there are none."""
    if not prices:
        return None
    full = [price for price in prices if not price.concession] or list(prices)
    if not any(price.pence for price in full):
        return Summary("free", 0, gettext("Free"))
    per = min((price.per for price in full if price.pence), key=list(PERIODS).index)
    dearest = max((price for price in full if price.per == per), key=lambda price: price.pence)
    less = any(price.pence < dearest.pence for price in prices if price.per == per)
    words = gettext("Up to %(price)s") % {"price": amount(dearest)} if less else amount(dearest)
    return Summary("paid", dearest.pence if per == "session" else None, words)
