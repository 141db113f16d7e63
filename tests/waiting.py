"""Waiting for what another thread, process or server does, with an end to it."""

import time
from collections.abc import Callable
from threading import Event
from typing import Any


def until(done: Callable[[], Any], *, seconds: float = 10.0, every: float = 0.01) -> Any:
    """Ask again and again until the answer is true, and give it. Fails after so many seconds."""
    deadline, between = time.monotonic() + seconds, Event()
    while not (answer := done()):
        assert time.monotonic() < deadline, "It did not happen."
        between.wait(every)
    return answer
