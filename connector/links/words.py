"""What somebody reads whose link does not open: what is so, and what to do next.

Invariant: pure; says nothing of whom or what the link was about, since whoever holds it may not be who it was sent to.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from connector.links.deciding import Standing


class Told(NamedTuple):
    """The heading, what is so, what to do, and the status of the answer."""

    heading: str
    words: str
    next_step: str
    status: int


ENDED: Final[Mapping[Standing, Told]] = {
    Standing.UNKNOWN: Told(
        "We do not know this link",
        "It may have been cut off on its way: some programs break a long link in two.",
        "Open it from the message once more, or copy all of it.",
        404,
    ),
    Standing.WRONG_PURPOSE: Told(
        "This link is for something else",
        "It does not belong to this page.",
        "Open it from the message once more.",
        404,
    ),
    Standing.REVOKED: Told(
        "This link has been taken back",
        "It opens nothing any more. Somebody may have sent you a newer one.",
        "Look for the newest message from us.",
        410,
    ),
    Standing.USED: Told(
        "This link has done its work",
        "It was for one press, and that has arrived. Nothing is left to do.",
        "If that was not you, tell us.",
        410,
    ),
    Standing.EXPIRED: Told(
        "This link has run out",
        "Links in our messages work for some weeks only, to keep your listing safe.",
        "Wait for our next message, or sign in with a code by e-mail.",
        410,
    ),
}
