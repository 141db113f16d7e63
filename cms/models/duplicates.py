"""Assets that look like one another, what people decided about them, and addresses that lead on.

Invariant: a pair is kept once, the older asset first; what was settled about it is never asked again.
"""

from django.db import models
from django.db.models import F, Q

from cms.models.assets import Asset


class LikenessKey(models.Model):
    """A key under which an asset meets those that it may be the same as (`cms.likeness.keys`)."""

    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="likeness_keys")
    key = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["key", "asset"], name="assets_of_a_key")]

    def __str__(self) -> str:
        return f"{self.asset_id} under {self.key}"


class PossibleDuplicate(models.Model):
    """Two assets that look like one. `agrees` and `differs` are names of facts (`cms.likeness.score`)."""

    class State(models.TextChoices):
        OPEN = "open", "to settle"
        NOT_SAME = "not_same", "not the same"
        SAME = "same", "the same"

    first = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="duplicates_after")
    second = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="duplicates_before")
    score = models.PositiveSmallIntegerField()
    agrees = models.JSONField(default=list)
    differs = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN, db_index=True)
    found_at = models.DateTimeField(auto_now_add=True)
    joined = models.JSONField(default=dict, blank=True, editable=False, help_text="What joining did, to undo it.")
    settled_at = models.DateTimeField(null=True, blank=True, help_text="Who settled it is in the history of both.")

    class Meta:
        ordering = ["-score", "pk"]
        verbose_name = "possible duplicate"
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="a_pair_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="the_older_of_a_pair_first"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} and {self.second_id}"


class FormerAddress(models.Model):
    """The uuid of an asset that turned out to be the same as another: its address leads there."""

    uuid = models.UUIDField(unique=True)
    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="former_addresses")

    class Meta:
        verbose_name_plural = "former addresses"

    def __str__(self) -> str:
        return f"{self.uuid} is now {self.asset_id}"
