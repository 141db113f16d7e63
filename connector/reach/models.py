"""How many visits a listing came up on, week by week.

Invariant: a row holds a listing, a week and numbers: no person, no worker, no hour, nothing that was said.
"""

from django.db import models

from cms.models import Asset
from connector.reach.deciding import Count


class WeekOfReach(models.Model):
    """One listing in one week. `week`: "2026-W48" (`connector.gaps.weeks`)."""

    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="+")
    week = models.CharField(max_length=8)
    shown = models.PositiveIntegerField("visits on which it was shown", default=0)
    kept = models.PositiveIntegerField("visits on which it was kept", default=0)
    printed = models.PositiveIntegerField("visits from which it was taken home on paper", default=0)
    sent = models.PositiveIntegerField("visits from which it was sent", default=0)
    hello = models.PositiveIntegerField("visits on which a worker wanted it said hello to", default=0)
    interested = models.PositiveIntegerField("visits after which somebody may come", default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asset", "week"], name="one_row_of_reach_a_week")]

    def __str__(self) -> str:
        return f"{self.asset_id}, {self.week}: {', '.join(f'{getattr(self, each)} {each}' for each in Count)}"
