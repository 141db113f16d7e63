"""The gazetteer of this installation: the council's own tables before Great Britain's.

Invariant: built when first asked for and kept for the process; built again when the settings differ, when
`forget_tables` is called, or when a source says that its version has moved on.
"""

import threading
import time
from collections.abc import Callable, Hashable, Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from cms.geo.answers import Found
from cms.geo.gazetteer import LayeredGazetteer
from cms.geo.layers import Layer, Point
from cms.geo.national import NationalGazetteer
from cms.geo.table import TableGazetteer
from cms.geo.table_build import TableRow
from cms.geo.table_file import read_table

Source = Callable[[], Iterable[TableRow]]
Version = Callable[[], Hashable]

# How long another process may go on with an old table after a council has loaded a new one.
_SECONDS_BETWEEN_LOOKS = 30.0


class _Built(NamedTuple):
    files: tuple[str, ...]
    versions: tuple[Hashable, ...]
    looked_at: float
    table: TableGazetteer | None
    near: Point | None


Middle = Callable[[], Point | None]

_sources: dict[Source, Version | None] = {}
_middles: list[Middle] = []
_lock = threading.RLock()
_built: list[_Built] = []


def register_table_source(source: Source, version: Version | None = None) -> None:
    """Read `source()` into the gazetteer when it is next built. Registering the same one twice changes nothing.

    `version()` gives something cheap that differs when the rows do (a count and a last change); it is asked at most
    every 30 seconds, so that every process takes up a new table. A source handles a database that is not there yet by
    giving no rows.
    """
    with _lock:
        _sources[source] = version
        forget_tables()


def unregister_table_source(source: Source) -> None:
    """Leave a source out from now on."""
    with _lock:
        _sources.pop(source, None)
        forget_tables()


def register_middle(middle: Middle) -> None:
    """Ask `middle()` where this installation is, whenever the tables are built: places near it are meant first."""
    with _lock:
        _middles[:] = [middle]
        forget_tables()


def forget_tables() -> None:
    """Build the tables afresh when next asked: call it after loading one in this process."""
    with _lock:
        _built.clear()


def get_gazetteer(near: Point | None = None) -> LayeredGazetteer:
    """The gazetteer of this installation. Of places of one name, those within 40 km of `near`, or else of its own
    middle, come first."""
    built = _fresh()
    national = national_gazetteer()
    layers: list[Layer] = [national] if built.table is None else [built.table, national]
    return LayeredGazetteer(layers, near or built.near)


@cache
def national_gazetteer() -> NationalGazetteer:
    """Great Britain's postcodes and names, opened once for each process."""
    return NationalGazetteer()


def _fresh() -> _Built:
    files = tuple(str(path) for path in getattr(settings, "CONNECTOR_GAZETTEER_TABLES", ()))
    with _lock:
        if not (_built and _is_fresh(_built[0], files)):
            _built[:] = [_Built(files, _versions(), time.time(), _build(files), _middle())]
        return _built[0]


def _is_fresh(built: _Built, files: tuple[str, ...]) -> bool:
    if built.files != files:
        return False
    if abs(time.time() - built.looked_at) < _SECONDS_BETWEEN_LOOKS:
        return True
    _built[:] = [built._replace(looked_at=time.time())]
    return built.versions == _versions()


def _versions() -> tuple[Hashable, ...]:
    return (_middle(), *(version() for version in _sources.values() if version is not None))


def _middle() -> Point | None:
    return next((found for middle in _middles if (found := middle())), None)


def _build(files: tuple[str, ...]) -> TableGazetteer | None:
    rows = [row for path in files for row in read_table(Path(path))]
    rows += [row for source in _sources for row in source()]
    return TableGazetteer(rows, _national_point) if rows else None


def _national_point(code: str) -> Found | None:
    return national_gazetteer().code(code)
