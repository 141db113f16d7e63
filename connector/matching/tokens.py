"""What a program shows in a worker's place: a token, its beginning and how long it lasts."""

from datetime import timedelta
from typing import Final

from connector.core.tokens import new_token

BEGINS: Final = "match_"
BYTES: Final = 32
LASTS: Final = timedelta(days=90)


def new_match_token() -> str:
    """A token, shown once."""
    return new_token(BYTES, begins=BEGINS)
