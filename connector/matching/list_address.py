"""The address of a list of listings, as it stands in the square on the take-home: their ids, and nothing else. Pure.

Invariant: says nothing of whom the list is for; what is no id is passed over; at most `MOST` are read.
"""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from typing import Final
from uuid import UUID

MOST: Final = 20
BETWEEN: Final = "."
_LENGTH: Final = 22


def codes(uuids: Iterable[str]) -> str:
    """22 signs for each id (RFC 4648, base64url), with dots between. Raises ValueError for what is no id."""
    return BETWEEN.join(urlsafe_b64encode(UUID(each).bytes).rstrip(b"=").decode() for each in uuids)


def uuids(text: str) -> list[str]:
    """The ids in a text made by `codes`, each once, in its order."""
    read = (_uuid(code) for code in text.split(BETWEEN)[: 2 * MOST])
    return list(dict.fromkeys(filter(None, read)))[:MOST]


def _uuid(code: str) -> str:
    if len(code) != _LENGTH:
        return ""
    try:
        return str(UUID(bytes=urlsafe_b64decode(f"{code}==".encode("ascii"))))
    except (UnicodeEncodeError, binascii.Error, ValueError):
        return ""
