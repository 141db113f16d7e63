"""Takes the council's vocabulary out into a file, and brings one back.

Invariant: what comes in is the council's own from then on (a newer file of the product leaves it alone); interests that
the file does not name stay as they are; the same file a second time changes nothing. All of it or none.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from cms.models import Interest, InterestRelation
from cms.vocabulary.checks import check_graph
from cms.vocabulary.concept import ShippedConcept, target_of
from cms.vocabulary_rows import as_concept, links, values


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """How many interests a file added, changed, and held as they were."""

    added: int = 0
    changed: int = 0
    same: int = 0


def taken_out() -> tuple[ShippedConcept, ...]:
    """Every live interest, weighed, in order of its code."""
    rows = Interest.objects.filter(live=True).order_by("code").prefetch_related("relations__target")
    return tuple(as_concept(row) for row in rows)


def bring_in(concepts: Sequence[ShippedConcept]) -> BroughtIn:
    """Raises ValueError that begins with the code of the interest found wrong; then nothing is changed."""
    rows = {row.code: row for row in Interest.objects.prefetch_related("relations__target")}
    before = {code: as_concept(row) for code, row in rows.items()}
    _check(concepts, before)
    new = [concept for concept in concepts if concept.code not in before]
    changed = [concept for concept in concepts if concept.code in before and not _same(before[concept.code], concept)]
    with transaction.atomic():
        for concept in new:
            rows[concept.code] = Interest.objects.create(code=concept.code, **values(concept))
        for concept in (*new, *changed):
            _write(rows[concept.code], concept, rows)
    return BroughtIn(len(new), len(changed), len(concepts) - len(new) - len(changed))


def _check(concepts: Sequence[ShippedConcept], before: dict[str, ShippedConcept]) -> None:
    coming = {concept.code for concept in concepts}
    check_graph(
        [_unweighed(each) for each in (*concepts, *(old for code, old in before.items() if code not in coming))]
    )
    for concept in concepts:
        for _, target, weight in links(concept):
            if not 0 < weight <= 1:
                raise ValueError(f"{concept.code}: the weight of {target} must be above 0 and at most 1")


def _write(row: Interest, concept: ShippedConcept, rows: dict[str, Interest]) -> None:
    for name, value in values(concept).items():
        setattr(row, name, value)
    row.relations.set(
        [InterestRelation(kind=kind, target=rows[target], weight=weight) for kind, target, weight in links(concept)]
    )
    row.save()
    if row.latest_revision_id:  # The admin's form shows the last revision, not the row.
        row.save_revision().publish()


def _same(one: ShippedConcept, other: ShippedConcept) -> bool:
    """Edges have no order in the database."""
    return values(one) == values(other) and sorted(links(one)) == sorted(links(other))


def _unweighed(concept: ShippedConcept) -> ShippedConcept:
    return replace(concept, broader=tuple(map(target_of, concept.broader)))
