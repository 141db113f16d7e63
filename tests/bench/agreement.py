"""How far two engines agree. Invariant: pure."""

from statistics import mean

from tests.bench.judged import Run

SHOWN, FIRST = 10, 3


def agreement(one: Run, other: Run) -> str:
    """In words: the same first three in the same order, and nine of ten in common."""
    queries = sorted({*one, *other})
    first = mean(one.get(query, ())[:FIRST] == other.get(query, ())[:FIRST] for query in queries)
    common = mean(_common(one.get(query, ()), other.get(query, ())) >= 0.9 for query in queries)
    return (
        f"Of {len(queries)} judged queries, both engines have the same first three in the same order for {first:.0%},"
        f" and at least nine of ten in common for {common:.0%}."
    )


def _common(one: list[str], other: list[str]) -> float:
    wanted = max(len(one[:SHOWN]), len(other[:SHOWN]))
    return len(set(one[:SHOWN]) & set(other[:SHOWN])) / wanted if wanted else 1.0
