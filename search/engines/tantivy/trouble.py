"""What goes wrong below the engine, said so that somebody can do something about it.

Invariant: the sentences name no path, host or word of a query; the first cause stays attached to the exception.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from zipfile import BadZipFile

from search.engines.base import EngineUnavailable

NO_INDEX = "There is no search index yet. Run manage.py search_rebuild."
DAMAGED = "The search index cannot be read. Run manage.py search_rebuild."
BUSY = "Another process is writing the search index. Wait until it is done, then try again."
FAILED = "The search index could not be written. See that the disk has room and may be written, then try again."


@contextmanager
def said_as(sentence: str) -> Iterator[None]:
    """Whatever tantivy, numpy or the disk complains about in the block becomes EngineUnavailable with the sentence."""
    try:
        yield
    except EngineUnavailable:
        raise
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        raise EngineUnavailable(sentence) from error
    except BaseException as error:
        # A panic in Rust is no Exception, and its class cannot be imported.
        if type(error).__name__ == "PanicException":
            raise EngineUnavailable(sentence) from error
        raise
