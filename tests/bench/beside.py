"""`make bench-es`: both engines of ours side by side, and the bare query on the same server as their yardstick.

Invariant: the same requests as `make bench`, asked of both in one run; whether an aim is met is reckoned from its rows.
"""

from tests.bench import bare, draw, fresh, ours, visits
from tests.bench.aims import aims
from tests.bench.choice import EMBEDDED, SERVER, engine_of
from tests.bench.peers.filled import all_peers
from tests.bench.peers.peer import peer_row
from tests.bench.run import Bench, say
from tests.bench.sizes import server_facts

NAMES = {EMBEDDED: "tantivy", SERVER: "elasticsearch"}


class BesideElasticsearch(Bench):
    """One run with both engines."""

    def run(self) -> None:
        self.set_up()
        self.tell("Server", server_facts())
        drawn = draw.rows()
        for engine in NAMES:
            with engine_of(engine):
                self.build(engine)
        self.read_meanings()
        self.warm(drawn)
        for each in drawn:
            self.engines(each)
        for engine in NAMES:
            with engine_of(engine):
                self.keep(visits.visit_row())
                say("Editing.")
                self.keep(fresh.fresh_row())
        for engine, name in NAMES.items():
            self.ask_server(drawn, engine, f"whole request, {name}")
        self.ask_peers(drawn)

    def told(self) -> str:
        return "\n".join([super().told(), *aims(self.rows, self.rates), ""])

    def warm(self, drawn: list[draw.Drawn]) -> None:
        """The first questions load classes and compile them, there and here."""
        for engine in NAMES:
            with engine_of(engine):
                for each in drawn:
                    ours.engine_row(each)
                    if engine == SERVER and each.name != "prefix":
                        bare.bare_row(each)

    def engines(self, drawn: draw.Drawn) -> None:
        """Both engines and the bare query, one after the other, so that a busy minute is busy for all."""
        for engine in NAMES:
            with engine_of(engine):
                self.keep(ours.engine_row(drawn))
                if engine == SERVER and drawn.name != "prefix":
                    self.keep(bare.bare_row(drawn))

    def ask_peers(self, drawn: list[draw.Drawn]) -> None:
        """What the peers search with, on the same listings."""
        say("Filling what the peers search in.")
        with all_peers() as peers:
            for each in drawn:
                if each.name != "prefix":
                    for peer in peers:
                        self.keep(peer_row(peer, each))
