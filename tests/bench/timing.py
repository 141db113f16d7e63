"""Times of requests, and the row of a table that they make. Invariant: times are milliseconds of the wall."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import mean, median
from typing import Any

# A competitor slower than this gets fewer requests.
SLOW_MS, SLOW_REQUESTS = 200.0, 50
MOST_SECONDS = 60.0
# One that has no answer after this long gets no more requests at all.
ONE_REQUEST_SECONDS = 20.0


class BrokenOff(Exception):
    """A request took too long and was given up."""


@dataclass
class Measured:
    """What came of one row: one time and one number of hits a request."""

    what: str
    clients: int = 1
    times: list[float] = field(default_factory=list)
    hits: list[int] = field(default_factory=list)
    seconds: float = 0.0
    degraded: int = 0
    note: str = ""

    def cells(self) -> list[str]:
        """For the table: what, clients, requests, median, p95, requests a second, mean hits, share of empty answers."""
        if not self.times:
            return [self.what, str(self.clients), "0", "", "", "", "", "", self.note]
        empty = sum(not found for found in self.hits) / len(self.hits)
        return [
            self.what,
            str(self.clients),
            str(len(self.times)),
            f"{median(self.times):.1f}",
            f"{percentile(self.times, 0.95):.1f}",
            f"{len(self.times) / self.seconds:.0f}" if self.seconds else "",
            f"{mean(self.hits):,.0f}",
            f"{empty:.0%}",
            self.note,
        ]


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def one_by_one(what: str, ask: Callable[[Any], int], requests: Sequence[Any], *, patient: bool = True) -> Measured:
    """Ask each request in turn. `ask` gives the number of hits. Without patience a slow one is asked less."""
    row = Measured(what)
    began = time.perf_counter()
    for request in requests:
        started = time.perf_counter()
        try:
            row.hits.append(ask(request))
        except BrokenOff:
            row.note = f"one had no answer in {ONE_REQUEST_SECONDS:.0f} s, so no more were asked"
            break
        row.times.append((time.perf_counter() - started) * 1000)
        if not patient and _enough(row, time.perf_counter() - began):
            break
    row.seconds = time.perf_counter() - began
    return row


def _enough(row: Measured, seconds: float) -> bool:
    if seconds > MOST_SECONDS:
        row.note = "stopped after a minute"
        return True
    if len(row.times) < SLOW_REQUESTS or median(row.times) <= SLOW_MS:
        return False
    row.note = f"slow, so {SLOW_REQUESTS} requests"
    return True
