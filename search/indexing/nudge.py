"""A tap on the shoulder of the worker in this process. Invariant: a lost nudge costs one poll, never a change."""

from threading import Event

_waiting = Event()


def nudge() -> None:
    """Something was committed."""
    _waiting.set()


def wait(seconds: float) -> bool:
    """Wait for a nudge, at most so long. Whether there was one."""
    nudged = _waiting.wait(seconds)
    _waiting.clear()
    return nudged
