"""From a worker's press to the counts: what counts of it, once a visit, written after whatever else is.

Invariant: nothing is counted that `deciding` does not name; a count that fails is logged and stops nobody; of the visit
there are keyed hashes in its session, gone with it.
"""

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from cms.visibility import Viewer, viewer_of
from connector.gaps.once import not_noted_yet
from connector.reach.actions.count import count
from connector.reach.actions.settle_limits import settle_limits
from connector.reach.deciding import Act, Count, counts_of, is_counted

MARKS = "reached"


def note(request: HttpRequest, act: Act, uuids: Sequence[str]) -> None:
    """What a worker did with these listings, in the order that they stood in. No query for what this visit noted."""
    viewer: Viewer = viewer_of(request)
    if not is_counted(works=viewer.works, fetched_ahead=_fetched_ahead(request)):
        return
    pairs = [(uuid, each) for place, uuid in enumerate(uuids) for each in sorted(counts_of(act, place))]
    new = not_noted_yet(request.session, pairs, _name, under=MARKS)
    if new:
        add = partial(_add, new=new, but=viewer.edits, on=timezone.localdate())
        transaction.on_commit(add, robust=True)


def _add(new: Sequence[tuple[str, Count]], but: Collection[int], on: date) -> None:
    found = count(new=new, but=but, on=on)
    if interested := [pk for pk, which in found.items() if Count.INTERESTED in which]:
        settle_limits(on=on, asset_ids=interested)


def _name(pair: tuple[str, Count]) -> str:
    return " ".join(pair)


def _fetched_ahead(request: HttpRequest) -> bool:
    purpose = f"{request.headers.get('Sec-Purpose', '')} {request.headers.get('Purpose', '')}"
    return "prefetch" in purpose.casefold() or "prerender" in purpose.casefold()
