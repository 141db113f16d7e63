"""A text that opens something without a name or a password, and what is kept of it. Pure but for the dice.

Invariant: a token is the system's randomness, so much of it that nobody guesses one and a plain hash keeps it; what is
kept opens nothing.
"""

import hashlib
import secrets


def new_token(size: int, *, begins: str = "") -> str:
    """A token of `size` random bytes. A beginning says what it is, so that whoever finds one knows what to revoke."""
    return begins + secrets.token_urlsafe(size)


def digest_of(token: str) -> str:
    """What is kept of it: SHA-256, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()
