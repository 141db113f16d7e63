"""The steps of the benchmark in their order. Invariant: each step says what it is doing and what it measured."""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from search.refresh import rebuild_index
from tests.bench import competitors, corpus, draw, flat, ours, server
from tests.bench.machine import machine
from tests.bench.timing import Measured


def say(text: str) -> None:
    print(f"{datetime.now(UTC):%H:%M:%S} {text}", file=sys.stderr, flush=True)


class Bench:
    """One run: `facts` about the whole, and `rows` of the table."""

    def __init__(self, *, listings: int) -> None:
        self.listings = listings
        self.facts = {"Machine": machine()}
        self.rows: list[Measured] = []

    def run(self) -> None:
        """All of it."""
        self.build()
        drawn = draw.rows()
        say("Asking the embedded engine.")
        for each in drawn:
            self.keep(ours.engine_row(each))
        self.ask_server(drawn)
        self.build_competitors()
        for each in drawn:
            say(f"Asking the competitors: {each.name}.")
            for row in competitors.competitor_rows(each):
                self.keep(row)

    def keep(self, row: Measured) -> None:
        """Told at once, so that a run that is broken off has told what it measured."""
        self.rows.append(row)
        say(" | ".join(row.cells()))

    def build(self) -> None:
        """Database, listings and index."""
        say("Setting up the database and the listings.")
        settings.CONNECTOR_DATA.mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0)
        many = corpus.ensure_corpus(self.listings)
        say(f"{many:,} listings. Building the index.")
        began = time.perf_counter()
        rebuild_index(say)
        took = time.perf_counter() - began
        files = [file for file in Path(settings.CONNECTOR_INDEX_DIR).rglob("*") if file.is_file()]
        size = sum(file.stat().st_size for file in files) / 2**20
        rate = f"{many / took:,.0f} a second, database side and proof included"
        self.facts["Index"] = f"{many:,} listings in {took:.0f} s ({rate}), {size:.0f} MB"

    def ask_server(self, drawn: list[draw.Drawn]) -> None:
        """Whole requests, by one client and by sixteen."""
        say("Asking the server.")
        with server.server(settings.CONNECTOR_DATA / "server.log") as process:
            server.warm([address for each in drawn for address in each.addresses()[:5]])
            for each in drawn:
                for clients in (1, 16):
                    self.keep(server.asked_of_server(each, clients))
            self.facts["Memory"] = f"{server.memory_mb(process):.0f} MB resident for the server after these requests"

    def build_competitors(self) -> None:
        """What the others need."""
        say("Building what the competitors need.")
        began = time.perf_counter()
        flat.fill_flat()
        competitors.build_fts()
        fts = time.perf_counter()
        competitors.build_wagtail()
        self.facts["Indexes of the others"] = (
            f"SQLite FTS5 with R*Tree {fts - began:.0f} s, Wagtail's database index {time.perf_counter() - fts:.0f} s"
        )
