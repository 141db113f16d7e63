"""What all workers have in common: they follow something in a thread that ends with the process, until they are
stopped.

Invariant: starting and waiting for the end are the same for each; how it waits between rounds is its own.
"""

import os
import sys
import threading
from threading import Thread

# As polite as a thread can be.
NICE = 19


class Follower:
    """`run` follows in the thread that calls it; `start` calls it in a thread of its own."""

    thread_name = "follower"
    _thread: Thread | None = None

    def start(self) -> None:
        """Follow in a thread that ends with the process."""
        self._thread = Thread(target=self.run_in_thread, name=self.thread_name, daemon=True)
        self._thread.start()

    def stop(self, seconds: float = 10.0) -> None:
        """Ask it to stop, and wait for that."""
        self.ask_to_stop()
        if self._thread is not None:
            self._thread.join(seconds)

    def ask_to_stop(self) -> None:
        """Stop after what it is doing now."""
        raise NotImplementedError

    def run(self) -> None:
        """Follow in this thread."""
        raise NotImplementedError

    def run_in_thread(self) -> None:
        """What the thread does."""
        self.run()


def step_back() -> None:
    """Let every other thread go first, where the system ranks threads."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
