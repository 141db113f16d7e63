"""The vocabulary snapshot, read from the catalogue's interests and kept as long as they stay as they are.

Invariant: an editor's change counts at the next search in this process and within `LOOK_EVERY` seconds in others.
"""

import threading
import time
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, Max, Sum
from django.db.models.functions import Length

from cms.models import Interest, InterestRelation
from search.vocabulary import Concept, Edge, Vocabulary, in_order

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


def as_if_published(interest: Interest) -> Vocabulary:
    """The current snapshot as it would be with this interest, words and edges, as it is in memory. Nothing is saved,
    and nobody else gets it. Edges to what is not published count for nothing, as they would."""
    now = vocabulary()
    own = list(interest.relations.all())  # type: ignore[attr-defined]
    live = Interest.objects.filter(pk__in={edge.target_id for edge in own}, live=True)
    codes = dict(live.values_list("pk", "code"))
    edges = (Edge(edge.kind, codes[edge.target_id], edge.weight) for edge in own if edge.target_id in codes)
    led_from: defaultdict[str, tuple[Edge, ...]] = defaultdict(tuple)
    if interest.code not in now.concepts:
        rows = InterestRelation.objects.filter(target=interest.pk, source__live=True)
        for code, kind, weight in rows.values_list("source__code", "kind", "weight"):
            led_from[code] += (Edge(kind, interest.code, weight),)
    return now.with_concept(_concept(interest, edges), led_from)


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
    rows = Interest.objects.filter(live=True).order_by("pk")
    return Vocabulary({interest.code: _concept(interest, edges[interest.pk]) for interest in rows})


def _concept(interest: Interest, edges: Iterable[Edge]) -> Concept:
    return Concept(
        code=interest.code,
        label=interest.label,
        alternatives=tuple(interest.alternatives),
        everyday=tuple(interest.everyday),
        alone=tuple(interest.alone),
        edges=in_order(edges),
        icon=interest.icon,
    )
