"""A circuit breaker: after one failure nobody else waits for what is away, until it is seen to be back.

Invariant: whoever asks never waits to find out. While the circuit is open a thread of its own looks every few seconds
(`PROBE_SECONDS`), and closes it at the first look that goes well. Safe with threads.
"""

import time
from collections.abc import Callable
from threading import Event, Lock, Thread

PROBE_SECONDS = 3.0


class Breaker:
    """`probe`: asks for a sign of life; raises while there is none. `wait`: sleeps so many seconds.

    `since`: when the circuit opened, in seconds since 1970; None while it is closed. `opened`: how often it did."""

    def __init__(self, probe: Callable[[], object], wait: Callable[[float], object] | None = None) -> None:
        self._probe = probe
        self._wait = wait or Event().wait
        self._lock = Lock()
        self._open = False
        self.opened = 0
        self.since: float | None = None

    @property
    def closed(self) -> bool:
        """Whether it is worth asking."""
        return not self._open

    def failed(self) -> None:
        """Something went wrong: open, and begin to look."""
        with self._lock:
            if self._open:
                return
            self._open = True
            self.since = time.time()
            self.opened += 1
        Thread(target=self.look, name="search-breaker", daemon=True).start()

    def look(self) -> None:
        """Look again and again until it is back."""
        while not self._is_back():
            self._wait(PROBE_SECONDS)
        self.since = None
        self._open = False

    def _is_back(self) -> bool:
        try:
            self._probe()
        except Exception:
            return False
        return True
