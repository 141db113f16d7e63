"""A tap on the shoulder of the worker in this process. Invariant: a lost nudge costs one pause, never a message."""

from threading import Event

_waiting = Event()


def nudge() -> None:
    """Something was put into the outbox, or the worker should look whether it is to stop."""
    _waiting.set()


def wait(seconds: float) -> None:
    """Wait for a nudge, at most so long."""
    _waiting.wait(seconds)
    _waiting.clear()
