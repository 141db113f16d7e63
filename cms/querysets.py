"""The only visibility filters of the product, as SQL. Twin of `cms.visibility`."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Greatest

from cms.visibility import WORKERS_ONLY_KINDS, Viewer

ALIVE_ON = Greatest(Coalesce("confirmed_on", "ran_on"), Coalesce("ran_on", "confirmed_on"))
"""The day of its last sign of life; null without one. Twin of `cms.freshness.Facts.seen_alive`."""
NO_SIGN = Q(confirmed_on__isnull=True, ran_on__isnull=True)
"""Neither confirmed nor known to have run, ever."""
FRESHEST = F("alive_on").desc(nulls_last=True)
"""The order by `ALIVE_ON`, once it is annotated as `alive_on`."""


class AssetQuerySet(models.QuerySet):
    def published(self) -> Self:
        return self.filter(live=True)

    def visible_to(self, viewer: Viewer) -> Self:
        """What this viewer may see. Twin of `cms.visibility.is_visible`."""
        live = self.published()
        return live if viewer.works else live.exclude(kind__in=WORKERS_ONLY_KINDS).filter(unasked=False)

    def whereabouts_told(self) -> Self:
        """Those whose place is no secret (`cms.secrecy`)."""
        return self.filter(secret=False)
