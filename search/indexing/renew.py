"""Once a day, the dates of everything that has sessions are counted anew, and so is how common each term is.

Invariant: the day is noted when all is done; a renewal that is broken off is done again from the start. Changes that
come meanwhile are brought in between its batches.
"""

from datetime import date

from search import conf
from search.eligibility import eligible
from search.engines.base import Engine
from search.indexing.drain import LIVE, drain, write_batch
from search.indexing.lease import Lease
from search.models import IndexPosition
from search.statistics import make_snapshot


def due(position: IndexPosition, day: date) -> bool:
    """Whether the dates in this index were counted from an earlier day."""
    return position.renewed_on is None or position.renewed_on < day


def renew(engine: Engine, lease: Lease, *, day: date) -> None:
    """Write everything that has sessions again. Raises LeaseLost when somebody else took over."""
    with_sessions, last = eligible().filter(sessions__isnull=False).distinct().order_by("pk"), 0
    while ids := list(with_sessions.filter(pk__gt=last).values_list("pk", flat=True)[: conf.BATCH]):
        write_batch(engine, lease, ids, into=LIVE, day=day)
        drain(engine, lease, day=day)
        last = ids[-1]
    lease.set(renewed_on=day)
    make_snapshot()
