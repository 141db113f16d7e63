"""Once a visit: the same wish pressed again is not counted again.

Invariant: the session holds keyed hashes and nothing that can be read; it goes with the visit.
"""

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from django.contrib.sessions.backends.base import SessionBase
from django.utils.crypto import salted_hmac

KEY: Final = "noted"
MOST: Final = 200
Noted = TypeVar("Noted")


def not_noted_yet(
    session: SessionBase, found: Iterable[Noted], name: Callable[[Noted], str], under: str = KEY
) -> list[Noted]:
    """Those that were not noted in this session, which from now on are. `name` tells one from another; `under`: the
    session's key, one for each that has much to note, so that none crowds out another's."""
    known = set(session.get(under, []))
    fresh = {_hashed(name(each)): each for each in found}
    new = {mark: each for mark, each in fresh.items() if mark not in known}
    if new:
        session[under] = [*session.get(under, []), *new][-MOST:]
    return list(new.values())


def is_noted(session: SessionBase, name: str) -> bool:
    """Whether this was noted in this session."""
    return _hashed(name) in session.get(KEY, [])


def _hashed(name: str) -> str:
    return salted_hmac("connector.gaps.once", name, algorithm="sha256").hexdigest()[:16]
