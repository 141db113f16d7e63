"""What a fetcher promises: asked for an address, it gives what lies there, or why not.

Invariant: `fetch` raises nothing and keeps to the limits that it was given, whatever the other side does. It sends no
credentials and no cookies, and never reaches a machine that is not on the public internet.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal, Protocol

MOST_REDIRECTS: Final = 5


class Why(StrEnum):
    """Why nothing was fetched, in a sentence for people."""

    ADDRESS = "This is no web address that we can follow. It has to begin with https:// or http://."
    INSIDE = "This address leads to a machine that is not on the public internet."
    NOWHERE = "There is no such website: its name is not known."
    AWAY = "The website does not answer."
    UNSAFE = "The website cannot show that it is the one that it says it is: its certificate does not hold."
    LOST = "The website sends us on and on, and leads nowhere."
    LARGE = "What lies there is too large."
    SLOW = "The website takes too long to answer."
    GARBLED = "The website gives an answer that cannot be read."
    OFF = "Looking at other websites is switched off here."


@dataclass(frozen=True, slots=True)
class Asked:
    """`most_bytes`: of what is read, after it was unpacked as well. `seconds`: for all of it, redirects included.

    `cut`: read that many bytes and leave the rest, where otherwise more would be refused. `etag`, `modified`: what came
    with it last time, so that it need not be sent again.
    """

    url: str
    method: Literal["GET", "HEAD"] = "GET"
    most_bytes: int = 2_000_000
    seconds: float = 15.0
    cut: bool = False
    etag: str = ""
    modified: str = ""
    accept: str = "*/*"


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer, of whatever status. `url`: where it came from in the end; `headers`: by lower-case name."""

    status: int
    url: str
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def unchanged(self) -> bool:
        """It is what it was when its `etag` or `modified` came."""
        return self.status == 304


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was fetched."""

    why: Why


class Fetcher(Protocol):
    """Asks other people's servers."""

    def fetch(self, asked: Asked) -> Fetched | Refused:
        """What lies at an address."""
