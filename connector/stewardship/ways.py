"""In which way somebody is asked: as they said, where we can; else by what we know of them.

Invariant: pure. Nobody is written to in a way that no carrier takes, and nobody is rung without a number. A contact
that connectors alone see is rung or visited, where it is said so, and never written to.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

EMAIL, TEXT, TELEPHONE, VISIT, POST = "email", "text", "telephone", "visit", "post"
RUNG: Final = frozenset({TELEPHONE, VISIT})
"""Ways for which a connector goes, and no message does: they stand on the ring-round sheet."""
CHANNELS: Final = {EMAIL: "email", TEXT: "text", POST: "letter"}
"""The channel of the outbox for each of the other ways."""


@dataclass(frozen=True, slots=True)
class Known:
    """What we know of somebody. `mobile`: the number takes texts. `comes_back`: what we write comes back. `internal`:
    for connectors' eyes alone."""

    email: bool = False
    phone: bool = False
    mobile: bool = False
    letter: bool = False
    comes_back: bool = False
    internal: bool = False


def way_for(said: str, known: Known, channels: Collection[str]) -> str:
    """One of the five; empty where there is none. `said`: what they like best, or nothing; `channels`: those that have
    a carrier ("email", "text", "letter")."""
    if said in RUNG:
        return said if said == VISIT or known.phone else VISIT
    if known.internal:
        return ""
    wanted = [said] if said else []
    for way in [*wanted, EMAIL, TELEPHONE, *([VISIT] if said == POST and known.letter else [])]:
        if _can(way, known, channels):
            return way
    return ""


def why_not(way: str, known: Known) -> str:
    """Why somebody cannot be asked like this, with what to do; nothing where they can."""
    missing = {
        EMAIL: (known.email, "We have no e-mail address for them. Choose another way, or ring us."),
        TEXT: (known.mobile, "A text needs a mobile number. Change the number under “Ring”, or choose another way."),
        TELEPHONE: (known.phone, "We have no number for them. Add it under “Ring”, or choose another way."),
        POST: (known.letter, "A letter needs the address, line by line, with the postcode in the last."),
    }
    has, words = missing.get(way, (True, ""))
    return "" if has else words


def is_mobile(phone: str) -> bool:
    """Whether a number of the United Kingdom takes texts: 07… but for pagers and personal numbers."""
    digits = "".join(filter(str.isdigit, phone)).removeprefix("00")
    plain = f"0{digits[2:].removeprefix('0')}" if digits.startswith("44") else digits
    pager = plain[2:3] in ("0", "6") and not plain.startswith("07624")
    return len(plain) == 11 and plain.startswith("07") and not pager


def how_confirmed(way: str) -> str:
    """What stands beside a confirmation that a connector got."""
    return {VISIT: "on a visit, by the council's connector"}.get(way, "by telephone, by the council's connector")


def _can(way: str, known: Known, channels: Collection[str]) -> bool:
    carried = way not in CHANNELS or (CHANNELS[way] in channels and not known.comes_back)
    has = {EMAIL: known.email, TEXT: known.mobile, TELEPHONE: known.phone, POST: known.letter, VISIT: True}
    return carried and has[way]
