"""What was aimed at, beside what one run measured. Invariant: pure; every figure is one of the run's rows."""

from collections.abc import Mapping, Sequence

from tests.bench.draw import EVERYTHING
from tests.bench.report import table
from tests.bench.timing import Measured, percentile

HEAD = ("aim, one client", "measured", "")
MOST_TIMES_BARE, MOST_WHOLE_MS, LEAST_RATE = 1.5, 60.0, 1_000.0
ENGINE, BARE, WHOLE = "elasticsearch: ", "bare query: ", "whole request, elasticsearch: "


def aims(rows: Sequence[Measured], rates: Mapping[str, float]) -> list[str]:
    """A table. `rates`: listings a second into each engine's index, by its name."""
    p95 = {row.what: percentile(row.times, 0.95) for row in rows if row.clients == 1 and row.times}
    times = {
        name.removeprefix(BARE): p95[ENGINE + name.removeprefix(BARE)] / bare
        for name, bare in p95.items()
        if name.startswith(BARE)
    }
    whole = {name.removeprefix(WHOLE): found for name, found in p95.items() if name.startswith(WHOLE)}
    told = ", ".join(f"{found:.1f} {name}" for name, found in times.items())
    waits = ", ".join(f"{found:.1f} {name}" for name, found in whole.items())
    rate, slowest = rates.get("elasticsearch", 0.0), max(whole.values(), default=0.0)
    bare = f"p95 of the engine at most {MOST_TIMES_BARE} times the bare query ({EVERYTHING})"
    return table(
        HEAD,
        [
            [bare, told, _said(times.get(EVERYTHING, 0.0) <= MOST_TIMES_BARE)],
            [f"whole request p95 {MOST_WHOLE_MS:.0f} ms", waits, _said(slowest <= MOST_WHOLE_MS)],
            [f"{LEAST_RATE:,.0f} listings a second into the index", f"{rate:,.0f}", _said(rate >= LEAST_RATE)],
        ],
    )


def _said(fine: bool) -> str:
    return "met" if fine else "missed"
