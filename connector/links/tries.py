"""How often somebody may open links that are not good: guessing is slow as well as hopeless.

Invariant: counted for all processes together, for the place alone; a link that is good is never counted, so that a
group behind one telephone mast shuts nobody out. What is kept is a keyed hash of the place, for as long as it counts.
"""

from typing import Final

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from connector.accounts.lockout import client_ip

TRIES: Final = 30
SECONDS: Final = 15 * 60


def too_many(request: HttpRequest) -> bool:
    """Whether this place has opened too many that were not good, a quarter of an hour back at most."""
    return int(cache.get(_key(request), 0)) >= TRIES


def count_wrong(request: HttpRequest) -> None:
    """One more."""
    key = _key(request)
    # Not `incr`: in the database's cache that would let the count end after its default time.
    cache.set(key, int(cache.get(key, 0)) + 1, SECONDS)


def _key(request: HttpRequest) -> str:
    return "links." + salted_hmac("connector.links.tries", client_ip(request), algorithm="sha256").hexdigest()[:32]
