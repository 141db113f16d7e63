"""What a program shows in a worker's place: a token, and what is kept of it. Pure but for the dice.

Invariant: a token is 32 bytes of the system's randomness, so that nobody guesses one and a plain hash keeps it; what is
kept opens nothing.
"""

import hashlib
import secrets
from datetime import timedelta
from typing import Final

BEGINS: Final = "match_"
LASTS: Final = timedelta(days=90)


def new_token() -> str:
    """A token, shown once. Its beginning says what it is, so that whoever finds one knows what to revoke."""
    return BEGINS + secrets.token_urlsafe(32)


def digest_of(token: str) -> str:
    """What is kept of it: SHA-256, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()
