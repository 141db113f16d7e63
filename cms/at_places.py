"""Which assets are at some places: given as theirs, or where they meet. Invariant: each asset once, by id."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from cms.models import Asset


def assets_at(places: Iterable[int]) -> QuerySet[Any]:
    """Ids of everything at one of these places (primary keys): what must be looked at again when a place changes."""
    pks = list(places)
    at_them = Q(asset_places__place__in=pks) | Q(sessions__place__in=pks)
    return Asset.objects.filter(at_them).order_by("pk").values_list("pk", flat=True).distinct()
