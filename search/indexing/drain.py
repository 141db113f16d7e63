"""Brings what waits in the log into one index: read the changes, read those assets, write rows and index, move on.

Invariant: the position moves last, and everything before it can be done twice; a process killed anywhere leaves only
work that the next drain does again. An index is written whatever the rows say: they may be another index's doing.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from search import conf
from search.documents import documents
from search.eligibility import eligible
from search.engines.base import Engine
from search.indexing import outbox, rejections
from search.indexing.lease import Lease, mark_of
from search.indexing.plan import IndexOutcome
from search.indexing.rows import keep_rows
from search.models import IndexPosition
from search.statistics import make_snapshot, worn

Outcomes = Counter[IndexOutcome]
LIVE: tuple[str | None, ...] = (None,)


def today() -> date:
    """The local day from which dates are counted."""
    return timezone.localdate(timezone=conf.zone())


def usable(position: IndexPosition, engine: Engine) -> bool:
    """Whether the position speaks of the generation that is live, and of this history of the log."""
    live = engine.live_generation()
    return live is not None and live == position.generation and not outbox.ahead_of_time(mark_of(position))


def drain(engine: Engine, lease: Lease, *, into: Sequence[str | None] = LIVE, day: date | None = None) -> Outcomes:
    """Bring all that waits into these generations. Raises LeaseLost when somebody else took over."""
    outcomes: Outcomes = Counter()
    while changes := outbox.changes_after(lease.mark, conf.READ_AHEAD):
        ids = list(dict.fromkeys(change.asset_id for change in changes))
        for start in range(0, len(ids), conf.BATCH):
            outcomes += write_batch(engine, lease, ids[start : start + conf.BATCH], into=into, day=day or today())
        lease.move(changes[-1].mark)
    if outcomes and worn():
        make_snapshot()
    return outcomes


def write_batch(engine: Engine, lease: Lease, ids: Sequence[int], *, into: Sequence[str | None], day: date) -> Outcomes:
    """Write these assets, as they are now, into rows and generations."""
    pairs, outcomes = keep_rows(ids, lambda: list(documents(eligible().filter(pk__in=ids), today=day)))
    found = [document for document, _ in pairs]
    gone = set(ids) - {document.asset_id for document in found}
    lease.renew()
    refused = [each for generation in into for each in engine.write(found, gone, generation=generation)]
    rejections.note(lease.position, ids, refused)
    return outcomes
