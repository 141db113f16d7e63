"""Calendars that groups keep elsewhere and that their listings follow, and what each reading changed.

Invariant: one calendar a listing. `dates` and `times` are those of the last good reading, whatever went wrong since.
"""

from django.conf import settings
from django.db import models

from cms.models import Asset


class Feed(models.Model):
    """A calendar. Its address may be a secret of the group: whoever has it reads the calendar."""

    class State(models.TextChoices):
        TRYING = "trying", "given, not followed yet"
        FOLLOWED = "followed", "followed"

    asset = models.OneToOneField(Asset, on_delete=models.CASCADE, related_name="+")
    url = models.CharField("address", max_length=2_000)
    words = models.CharField("only events with these words", max_length=200, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.TRYING)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    since = models.DateTimeField("given")
    next_on = models.DateField("looked at next on")
    etag = models.CharField(max_length=300, blank=True)
    modified = models.CharField(max_length=100, blank=True)
    read_at = models.DateTimeField("last read", null=True, blank=True)
    whole_on = models.DateField("last read whole", null=True, blank=True)
    dates = models.JSONField(default=dict, blank=True)
    times = models.JSONField(default=list, blank=True)
    left_out = models.JSONField("what was left out", default=list, blank=True)
    trouble = models.CharField("what is wrong", max_length=300, blank=True)
    failed_days = models.PositiveSmallIntegerField("days without an answer", default=0)
    failed_on = models.DateField("last day without an answer", null=True, blank=True)
    told_on = models.DateField("group told", null=True, blank=True)

    class Meta:
        verbose_name = "calendar"
        ordering = ["-failed_days", "asset__name"]

    def __str__(self) -> str:
        return f"{self.asset}: {self.get_state_display()}"

    @property
    def words_list(self) -> tuple[str, ...]:
        """The words, one by one."""
        return tuple(word for each in self.words.split(",") if (word := each.strip()))


class FeedChange(models.Model):
    """What one reading changed, in a sentence."""

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="changes")
    seen_at = models.DateTimeField("seen")
    told = models.CharField(max_length=300)

    class Meta:
        ordering = ["-seen_at", "-pk"]

    def __str__(self) -> str:
        return self.told
