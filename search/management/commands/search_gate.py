"""Compare the search index with the catalogue, changing nothing. Exit 1 where they differ."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines.base import EngineUnavailable
from search.indexing.gate import Drift, GateReport, Ids
from search.refresh import gate_reports


class Command(BaseCommand):
    help = "Compare the search index with the catalogue, changing nothing. Exit 1 if they differ."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            reports = gate_reports()
        except EngineUnavailable as problem:
            raise CommandError(str(problem)) from problem
        for name, report in reports.items():
            if len(reports) > 1:
                self.stdout.write(f"The index of {name}:")
            for line in lines(report):
                self.stdout.write(line)
        if not all(report.clean for report in reports.values()):
            self.stderr.write("They differ. Put it right with: manage.py search_rebuild")
            raise SystemExit(1)


def lines(report: GateReport) -> Iterator[str]:
    """The report for people. Listings are named by their number, never by name."""
    yield f"{report.checked:,} listings belong in the index."
    if report.waiting:
        yield f"{report.waiting:,} changed and wait to be brought in. That is no fault; search_drain does it at once."
    yield from _drift("The index", report.index)
    if report.refused.count:
        yield f"The index will not take {report.refused.count:,} as they are ({_named(report.refused)})."
    yield from _drift("What the ranking knows", report.rows)


def _drift(where: str, drift: Drift) -> Iterator[str]:
    if drift.clean:
        yield f"{where}: the same as the catalogue."
    for word, ids in (("missing", drift.missing), ("out of date", drift.stale), ("too many", drift.surplus)):
        if ids.count:
            yield f"{where}: {ids.count:,} {word} ({_named(ids)})."


def _named(ids: Ids) -> str:
    shown = ", ".join(map(str, ids.sample))
    return f"listings {shown}" if len(ids.sample) == ids.count else f"listings {shown}, …"
