"""Answers as plain data, for the API and the command: one shape for both.

Invariant: only what anybody may see of a listing; addresses without a host, so that no installation's name is in them.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Prefetch
from django.utils import timezone

from cms.models import Asset, AssetSource, Session
from cms.sessions import next_occurrences
from search.questions import Hit, Question, SearchPage

DATES = 2


def results(page: SearchPage, *, now: datetime) -> list[dict[str, Any]]:
    """The page's answers in its order, in a constant number of queries."""
    wanted = [hit.asset_id for hit in page.hits]
    rows = Asset.objects.filter(pk__in=wanted).prefetch_related(
        Prefetch("sessions", Session.objects.select_related("authority")),
        "sessions__authority__terms",
        Prefetch("sources", AssetSource.objects.order_by("pk")),
    )
    assets = {asset.pk: asset for asset in rows}
    return [_result(hit, assets[hit.asset_id], now) for hit in page.hits if hit.asset_id in assets]


def _result(hit: Hit, asset: Asset, now: datetime) -> dict[str, Any]:
    source = next(iter(asset.sources.all()), None)
    coming = next_occurrences(asset.sessions.all(), now, DATES, nation=settings.CONNECTOR_NATION)
    return {
        "id": str(asset.uuid),
        "source_id": source.source_ref if source else None,
        "name": asset.name,
        "kind": asset.kind,
        "reasons": [reason.sentence for reason in hit.reasons],
        "reason_facts": [dict(reason.facts) for reason in hit.reasons],
        "distance_m": None if hit.distance_m is None else round(hit.distance_m),
        "next_sessions": [timezone.localtime(each.start).isoformat() for each in coming],
        "url": asset.get_absolute_url(),
    }


def facets(question: Question, page: SearchPage) -> dict[str, list[dict[str, Any]]]:
    """The counts of every group by the names of the address, most first; what is chosen is there at nought too."""
    chosen = {
        "kind": question.kinds,
        "interest": question.interests,
        "day": question.days,
        "time": question.parts,
        "cost": question.costs,
        "access": question.access,
        "audience": question.audience,
        "area": question.areas,
        "fresh": question.fresh,
    }
    return {NAMED.get(group, group): _values(counts, chosen[group]) for group, counts in dict(page.facets).items()}


# Groups that have another name in an address.
NAMED = {"audience": "who"}


def _values(counts: Mapping[str, int], chosen: frozenset[str]) -> list[dict[str, Any]]:
    every = {value: counts.get(value, 0) for value in {*counts, *chosen}}
    ordered = sorted(every, key=lambda value: (-every[value], value))
    return [{"value": value, "count": every[value], "chosen": value in chosen} for value in ordered]
