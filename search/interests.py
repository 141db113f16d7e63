"""The vocabulary snapshot, read from the catalogue's interests and kept as long as they stay as they are.

Invariant: an editor's change counts at the next search in this process and within `LOOK_EVERY` seconds in others.
"""

import threading
import time
from collections import defaultdict

from django.db.models import Count, Max, Sum
from django.db.models.functions import Length

from cms.models import Interest, InterestRelation
from search.vocabulary import Concept, Edge, Vocabulary

LOOK_EVERY = 1.0
_lock = threading.Lock()
_kept: tuple[object, Vocabulary] | None = None
_looked = 0.0


def vocabulary() -> Vocabulary:
    """The current snapshot. Cheap: one glance at the tables a second, a full read only when they differ."""
    global _kept, _looked
    with _lock:
        if _kept is not None and time.monotonic() - _looked < LOOK_EVERY:
            return _kept[1]
        mark = _mark()
        if _kept is None or _kept[0] != mark:
            _kept = (mark, _read())
        _looked = time.monotonic()
        return _kept[1]


def look_again(**_: object) -> None:
    """Forget when the tables were last looked at: called after an edit in this process."""
    global _looked
    _looked = 0.0


def _mark() -> object:
    concepts = Interest.objects.filter(live=True).aggregate(
        Count("pk"), Max("latest_revision_id"), Max("last_published_at"),
        words=Sum(Length("alternative_labels") + Length("everyday_words") + Length("alone_words") + Length("label")),
    )  # fmt: skip
    edges = InterestRelation.objects.aggregate(Count("pk"), Max("pk"), Sum("weight"), Sum("target_id"))
    return (*concepts.values(), *edges.values())


def _read() -> Vocabulary:
    edges: defaultdict[int, list[Edge]] = defaultdict(list)
    rows = InterestRelation.objects.filter(source__live=True, target__live=True)
    for source, kind, code, weight in rows.values_list("source_id", "kind", "target__code", "weight"):
        edges[source].append(Edge(kind, code, weight))
    return Vocabulary(
        {
            interest.code: Concept(
                code=interest.code,
                label=interest.label,
                alternatives=tuple(interest.alternatives),
                everyday=tuple(interest.everyday),
                alone=tuple(interest.alone),
                edges=tuple(sorted(edges[interest.pk], key=lambda edge: (edge.kind, edge.code))),
                icon=interest.icon,
            )
            for interest in Interest.objects.filter(live=True).order_by("pk")
        }
    )
