"""The engine that settings name, one for each process.

Invariant: engines are imported only when they are asked for, and take plain arguments; this is the one place that knows
which of them runs. A package that is an engine exports `SearchBackend`, a class with `from_settings(settings)`.
"""

import os
from importlib import import_module
from threading import Lock
from typing import cast

from django.conf import settings

from search.engines.base import Engine

_LOCK = Lock()
_ENGINES: dict[str, Engine] = {}


def get_engine(path: str | None = None) -> Engine:
    """The engine of the package `path` (default: `settings.CONNECTOR_SEARCH_ENGINE`).

    A forked process gets its own. Raises ImportError for a path that leads to no engine.
    """
    path = path or settings.CONNECTOR_SEARCH_ENGINE
    with _LOCK:
        if path not in _ENGINES:
            _ENGINES[path] = _made(path)
        return _ENGINES[path]


def reset_engine() -> None:
    """Forget every engine, so that the next call reads the settings again. For tests and after a change of settings."""
    with _LOCK:
        _ENGINES.clear()


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
