"""How many visits a listing came up on, week by week.

Invariant: a row holds a listing, a week and numbers: no person, no worker, no hour, nothing that was said.
"""

from django.conf import settings
from django.db import models

from cms.models import Asset
from cms.models.constraints import both_or_neither
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


class SayHello(models.Model):
    """A connector goes and says hello: a worker would introduce somebody, and the group was not asked yet."""

    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="to_say_hello")
    made_on = models.DateField("since")
    done_on = models.DateField("done", null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["made_on", "pk"]
        verbose_name = "group to say hello to"
        verbose_name_plural = "groups to say hello to"
        constraints = [
            models.UniqueConstraint(
                fields=["asset"], condition=models.Q(done_on__isnull=True), name="one_hello_at_a_time"
            ),
            both_or_neither("done_on", "done_by", name="hello_done_on_and_by_go_together"),
        ]

    def __str__(self) -> str:
        return f"{self.asset}: go and say hello"
