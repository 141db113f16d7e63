"""The steps of the benchmark in their order. Invariant: each step says what it is doing and what it measured."""

import sys
import time
from datetime import UTC, datetime

from django.conf import settings
from django.core.management import call_command

from search.engines import get_engine
from search.models import AssetRow, TextVector
from search.refresh import finish_meaning, rebuild_index
from tests.bench import competitors, corpus, draw, flat, ours, server, visits
from tests.bench.choice import EMBEDDED, engine_of
from tests.bench.machine import machine
from tests.bench.report import page
from tests.bench.sizes import MB, index_bytes
from tests.bench.timing import Measured

CLIENTS = (1, 16)


def say(text: str) -> None:
    print(f"{datetime.now(UTC):%H:%M:%S} {text}", file=sys.stderr, flush=True)


class Bench:
    """One run: `facts` about the whole, and `rows` of the table."""

    def __init__(self, *, listings: int) -> None:
        self.wanted = listings
        self.listings = 0
        self.facts = {"Machine": machine()}
        self.rows: list[Measured] = []
        self.rates: dict[str, float] = {}

    def run(self) -> None:
        """All of it."""
        self.set_up()
        drawn = draw.rows()
        with engine_of(EMBEDDED):
            self.build(EMBEDDED)
            self.read_meanings()
            self.ask_engine(drawn)
            self.keep(visits.visit_row())
        self.ask_server(drawn, EMBEDDED)
        self.build_competitors()
        for each in drawn:
            say(f"Asking the competitors: {each.name}.")
            for row in competitors.competitor_rows(each):
                self.keep(row)

    def told(self) -> str:
        """All of it as Markdown."""
        return page(self.facts, [row.cells() for row in self.rows])

    def keep(self, row: Measured) -> None:
        """Told at once, so that a run that is broken off has told what it measured."""
        self.rows.append(row)
        say(" | ".join(row.cells()))

    def tell(self, name: str, fact: str) -> None:
        self.facts[name] = fact
        say(f"{name}: {fact}")

    def set_up(self) -> None:
        """Database and listings."""
        say("Setting up the database and the listings.")
        settings.CONNECTOR_DATA.mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0)
        with engine_of(EMBEDDED):
            self.listings = corpus.ensure_corpus(self.wanted)

    def build(self, engine: str) -> None:
        """The index of the engine that is asked, and the rows of the ranking with it, as on the first day."""
        name = get_engine().name
        say(f"{self.listings:,} listings. Building the index of {name}.")
        AssetRow.objects.update(digest="")
        began = time.perf_counter()
        rebuild_index(say)
        took = time.perf_counter() - began
        size, self.rates[name] = index_bytes(engine), self.listings / took
        rate = f"{self.listings / took:,.0f} a second, database side and proof included"
        each = f"{size / self.listings:,.0f} bytes a listing"
        self.tell(f"Index, {name}", f"{self.listings:,} listings in {took:.0f} s ({rate}), {size / MB:.0f} MB ({each})")

    def read_meanings(self) -> None:
        """What listings mean, each text once, so that nobody reads them beside what is measured."""
        began = time.perf_counter()
        finish_meaning(say)
        texts = TextVector.objects.count()
        self.tell(
            "Meanings",
            f"{texts:,} texts of {self.listings:,} listings, {time.perf_counter() - began:.0f} s for the new ones",
        )

    def ask_engine(self, drawn: list[draw.Drawn]) -> None:
        """The engine by itself."""
        say("Asking the engine.")
        for each in drawn:
            self.keep(ours.engine_row(each))

    def ask_server(self, drawn: list[draw.Drawn], engine: str, what: str = "whole request") -> None:
        """Whole requests, by one client and by sixteen."""
        say("Asking the server.")
        with server.server(settings.CONNECTOR_DATA / "server.log", engine) as process:
            server.warm([address for each in drawn for address in each.addresses()[:5]])
            for each in drawn:
                for clients in CLIENTS:
                    self.keep(server.asked_of_server(each, clients, what))
            resident = f"{server.memory_mb(process):.0f} MB resident for the server after these requests"
            self.tell(f"Memory, {what}", resident)

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
