"""One writer an index: whoever holds the lease may write it and move its position.

Invariant: taking, renewing and moving are single conditional updates of the position's row, so two processes never both
succeed; whoever has lost the lease finds out at the next of them and stops. A holder that stopped without a word is
passed over when its time is up, and at once where this machine can see that its process is gone.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from secrets import token_hex

from django.db import DatabaseError
from django.db.models import Q
from django.utils import timezone

from search import conf
from search.engines.base import Engine
from search.indexing.outbox import Mark
from search.models import IndexPosition


class LeaseLost(Exception):
    """Somebody else holds the index now: what was being done is theirs to do again."""


class Lease:
    """The right to write one index, for a while. `move` and `renew` extend it."""

    def __init__(self, position_id: int, holder: str) -> None:
        self._mine = IndexPosition.objects.filter(pk=position_id, lease_holder=holder)

    @property
    def position(self) -> IndexPosition:
        """The position as it is now. Raises LeaseLost."""
        found = self._mine.first()
        if found is None:
            raise LeaseLost
        return found

    @property
    def mark(self) -> Mark:
        return mark_of(self.position)

    def renew(self) -> None:
        """Hold it for longer. Raises LeaseLost."""
        self._update()

    def move(self, mark: Mark) -> None:
        """All changes up to this mark are in the index. Raises LeaseLost."""
        self._update(last_xact=mark.xact, last_change=mark.change)

    def set(self, **fields: object) -> None:
        """Write other fields of the position. Raises LeaseLost."""
        self._update(**fields)

    def release(self) -> None:
        self._mine.update(lease_holder="", lease_until=None)

    def _update(self, **fields: object) -> None:
        now = timezone.now()
        if not self._mine.update(lease_until=now + conf.LEASE, seen_at=now, **fields):
            raise LeaseLost


def position_for(engine: Engine) -> IndexPosition:
    """The engine's position: one for all hosts where they share the index, otherwise this host's own."""
    host = "" if getattr(engine, "shared", False) else conf.host()
    return IndexPosition.objects.get_or_create(index=engine.name, host=host)[0]


def mark_of(position: IndexPosition) -> Mark:
    return Mark(position.last_xact, position.last_change)


@contextmanager
def lease_on(position: IndexPosition) -> Iterator[Lease | None]:
    """Hold the index while the block runs; None when somebody else does."""
    holder = f"{conf.host()}/{os.getpid()}/{token_hex(4)}"
    now = timezone.now()
    free = Q(lease_holder="") | Q(lease_until__lt=now)
    if _is_gone(position.lease_holder):
        free |= Q(lease_holder=position.lease_holder)
    taken = IndexPosition.objects.filter(free, pk=position.pk).update(
        lease_holder=holder, lease_until=now + conf.LEASE, seen_at=now
    )
    if not taken:
        yield None
        return
    lease = Lease(position.pk, holder)
    try:
        yield lease
    finally:
        with suppress(DatabaseError):  # a lease that cannot be given back runs out
            lease.release()


def holder_in_words(holder: str) -> str:
    """Who holds it, for people: "process 4242 on web-1"."""
    if not holder:
        return "another process"
    host, pid, _ = holder.rsplit("/", 2)
    return f"process {pid} on {host}"


def _is_gone(holder: str) -> bool:
    """Whether the holder was a process of this machine that no longer runs. Signal 0 asks only where POSIX holds."""
    if not holder or sys.platform == "win32":
        return False
    host, pid, _ = holder.rsplit("/", 2)
    if host != conf.host():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
