"""An interest of the database in the shape of the vocabulary file, and back.

Invariant: a row put in from a concept and read again gives the same concept, in `weighed` form.
"""

from collections.abc import Iterator

from cms.models import Interest, InterestRelation
from cms.vocabulary.concept import ShippedConcept, link_of, with_weight


def values(concept: ShippedConcept) -> dict[str, str]:
    """The fields of a row, without its code."""
    return {
        "label": concept.label,
        "alternative_labels": "\n".join(concept.alternative),
        "everyday_words": "\n".join(concept.everyday),
        "alone_words": "\n".join(concept.alone),
        "exact_match": "\n".join(concept.exact),
        "icon": concept.icon,
    }


def links(concept: ShippedConcept) -> Iterator[tuple[str, str, float]]:
    """The kind, target and weight of each edge of a weighed concept."""
    kinds = InterestRelation.Kind
    yield from ((kinds.BROADER, *link_of(edge)) for edge in concept.broader)
    yield from ((kinds.RELATED, code, weight) for code, weight in concept.related)
    yield from ((kinds.LEADS_TO, code, weight) for code, weight in concept.leads_to)


def as_concept(row: Interest) -> ShippedConcept:
    """Its edges and their targets should be prefetched."""
    edges: dict[str, list[tuple[str, float]]] = {kind: [] for kind in InterestRelation.Kind.values}
    for edge in row.relations.all():
        edges[edge.kind].append((edge.target.code, edge.weight))
    return ShippedConcept(
        code=row.code,
        label=row.label,
        alternative=tuple(row.alternatives),
        everyday=tuple(row.everyday),
        alone=tuple(row.alone),
        broader=tuple(with_weight(*edge) for edge in edges[InterestRelation.Kind.BROADER]),
        related=tuple(edges[InterestRelation.Kind.RELATED]),
        leads_to=tuple(edges[InterestRelation.Kind.LEADS_TO]),
        exact=tuple(line.strip() for line in row.exact_match.splitlines() if line.strip()),
        icon=row.icon,
    )
