"""The meaning of words in this process: the model if it is there, and the table of what listings mean.

Invariant: read from the settings once; without the model `embedder` is None, and `missing` says why. Asking again costs
nothing.
"""

from functools import cache

from django.utils.module_loading import import_string

from search import conf
from search.meaning.base import Embedder
from search.meaning.model_files import ModelMissing
from search.meaning.names import vector_of
from search.meaning.table import MeaningTable


@cache
def _found() -> tuple[Embedder | None, str]:
    name = conf.embedder()
    if not name:
        return None, "It is switched off by a setting."
    try:
        made: Embedder = import_string(name).installed(conf.models_folder())
    except ModelMissing as problem:
        return None, str(problem)
    except Exception as problem:  # a library that this processor cannot load, say: words go on
        return None, f"The language model could not be loaded ({type(problem).__name__})."
    return made, ""


def embedder() -> Embedder | None:
    """What turns texts into vectors here; None where there is no model."""
    return _found()[0]


def missing() -> str:
    """Why there is none, in a sentence; empty where there is one."""
    return _found()[1]


def is_lacking() -> bool:
    """Whether a model was meant to be here and is not. One that a setting switched off is no lack: search is as it was
    chosen to be, and pages have nothing to excuse. Staff read of both in the admin."""
    return bool(conf.embedder()) and embedder() is None


@cache
def table() -> MeaningTable:
    """The table of this process."""
    return MeaningTable(conf.meaning_folder())


def forget() -> None:
    """Start anew, as a process does."""
    _found.cache_clear()
    vector_of.cache_clear()
    table.cache_clear()
