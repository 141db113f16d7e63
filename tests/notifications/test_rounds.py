"""Work in rounds: on after a failure, straight on while there is more, and stopped in the middle of a pause."""

from threading import Event
from threading import enumerate as threads
from typing import Any

from connector.notifications.rounds import Rounds

PATIENCE_SECONDS = 10.0


class Scripted(Rounds):
    """Does one thing a round, and tells what it did and for how long it would rest."""

    thread_name = "scripted"

    def __init__(self, *rounds: Any) -> None:
        super().__init__()
        self.left, self.done = list(rounds), Event()
        self.told: list[Any] = []

    def one_round(self) -> bool:
        if not self.left:
            self.done.set()
            return False
        thing = self.left.pop(0)
        self.told.append(thing)
        if isinstance(thing, Exception):
            raise thing
        return bool(thing == "more")

    def wait(self, seconds: float) -> None:
        self.told.append(seconds)
        if self.done.is_set():
            super().wait(PATIENCE_SECONDS * 60)


def test_it_goes_on_after_a_failure_and_rests_where_nothing_is_left() -> None:
    trouble = OSError("away")
    worker = Scripted("more", trouble, "more", "all")
    worker.start()
    assert worker.done.wait(PATIENCE_SECONDS)
    worker.stop(PATIENCE_SECONDS)
    assert worker.told[:6] == ["more", trouble, 10.0, "more", "all", 10.0]
    assert "scripted" not in {each.name for each in threads()}, "stopped in the middle of its pause"


def test_whoever_asks_it_to_stop_need_not_wait() -> None:
    worker = Scripted()
    worker.ask_to_stop()
    worker.run()
    assert worker.told == []
