"""Where an interest stands among the others: what is above it, below it and beside it, as lists that read aloud.

Invariant: shows what the database holds now, from both ends of every edge; what is being typed counts once it is saved.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet
from django.urls import reverse
from wagtail.admin.panels import Panel

from cms.models import Interest, InterestRelation

# As good a suggestion as the one is for the other, from the strongest down.
_STRENGTHS: Final = ((0.8, "very strong"), (0.6, "strong"), (0.4, "fair"), (0.0, "faint"))


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An interest at the other end of an edge: its name, its page, how strong the edge is in a word and a number."""

    label: str
    url: str
    strength: str
    weight: float
    live: bool


@dataclass(frozen=True, slots=True)
class Side:
    """All neighbours in one direction, the strongest first."""

    heading: str
    neighbours: tuple[Neighbour, ...]


def strength(weight: float) -> str:
    """A weight from 0 to 1 as a word."""
    return next(word for least, word in _STRENGTHS if weight >= least)


def neighbourhood(interest: Interest) -> tuple[Side, ...]:
    """The sides that have anybody, in the order above, below, beside. Two queries."""
    if interest.pk is None:
        return ()
    own, others = _edges("source", interest, "target"), _edges("target", interest, "source")
    kinds = InterestRelation.Kind
    sides = (
        Side("It is a kind of", _neighbours(own, kinds.BROADER, "target")),
        Side("Kinds of it are", _neighbours(others, kinds.BROADER, "source")),
        Side("It is close to", _neighbours(own, kinds.RELATED, "target")),
        Side("Close to it, as they say themselves", _neighbours(others, kinds.RELATED, "source")),
        Side("It leads to", _neighbours(own, kinds.LEADS_TO, "target")),
        Side("What leads here", _neighbours(others, kinds.LEADS_TO, "source")),
    )
    return tuple(side for side in sides if side.neighbours)


def _edges(end: str, interest: Interest, other: str) -> QuerySet[InterestRelation]:
    edges = InterestRelation.objects.filter(**{end: interest.pk}).select_related(other)
    return edges.order_by("-weight", f"{other}__label")


def _neighbours(edges: Iterable[InterestRelation], kind: str, end: str) -> tuple[Neighbour, ...]:
    found = ((getattr(edge, end), edge.weight) for edge in edges if edge.kind == kind)
    return tuple(Neighbour(row.label, _url(row), strength(weight), weight, row.live) for row, weight in found)


def _url(interest: Interest) -> str:
    name: str = Interest.snippet_viewset.get_url_name("edit")  # type: ignore[attr-defined]
    return reverse(name, args=[interest.pk])


class NeighbourhoodPanel(Panel):
    """The picture beside the fields. A new interest has no neighbours yet, and says so."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/cms/neighbourhood.html"

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            context["interest"] = self.instance
            context["sides"] = neighbourhood(self.instance)
            return context
