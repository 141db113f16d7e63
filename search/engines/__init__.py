"""The engine that settings name, one for each process, with its spare where it is a server that may be away.

Invariant: engines are imported only when they are asked for, and take plain arguments; this is the one place that knows
which of them runs. A package that is an engine exports `SearchBackend`, a class with `from_settings(settings)`.
"""

import os
from importlib import import_module
from threading import Lock
from typing import cast

from django.conf import settings

from search.engines.base import Engine
from search.engines.spare import EngineWithSpare

_LOCK = Lock()
_WITH_SPARE = "with spare"
_ENGINES: dict[str, Engine] = {}


def get_engine(path: str | None = None) -> Engine:
    """The engine of the package `path` (default: `settings.CONNECTOR_SEARCH_ENGINE`).

    A forked process gets its own. Raises ImportError for a path that leads to no engine.
    """
    path = path or settings.CONNECTOR_SEARCH_ENGINE
    with _LOCK:
        return _kept(path)


def engine_for_searches() -> Engine:
    """The engine of the settings; where it is one that hosts share, this host's embedded engine stands in for it."""
    with _LOCK:
        main = _kept(settings.CONNECTOR_SEARCH_ENGINE)
        if not getattr(main, "shared", False) or not settings.CONNECTOR_SEARCH_SPARE:
            return main
        if _WITH_SPARE not in _ENGINES:
            _ENGINES[_WITH_SPARE] = EngineWithSpare(main, _kept(settings.CONNECTOR_SEARCH_SPARE))
        return _ENGINES[_WITH_SPARE]


def engines_to_follow() -> tuple[Engine, ...]:
    """Every engine that this host brings changes into, each by itself; what stands in for another comes first."""
    searched = engine_for_searches()
    return (searched.spare, searched.main) if isinstance(searched, EngineWithSpare) else (searched,)


def reset_engine() -> None:
    """Forget every engine, so that the next call reads the settings again. For tests and after a change of settings."""
    with _LOCK:
        _ENGINES.clear()


def _kept(path: str) -> Engine:
    if path not in _ENGINES:
        _ENGINES[path] = _made(path)
    return _ENGINES[path]


def _made(path: str) -> Engine:
    backend = getattr(import_module(path), "SearchBackend", None)
    if backend is None:
        raise ImportError(f"{path} exports no SearchBackend. Set CONNECTOR_SEARCH_ENGINE to search.engines.tantivy.")
    return cast(Engine, backend.from_settings(settings))


def _after_fork() -> None:
    """A forked process starts with nothing, and with a lock that nobody holds."""
    global _LOCK
    _LOCK = Lock()
    _ENGINES.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
