"""Where listings come from, for the page that says so."""

from dataclasses import dataclass

from django.db.models import Count, Q

from cms.models import Source


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A register: its name, address, licence, the words it asks for, and how many live listings were read from it."""

    name: str
    url: str
    licence: str
    attribution: str
    count: int


def sources() -> tuple[SourceLine, ...]:
    """Every source of which at least one listing is live, by name."""
    live = Count("records__asset", filter=Q(records__asset__live=True), distinct=True)
    return tuple(
        SourceLine(row.name, row.url, row.licence, row.attribution, row.live)
        for row in Source.objects.annotate(live=live).filter(live__gt=0)
    )
