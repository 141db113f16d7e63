"""Compare assets with all others and keep the pairs that look like one, for people to settle.

Invariant: pairs are kept once; one that is still open and no longer looks alike goes away, a settled one stays.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from cms.duplicates.meeting import meetings, put_keys
from cms.duplicates.reading import facts_of
from cms.likeness.blocks import Meetings, Pair, likely_pairs
from cms.likeness.facts import Facts
from cms.likeness.score import Likeness, likeness
from cms.models import Asset, PossibleDuplicate

BATCH = 500


@dataclass(frozen=True, slots=True)
class Like:
    """Another asset that looks like the one asked about."""

    pk: int
    likeness: Likeness


def compare_all(progress: Callable[[int], object] = lambda done: None) -> int:
    """Compare every asset with every other that it shares a key with. How many pairs are open then."""
    pks = list(Asset.objects.order_by("pk").values_list("pk", flat=True))
    batches = [pks[start : start + BATCH] for start in range(0, len(pks), BATCH)]
    facts: dict[int, Facts] = {}
    for batch in batches:
        own = facts_of(batch)
        put_keys(list(own.values()))
        facts |= own
        progress(len(batch))
    found = likely_pairs(facts.values())
    of_each: defaultdict[int, dict[Pair, Likeness]] = defaultdict(dict)
    for pair, like in found.items():
        for pk in pair:
            of_each[pk][pair] = like
    for batch in batches:
        with transaction.atomic():
            _keep(batch, {pair: like for pk in batch for pair, like in of_each[pk].items()})
    return PossibleDuplicate.objects.filter(state=PossibleDuplicate.State.OPEN).count()


def compare(pks: Collection[int]) -> None:
    """Compare these assets with all others, in one transaction."""
    with transaction.atomic():
        own = facts_of(pks)
        put_keys(list(own.values()))
        met = meetings(own.values())
        facts = own | facts_of(_others(own, met))
        found: dict[Pair, Likeness] = {}
        for one in own.values():
            for like in _likes(one, met, facts):
                found[_pair(one.pk, like.pk)] = like.likeness
        _keep(pks, found)


def looks_like(facts: Facts) -> list[Like]:
    """What an asset that is being written looks like, the likeliest first. Nothing is kept. Seven queries at most."""
    met = meetings([facts])
    likes = _likes(facts, met, facts_of(met.candidates(facts)))
    return sorted(likes, key=lambda like: (-like.likeness.score, like.pk))


def _others(own: dict[int, Facts], met: Meetings) -> set[int]:
    return {pk for facts in own.values() for pk in met.candidates(facts)} - own.keys()


def _likes(one: Facts, met: Meetings, facts: dict[int, Facts]) -> Iterable[Like]:
    common = met.common(one)
    for pk in met.candidates(one):
        if pk in facts and (found := likeness(one, facts[pk], common)).likely:
            yield Like(pk, found)


def _keep(pks: Collection[int], found: dict[Pair, Likeness]) -> None:
    """Write what was found about these assets beside what people said already."""
    rows = PossibleDuplicate.objects.filter(Q(first__in=pks) | Q(second__in=pks))
    known = {(row.first_id, row.second_id): row for row in rows}
    PossibleDuplicate.objects.bulk_create(
        [
            PossibleDuplicate(
                first_id=pair[0], second_id=pair[1], score=like.score, agrees=like.agrees, differs=like.differs
            )
            for pair, like in found.items()
            if pair not in known
        ]
    )
    open_ones = {pair: row for pair, row in known.items() if row.state == PossibleDuplicate.State.OPEN}
    gone = [row.pk for pair, row in open_ones.items() if pair not in found]
    PossibleDuplicate.objects.filter(pk__in=gone).delete()
    _rescore([(row, found[pair]) for pair, row in open_ones.items() if pair in found])


def _rescore(rows: Sequence[tuple[PossibleDuplicate, Likeness]]) -> None:
    changed = []
    for row, like in rows:
        told = (row.score, tuple(row.agrees), tuple(row.differs))
        if told != (like.score, like.agrees, like.differs):
            row.score, row.agrees, row.differs = like.score, list(like.agrees), list(like.differs)
            changed.append(row)
    PossibleDuplicate.objects.bulk_update(changed, ["score", "agrees", "differs"])


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
