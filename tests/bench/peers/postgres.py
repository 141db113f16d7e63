"""The peers that search in PostgreSQL: Ohana by a weighted `tsvector`, PlaceCal by ILIKE.

Invariant: a database of the benchmark's own, which `deploy/with-postgres` gives and takes away again.
"""

import os
from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any, Self

import psycopg
from psycopg.errors import QueryCanceled

from search.questions import Question
from search.types import Order
from tests.bench.competitors import box
from tests.bench.peers.peer import Answer, Peer
from tests.bench.timing import ONE_REQUEST_SECONDS, BrokenOff

WANTED = 200
# Ohana looks five miles around where nobody says, and fifty at most.
MILE = 1_609.344
OHANA_METRES, MOST_METRES = 5 * MILE, 50 * MILE
_TABLE = (
    "CREATE TEMP TABLE listing (id bigint, name text, summary text, body text, categories text, tags text[],"
    " lat float, lon float, tsv tsvector)"
)
_FILL = "COPY listing (id, name, summary, body, categories, tags, lat, lon) FROM STDIN"
_READY = (
    "UPDATE listing SET tsv = setweight(to_tsvector('english', body || ' ' || categories), 'A')"
    " || setweight(to_tsvector('english', name), 'B')",
    "CREATE INDEX ON listing USING gin (tsv)",
    "CREATE INDEX ON listing (lat, lon)",
    "ANALYZE listing",
)
_METRES = (
    "(2 * 6371008.8 * asin(sqrt(power(sin(radians(lat - %(lat)s) / 2), 2)"
    " + cos(radians(lat)) * cos(radians(%(lat)s)) * power(sin(radians(lon - %(lon)s) / 2), 2))))"
)


class PeerDatabase(AbstractContextManager["PeerDatabase"]):
    """The peers' table in one connection."""

    def __init__(self) -> None:
        self._line = psycopg.connect(os.environ["TEST_DATABASE_URL"], dbname="postgres", autocommit=True)

    def __enter__(self) -> Self:
        self._line.execute(_TABLE)
        return self

    def __exit__(self, *problem: object) -> None:
        self._line.close()

    def fill(self, given: Iterable[dict[str, Any]]) -> None:
        """The listings, as `peer_document` makes them."""
        with self._line.cursor() as cursor, cursor.copy(_FILL) as copy:
            for each in given:
                at = each["place"][0] if each["place"] else {"lat": None, "lon": None}
                body, tags = f"{each['summary']} {each['description']}", each["category"]
                copy.write_row(
                    (each["asset_id"], each["name"], each["summary"], body, " ".join(tags), tags, at["lat"], at["lon"])
                )
        for line in _READY:
            self._line.execute(line)
        self._line.execute(f"SET statement_timeout = {round(ONE_REQUEST_SECONDS * 1000)}")

    def peers(self) -> list[Peer]:
        """Each with the line that tells how it searches."""
        return [
            Peer("Ohana", "C5, 237", self._ohana),
            Peer("PlaceCal", "C5, 239", self._placecal, lambda asked: bool(asked.text) and asked.near is None),
        ]

    def _ohana(self, asked: Question) -> Answer:
        """All words; the best weighted first. One place is known of each listing."""
        values: dict[str, Any] = {"q": asked.text}
        parts = ["tsv @@ plainto_tsquery('english', %(q)s)"] if asked.text else []
        order = "ts_rank(tsv, plainto_tsquery('english', %(q)s)) DESC, id" if asked.text else "id"
        if asked.near is not None:
            around = box(asked.near, min(asked.radius_m or OHANA_METRES, MOST_METRES))
            values |= {
                "lat": asked.near.lat,
                "lon": asked.near.lon,
                "far": min(asked.radius_m or OHANA_METRES, MOST_METRES),
            }
            values |= {"s": around.south, "n": around.north, "w": around.west, "e": around.east}
            parts.append(f"lat BETWEEN %(s)s AND %(n)s AND lon BETWEEN %(w)s AND %(e)s AND {_METRES} <= %(far)s")
            order = f"{_METRES}, id" if asked.order is Order.NEAREST or not asked.text else order
        return self._ask(" AND ".join(parts) or "true", order, values)

    def _placecal(self, asked: Question) -> Answer:
        """The words as one string, by the alphabet."""
        values = {"q": "%" + asked.text.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_") + "%"}
        return self._ask("name ILIKE %(q)s OR summary ILIKE %(q)s", "name, id", values)

    def _ask(self, where: str, order: str, values: dict[str, Any]) -> Answer:
        try:
            rows = self._line.execute(f"SELECT id FROM listing WHERE {where} ORDER BY {order} LIMIT {WANTED}", values)
            ids = [row[0] for row in rows.fetchall()]
            total = self._line.execute(f"SELECT count(*) FROM listing WHERE {where}", values).fetchone()
        except QueryCanceled as problem:
            raise BrokenOff from problem
        return ids, int(total[0]) if total else 0
