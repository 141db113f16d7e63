"""What else one could have taken, with the same filters: SQLite's FTS5, `icontains`, Wagtail's database search.

Each answers 200 ids, the total and its facets. Boxes and indexes are used where they help; the circle is then checked
exactly. Invariant: words are as typed; only the product's own engine widens them through the vocabulary.
"""

import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import cos, radians

from django.db import OperationalError, connection
from django.db.models import Count, Q, QuerySet
from django.db.models.expressions import RawSQL
from geopy.distance import great_circle
from tqdm import tqdm
from wagtail.search.backends import get_search_backend

from cms.models import Asset
from search.questions import Question
from search.types import Point
from tests.bench.draw import Drawn
from tests.bench.models import FlatListing
from tests.bench.timing import ONE_REQUEST_SECONDS, BrokenOff, Measured, one_by_one

WANTED = 200
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Box:
    """Degrees around a circle."""

    south: float
    north: float
    west: float
    east: float


def box(near: Point, radius_m: float) -> Box:
    """The box around a circle of this radius."""
    lat = radius_m / 111_000
    lon = lat / max(0.1, cos(radians(near.lat)))
    return Box(near.lat - lat, near.lat + lat, near.lon - lon, near.lon + lon)


def competitor_rows(drawn: Drawn) -> Iterator[Measured]:
    """One row for each competitor that can do this kind of request."""
    questions = drawn.questions()
    for name, ask in COMPETITORS[drawn.name == "prefix"].items():
        yield one_by_one(f"{name}: {drawn.name}", _bounded(ask), questions, patient=False)


def _bounded(ask: Callable[[Question], int]) -> Callable[[Question], int]:
    """The same, given up by SQLite itself after `ONE_REQUEST_SECONDS`. Raises BrokenOff."""

    def asked(question: Question) -> int:
        until = time.monotonic() + ONE_REQUEST_SECONDS
        connection.ensure_connection()
        connection.connection.set_progress_handler(lambda: time.monotonic() > until, 100_000)
        try:
            return ask(question)
        except OperationalError as problem:
            if "interrupted" in str(problem):
                raise BrokenOff from problem
            raise
        finally:
            connection.connection.set_progress_handler(None, 0)

    return asked


# SQLite FTS5


def build_fts() -> None:
    """A full-text table with porter stems, an R*Tree of points, and the filters in a table with indexes."""
    with connection.cursor() as cursor:
        for line in _FTS_TABLES:
            cursor.execute(line)
        cursor.execute("ANALYZE")


_FTS_TABLES = (
    "DROP TABLE IF EXISTS bench_fts",
    "DROP TABLE IF EXISTS bench_rtree",
    "DROP TABLE IF EXISTS bench_slot",
    "CREATE VIRTUAL TABLE bench_fts USING fts5(name, text, tokenize='porter unicode61', prefix='2 3 4')",
    "INSERT INTO bench_fts(rowid, name, text) SELECT asset_id, name, text FROM bench_flatlisting",
    "CREATE VIRTUAL TABLE bench_rtree USING rtree(id, south, north, west, east, +asset_id)",
    "DROP TABLE IF EXISTS bench_point",
    "CREATE TABLE bench_point AS SELECT ap.id, ap.asset_id, p.lat, p.lon FROM cms_assetplace ap"
    " JOIN cms_place p ON p.id = ap.place_id WHERE p.lat IS NOT NULL",
    "CREATE INDEX bench_point_asset ON bench_point(asset_id)",
    "INSERT INTO bench_rtree SELECT id, lat, lat, lon, lon, asset_id FROM bench_point",
    "CREATE TABLE bench_slot AS SELECT DISTINCT asset_id, days, CAST(substr(start, 1, 2) AS INTEGER) AS hour"
    " FROM cms_session",
    "CREATE INDEX bench_slot_asset ON bench_slot(asset_id)",
)


def fts(question: Question) -> int:
    """All matches into a temporary table, then the first 200 by bm25 (or distance), the total, and four facets."""
    where, values = _sql_filters(question)
    words = " OR ".join(f'"{word}"' for word in _WORD.findall(question.text))
    source, rank = ("bench_fts JOIN", "bench_fts.rank") if words else ("", "0")
    join = f"{source} cms_asset a" + (" ON a.id = bench_fts.rowid" if words else "")
    match = "bench_fts MATCH %s AND" if words else ""
    values = ([words] if words else []) + values
    with connection.cursor() as cursor:
        _teach_distance(question)
        cursor.execute("DROP TABLE IF EXISTS temp.found")
        cursor.execute(
            f"CREATE TEMP TABLE found AS SELECT a.id, a.kind, a.cost, {rank} AS rank FROM {join} WHERE {match} {where}",
            values,
        )
        near = question.near is not None and not words
        order, here = (_far("found.id"), _here(question)) if near else ("rank, id", [])
        cursor.execute(f"SELECT id FROM found ORDER BY {order} LIMIT {WANTED}", here)
        cursor.fetchall()
        for line in _FTS_FACETS:
            cursor.execute(line)
            cursor.fetchall()
        cursor.execute("SELECT count(*) FROM found")
        return int(cursor.fetchone()[0])


_FTS_FACETS = (
    "SELECT kind, count(*) FROM found GROUP BY kind",
    "SELECT cost = 'free', count(*) FROM found GROUP BY 1",
    "SELECT interest_id, count(*) FROM found JOIN cms_assetinterest i ON i.asset_id = found.id GROUP BY 1",
    "SELECT days, hour / 6, count(*) FROM found JOIN bench_slot s ON s.asset_id = found.id GROUP BY 1, 2",
)


def fts_prefix(question: Question) -> int:
    """The first eight names with a word that begins so."""
    words = _WORD.findall(question.text)
    if not words:
        return 0
    match = "name : " + " ".join(f'"{word}"' for word in words) + "*"
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM bench_fts WHERE bench_fts MATCH %s ORDER BY name LIMIT 8", [match])
        return len(cursor.fetchall())


def _sql_filters(question: Question) -> tuple[str, list[object]]:
    """What `Question` filters by, as SQL over `cms_asset a`."""
    parts: list[str] = ["a.live", "a.kind <> 'offer'"]
    values: list[object] = []
    for kind in question.kinds:
        parts.append("a.kind = %s")
        values.append(kind)
    if "free" in question.costs:
        parts.append("a.cost = 'free'")
    for day in question.days:
        parts.append("EXISTS (SELECT 1 FROM bench_slot s WHERE s.asset_id = a.id AND s.days LIKE %s)")
        values.append(f"%{day[:2].upper()}%")
    if "afternoon" in question.parts:
        parts.append("EXISTS (SELECT 1 FROM bench_slot s WHERE s.asset_id = a.id AND s.hour BETWEEN 12 AND 16)")
    for subject in sorted(question.access):
        parts.append(
            "EXISTS (SELECT 1 FROM cms_assetplace ap JOIN cms_placeaccess f ON f.place_id = ap.place_id"
            " WHERE ap.asset_id = a.id AND f.subject = %s AND f.state = 'yes')"
        )
        values.append(subject)
    if question.near and question.radius_m:
        around = box(question.near, question.radius_m)
        parts.append(
            "(a.reach <> 'places' OR a.id IN (SELECT r.asset_id FROM bench_rtree r WHERE r.south >= %s"
            " AND r.north <= %s AND r.west >= %s AND r.east <= %s AND metres(r.south, r.west) <= %s))"
        )
        values += [around.south, around.north, around.west, around.east, question.radius_m]
    return " AND ".join(parts), values


def _far(asset: str) -> str:
    """How far the closest point of an asset is, as good as exact for an order, reckoned in SQL."""
    lat, lon = "(p.lat - %s) * (p.lat - %s)", "(p.lon - %s) * (p.lon - %s) * %s"
    return f"(SELECT coalesce(min({lat} + {lon}), 1e9) FROM bench_point p WHERE p.asset_id = {asset})"


def _here(question: Question) -> list[float]:
    near = question.near or Point(0, 0)
    return [near.lat, near.lat, near.lon, near.lon, cos(radians(near.lat)) ** 2]


def _teach_distance(question: Question) -> None:
    connection.ensure_connection()
    here = (question.near.lat, question.near.lon) if question.near else (0.0, 0.0)
    connection.connection.create_function("metres", 2, lambda lat, lon: great_circle(here, (lat, lon)).m)


# Django's icontains


def icontains(question: Question) -> int:
    """Any of the words anywhere in name, summary or text, by name; without words nearest first."""
    found = _django_filters(question)
    words = _WORD.findall(question.text)
    if words:
        found = found.filter(_any_of(words))
    first = found.order_by("name") if words else found.order_by(RawSQL(_far("cms_asset.id"), _here(question)))
    list(first.values_list("pk", flat=True)[:WANTED])
    for name in ("kind", "cost", "asset_interests__interest", "sessions__start"):
        list(found.order_by().values(name).annotate(many=Count("pk")))
    return found.count()


def icontains_prefix(question: Question) -> int:
    """The first eight names that hold it."""
    return len(Asset.objects.filter(live=True, name__icontains=question.text).order_by("name")[:8])


def _any_of(words: list[str]) -> Q:
    condition = Q()
    for word in words:
        condition |= Q(name__icontains=word) | Q(summary__icontains=word) | Q(description__icontains=word)
    return condition


def _django_filters(question: Question) -> QuerySet[Asset]:
    where, values = _sql_filters(question)
    _teach_distance(question)
    return Asset.objects.extra(where=[where.replace("a.", "cms_asset.")], params=values)


# Wagtail's database search


def build_wagtail() -> None:
    """Fill Wagtail's own index with a flat row for each listing."""
    backend = get_search_backend("default")
    made = backend.get_index_for_model(FlatListing)
    rows = FlatListing.objects.order_by("pk")
    with tqdm(total=rows.count(), unit="listings", desc="Wagtail's index", leave=False) as bar:
        last = 0
        while batch := list(rows.filter(pk__gt=last)[:1_000]):
            made.add_items(FlatListing, batch)
            last = batch[-1].pk
            bar.update(len(batch))


def wagtail(question: Question) -> int:
    """Words with OR; kind, price and a box as filters (it cannot filter by session or circle)."""
    rows = FlatListing.objects.exclude(kind="offer")
    if question.kinds:
        rows = rows.filter(kind__in=question.kinds)
    if "free" in question.costs:
        rows = rows.filter(free=True)
    if question.near and question.radius_m:
        around = box(question.near, question.radius_m)
        rows = rows.filter(lat__range=(around.south, around.north), lon__range=(around.west, around.east))
    if not question.text:
        return _counted(rows.order_by(RawSQL(_far("bench_flatlisting.asset_id"), _here(question))))
    found = get_search_backend("default").search(question.text, rows, operator="or")
    [row.pk for row in found[:WANTED]]
    for name in ("kind", "free"):
        found.facet(name)
    return len(found)


def wagtail_prefix(question: Question) -> int:
    """The first eight by Wagtail's autocomplete."""
    return len(list(get_search_backend("default").autocomplete(question.text, FlatListing)[:8]))


def _counted(rows: QuerySet[FlatListing]) -> int:
    list(rows.values_list("pk", flat=True)[:WANTED])
    for name in ("kind", "free"):
        list(rows.order_by().values(name).annotate(many=Count("pk")))
    return rows.count()


Ask = Callable[[Question], int]
COMPETITORS: Mapping[bool, Mapping[str, Ask]] = {
    False: {"SQLite FTS5": fts, "icontains": icontains, "Wagtail database": wagtail},
    True: {"SQLite FTS5": fts_prefix, "icontains": icontains_prefix, "Wagtail database": wagtail_prefix},
}
