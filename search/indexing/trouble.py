"""Why changes could not be brought into an index, kept where staff can read it: the drain runs in another process.

Invariant: the words name no host, credential, path or content; they go when a try goes well. Never raises for want of
the database: whoever notes a trouble has one already.
"""

from contextlib import suppress

from django.db import DatabaseError, transaction
from django.db.models.functions import Coalesce
from django.utils import timezone

from search.engines.base import Engine, EngineUnavailable
from search.indexing.lease import position_for
from search.indexing.rebuild import RebuildRefused
from search.models import IndexPosition

_LONGEST = 300
UNKNOWN = "Something went wrong that nobody foresaw ({kind}). See the log of search_drain."


def note(engine: Engine, problem: Exception) -> None:
    """The last try failed."""
    now = timezone.now()
    with suppress(DatabaseError), transaction.atomic():
        IndexPosition.objects.filter(pk=position_for(engine).pk).update(
            trouble=in_words(problem)[:_LONGEST], trouble_at=now, trouble_since=Coalesce("trouble_since", now)
        )


def clear(position: IndexPosition) -> None:
    """A try went well. Asks the database only where there was trouble when the position was read."""
    if position.trouble:
        IndexPosition.objects.filter(pk=position.pk).update(trouble="", trouble_at=None, trouble_since=None)


def in_words(problem: Exception) -> str:
    """What may be told of a problem. Only those whose words are ours are quoted; of others, their kind."""
    if isinstance(problem, EngineUnavailable | RebuildRefused):
        return str(problem)
    return UNKNOWN.format(kind=type(problem).__name__)
