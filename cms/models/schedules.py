"""When things run: sessions as people say them, school terms by education authority, and the real dates of both.

Invariant: a session is kept in the plain terms it was asked in (rhythm, days, times, exceptions); the RFC 5545 rule
is worked out from them by `cms.schedule`, never typed. Real dates can always be made again (`cms.scheduled`).
"""

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from cms.models.places import Place
from cms.models.saving import SavedAtOnce


class EducationAuthority(SavedAtOnce, ClusterableModel):
    """Whose school terms a session keeps to. Its terms are written on its own page."""

    name = models.CharField(max_length=120, unique=True)

    class Meta:
        verbose_name_plural = "education authorities"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Term(SavedAtOnce):
    """Days on which school is in: a half term, first and last day included."""

    authority = ParentalKey(EducationAuthority, on_delete=models.CASCADE, related_name="terms")
    name = models.CharField(max_length=80)
    starts = models.DateField()
    ends = models.DateField()

    class Meta:
        ordering = ["starts"]
        constraints = [models.CheckConstraint(condition=models.Q(ends__gte=models.F("starts")), name="term_ends_later")]

    def __str__(self) -> str:
        return f"{self.name}, {self.starts} to {self.ends}"


class Session(SavedAtOnce):
    """One regular time of an asset. Lists are JSON: `days` ["MO", …], `closed` and `extra` ISO dates,
    `cancelled` {ISO date: why}."""

    class Rhythm(models.TextChoices):
        WEEKLY = "weekly", "every week"
        FORTNIGHTLY = "fortnightly", "every other week"
        MONTHLY = "monthly", "every month"
        ONCE = "once", "once"
        DAILY = "daily", "every day"

    asset = ParentalKey("cms.Asset", on_delete=models.CASCADE, related_name="sessions")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="sessions")
    rhythm = models.CharField(max_length=12, choices=Rhythm.choices, default=Rhythm.WEEKLY)
    days = models.JSONField(default=list, blank=True)
    weeks_of_month = models.JSONField(default=list, blank=True)
    first = models.DateField("first time on")
    until = models.DateField("last time on", null=True, blank=True)
    start = models.TimeField("starts at")
    end = models.TimeField("ends at", null=True, blank=True)
    term_time = models.BooleanField("in term time only", default=False)
    authority = models.ForeignKey(EducationAuthority, on_delete=models.SET_NULL, null=True, blank=True)
    on_bank_holidays = models.BooleanField("also on bank holidays", default=False)
    closed = models.JSONField("not on these dates", default=list, blank=True)
    extra = models.JSONField("also on these dates", default=list, blank=True)
    cancelled = models.JSONField("called off", default=dict, blank=True)

    class Meta:
        ordering = ["asset_id", "first", "start"]

    def __str__(self) -> str:
        return f"{self.get_rhythm_display()}, {self.start:%H:%M}"


class ScheduledSession(models.Model):
    """A session on one day, as OpenActive calls it. `day` is that on which it begins by the local clock; `part` of that
    day, so that days can be read in order and by the time of day from one index. `ends_at` is empty where nobody said.
    `why`: the reason of a cancellation, or a caution."""

    class Part(models.IntegerChoices):
        MORNING = 0, "morning"
        AFTERNOON = 1, "afternoon"
        EVENING = 2, "evening"

    # There are millions of them, and nothing that Wagtail looks after points from one to anything.
    wagtail_reference_index_ignore = True

    id = models.BigAutoField(primary_key=True)
    # Both are found by the first column of an index below.
    asset = models.ForeignKey("cms.Asset", on_delete=models.CASCADE, related_name="scheduled", db_index=False)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="scheduled", db_index=False)
    day = models.DateField()
    part = models.PositiveSmallIntegerField(choices=Part.choices)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    cancelled = models.BooleanField(default=False)
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["day", "part", "starts_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["session", "day"], name="a_session_once_a_day")]
        indexes = [
            models.Index(fields=["day", "part", "starts_at"], name="scheduled_by_day"),
            models.Index(fields=["asset", "day"], name="scheduled_by_asset"),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} on {self.day}"
