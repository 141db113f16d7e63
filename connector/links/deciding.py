"""Whether a link opens what it is for, from what is known of it.

Invariant: pure. Whatever is not plainly good opens nothing; what was taken back is told before what ran out, so that
nobody is sent after a new link that they should not have.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Standing(StrEnum):
    """How a link stands."""

    VALID = "valid"
    UNKNOWN = "unknown"
    WRONG_PURPOSE = "wrong purpose"
    REVOKED = "revoked"
    USED = "used"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Sent:
    """What is kept of a link that the decision reads. `single_use`: its purpose allows one press and no more."""

    purpose: str
    expires_at: datetime
    used_at: datetime | None = None
    revoked_at: datetime | None = None
    single_use: bool = False


def standing_of(sent: Sent | None, *, purpose: str, now: datetime) -> Standing:
    """How a link stands at `now` for somebody who wants it for `purpose`; None is one that we never sent."""
    if sent is None:
        return Standing.UNKNOWN
    if not purpose or sent.purpose != purpose:
        return Standing.WRONG_PURPOSE
    if sent.revoked_at is not None:
        return Standing.REVOKED
    if sent.single_use and sent.used_at is not None:
        return Standing.USED
    return Standing.EXPIRED if sent.expires_at <= now else Standing.VALID
