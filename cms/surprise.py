"""Something that any grown-up could go to within a fortnight, drawn by lot.

Invariant: a handful of small queries however many listings there are; only what everybody may see.
"""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Exists, Max, Min, OuterRef

from cms.coming import coming_dates
from cms.models import Asset, Kind, Session
from cms.topics import for_most
from cms.visibility import PUBLIC

TRIES: Final = 20
SOON: Final = timedelta(days=14)
GONE_TO: Final = (Kind.GROUP, Kind.ACTIVITY)


def surprise(now: datetime, draw: Callable[[int], int] = secrets.randbelow) -> Asset | None:
    """One of them; None where `TRIES` draws meet none. `draw(n)`: a number from 0 to n - 1."""
    timed = Exists(Session.objects.filter(asset=OuterRef("pk")))
    found = Asset.objects.visible_to(PUBLIC).filter(timed, kind__in=GONE_TO)
    ends = found.aggregate(first=Min("pk"), last=Max("pk"))
    if ends["first"] is None:
        return None
    for _ in range(TRIES):
        at = ends["first"] + draw(ends["last"] - ends["first"] + 1)
        asset = found.filter(pk__gte=at).prefetch_related("sessions__authority__terms").order_by("pk").first()
        if asset is not None and for_most(asset) and _soon(asset, now):
            return asset
    return None


def _soon(asset: Asset, now: datetime) -> bool:
    return any(each.status == "on" and each.start < now + SOON for each in coming_dates(asset, now, 2))
