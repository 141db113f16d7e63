"""`make bench-faults`: how much longer a search takes when something is wrong with the search server, once and after.

Whole searches over the demonstration borough, with reading, re-scoring, reasons and the check of the database. The
server is behind a proxy on loopback; what is told is measured against searches through the same proxy just before,
with nothing wrong, since a machine is not equally busy all the time: the row `nothing` tells how far figures can be
trusted. Each fault happens `ROUNDS` times, each time to an engine's first search that meets it.
"""

import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from threading import Event
from typing import Any
from unittest.mock import patch

ROUNDS, BEFORE, LATER = 5, 4, 4
PREFIX = "bench-faults"
BUDGET_MS = 800.0
# What somebody asks: one box, no place.
WORDS = "likes sewing and a good natter"
HEAD = ("fault", "rounds", "first search, ms added: median", "longest", "later ones, ms added: median", "answered by")


@dataclass
class Row:
    """`well`: milliseconds of a search when all is well; `first`, `later`: how many more, or fewer, others took."""

    fault: str
    well: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)
    degraded: bool = True

    def cells(self) -> list[str]:
        by = "embedded engine" if self.degraded else "the server"
        told = (median(self.first), max(self.first), median(self.later))
        return [self.fault, str(len(self.first)), *(f"{each:.0f}" for each in told), by]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "CONNECTOR_DATA": folder,
            "DJANGO_SETTINGS_MODULE": "connector.settings.development",
            "CONNECTOR_SEARCH_ENGINE": "search.engines.elasticsearch",
            "ELASTICSEARCH_PREFIX": PREFIX,
        }
        import django

        django.setup()
        logging.disable()  # a line for each search and each fault would drown the table
        try:
            rows = _measured(Path(folder))
        finally:
            _drop()
    from tests.bench.report import table

    well = median(each for row in rows for each in row.well)
    print(f"A search through the proxy when all is well: {well:.0f} ms at the median.\n")
    print("\n".join(table(HEAD, [row.cells() for row in rows])))
    over = [row.fault for row in rows if max(row.first) > BUDGET_MS]
    print(f"\nOver {BUDGET_MS:.0f} ms once: {', '.join(over) or 'none'}.")


def _measured(folder: Path) -> list[Row]:
    from django.conf import settings
    from django.core.management import call_command

    from connector.demo.seed import seed_borough
    from search.engines.elasticsearch.options import Options
    from search.engines.tantivy import TantivyEngine
    from search.indexing.drain import today
    from search.refresh import bring_up_to_date
    from tests.elasticsearch.certificate import self_signed, serving
    from tests.elasticsearch.proxy import FAULTS, WRITING_FAULTS, proxy

    _say("Seeding the borough and building both indexes.")
    call_command("migrate", verbosity=0)
    seed_borough(today=today(), say=lambda text: None)
    bring_up_to_date(lambda text: None)
    spare = TantivyEngine.from_settings(settings)
    server = settings.CONNECTOR_ELASTICSEARCH["urls"][0]
    with ExitStack() as stack:
        between = stack.enter_context(proxy(server))
        given = replace(Options.from_settings(settings), urls=(between.url,))

        @contextmanager
        def wrong(fault: str) -> Iterator[Options]:
            between.go_wrong(fault)
            yield given
            between.put_right()

        @contextmanager
        def refused() -> Iterator[Options]:
            with proxy(server) as gone:
                url = gone.url
            yield replace(given, urls=(url,))

        @contextmanager
        def unknown() -> Iterator[Options]:
            with proxy(server, tls) as encrypted:
                yield replace(given, urls=(encrypted.url,))

        @contextmanager
        def no_alias() -> Iterator[Options]:
            yield replace(given, prefix=f"{PREFIX}-nothing")

        tls = serving(*self_signed(folder))
        kinds: list[tuple[str, Callable[[], Any]]] = [("refused", refused), ("wrong certificate", unknown)]
        kinds += [("missing alias", no_alias)]
        kinds += [(fault, lambda fault=fault: wrong(fault)) for fault in (*FAULTS[1:], *WRITING_FAULTS)]
        kinds += [("nothing", lambda: wrong("none"))]
        return [_row(name, make, given, spare) for name, make in kinds]


def _row(name: str, make: Callable[[], Any], given: Any, spare: Any) -> Row:
    _say(name)
    row = Row(name)
    for _ in range(ROUNDS):
        pair, look_again = _pair(given, spare)
        _timed(pair)  # connections are open
        well = median(_timed(pair)[0] for _ in range(BEFORE))
        row.well.append(well)
        with make() as options:
            if options is not given:
                pair, look_again = _pair(options, spare)
            took, row.degraded = _timed(pair)
            row.first.append(took - well)
            row.later += [_timed(pair)[0] - well for _ in range(LATER)]
        look_again.set()
    return row


def _pair(options: Any, spare: Any) -> tuple[Any, Event]:
    """The engine with its spare, whose breaker looks again when the event is set."""
    from search.engines.base import EngineUnavailable
    from search.engines.breaker import Breaker
    from search.engines.elasticsearch import ElasticsearchEngine
    from search.engines.spare import EngineWithSpare
    from search.types import SearchRequest

    main, look_again = ElasticsearchEngine(options), Event()

    def look() -> None:
        if not look_again.is_set():
            raise EngineUnavailable
        main.search(SearchRequest(), now=0, wanted=1) if options.prefix == PREFIX else None

    return EngineWithSpare(main, spare, Breaker(look, lambda seconds: look_again.wait())), look_again


def _timed(engine: Any) -> tuple[float, bool]:
    """Milliseconds of one whole search, and whether the spare answered it."""
    from django.utils import timezone

    from cms.visibility import PUBLIC
    from search.finder import find
    from search.questions import Question

    with patch("search.finder.engine_for_searches", lambda: engine):
        began = time.perf_counter()
        found = find(Question(text=WORDS), viewer=PUBLIC, now=timezone.now())
        took = (time.perf_counter() - began) * 1000
    assert found.hits
    return took, found.degraded


def _drop() -> None:
    from django.conf import settings

    from search.engines.elasticsearch.options import Options
    from tests.elasticsearch.conftest import drop

    drop(Options.from_settings(settings))


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
