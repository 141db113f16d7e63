"""What stands above and below each interest, by "is a kind of".

Invariant: only concepts and edges that are live count, and a ring of edges ends where it began. One query a call.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from cms.models import AssetInterest, InterestRelation

Name = TypeVar("Name", str, int)


def above() -> Mapping[str, frozenset[str]]:
    """Code -> codes of everything broader, near and far. A concept without anything above it is left out."""
    parents: defaultdict[str, set[str]] = defaultdict(set)
    rows = InterestRelation.objects.filter(
        kind=InterestRelation.Kind.BROADER, source__live=True, target__live=True
    ).values_list("source__code", "target__code")
    for source, target in rows:
        parents[source].add(target)
    return {code: _reached(code, parents) for code in list(parents)}


def assets_below(interest_ids: Collection[int], *, using: str = "default") -> Iterable[int]:
    """Ids of the assets that have one of these interests or a narrower one, live or not: what must be looked at again
    when an interest, or what is above it, becomes another."""
    children: defaultdict[int, set[int]] = defaultdict(set)
    edges = InterestRelation.objects.using(using).filter(kind=InterestRelation.Kind.BROADER)
    for source, target in edges.values_list("source_id", "target_id"):
        children[target].add(source)
    concerned = {pk for interest_id in interest_ids for pk in (interest_id, *_reached(interest_id, children))}
    tagged = AssetInterest.objects.using(using).filter(interest__in=concerned)
    return tagged.order_by("asset_id").values_list("asset_id", flat=True).distinct()


def with_narrower(interests: Collection[int]) -> frozenset[int]:
    """These interests and every narrower one that is live, by primary key."""
    children: defaultdict[int, set[int]] = defaultdict(set)
    edges = InterestRelation.objects.filter(kind=InterestRelation.Kind.BROADER, source__live=True)
    for source, target in edges.values_list("source_id", "target_id"):
        children[target].add(source)
    return frozenset(interests).union(*(_reached(each, children) for each in interests))


def _reached(start: Name, steps: Mapping[Name, set[Name]]) -> frozenset[Name]:
    found: set[Name] = set()
    waiting = [start]
    while waiting:
        for name in steps.get(waiting.pop(), ()):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return frozenset(found - {start})
