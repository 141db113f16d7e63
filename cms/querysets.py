"""The only visibility filters of the product, as SQL. Twin of `cms.visibility`."""

from typing import Self

from django.db import models

from cms.visibility import WORKERS_ONLY_KINDS, Viewer


class AssetQuerySet(models.QuerySet):
    def published(self) -> Self:
        return self.filter(live=True)

    def visible_to(self, viewer: Viewer) -> Self:
        """What this viewer may see. Twin of `cms.visibility.is_visible`."""
        live = self.published()
        return live if viewer.works else live.exclude(kind__in=WORKERS_ONLY_KINDS).filter(unasked=False)
