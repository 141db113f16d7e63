"""Whether a group likes people to be introduced to it. Being listed is not agreeing to that.

Invariant: no row is *not asked*; what was said has who said it and when. `at_limit` is worked out
(`connector.reach`) and says nothing of anybody.
"""

from django.db import models
from django.db.models import Q

from cms.models.assets import Asset


class Introductions(models.Model):
    """One asset's word. How they like people to come stands on the asset (`cms.models.newcomers`)."""

    class State(models.TextChoices):
        NOT_ASKED = "not_asked", "not asked"
        AGREED = "agreed", "agreed"
        NO_THANKS = "no_thanks", "no, thank you"

    asset = models.OneToOneField(Asset, on_delete=models.CASCADE, related_name="introductions")
    state = models.CharField(max_length=10, choices=State.choices, default=State.NOT_ASKED)
    said_by = models.CharField("said by (first name or part played)", max_length=80, blank=True)
    said_on = models.DateField(null=True, blank=True)
    at_limit = models.BooleanField("as many new people this month as they can welcome", default=False)

    class Meta:
        verbose_name_plural = "introductions"
        constraints = [
            models.CheckConstraint(
                condition=Q(said_on__isnull=True, said_by="") | (Q(said_on__isnull=False) & ~Q(said_by="")),
                name="introductions_said_on_and_by_go_together",
            ),
            models.CheckConstraint(
                condition=Q(state="not_asked") | Q(said_on__isnull=False),
                name="introductions_that_were_said_have_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asset_id}: {self.get_state_display()}"
