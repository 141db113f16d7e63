"""What somebody without an account says is wrong with a listing, and what came of it.

Invariant: no row is ever deleted by answering or by time; what may tell of a person (words, how to reach them) is taken
out of it once a setting says so. It outlives its listing, whose name stays with it.
"""

from django.conf import settings
from django.db import models

from cms.models import Asset


class Correction(models.Model):
    """`number`: what the sender is told, for the telephone; it opens nothing."""

    class Topic(models.TextChoices):
        TIMES = "times", "When it is on"
        PLACE = "place", "Where it is"
        CONTACT = "contact", "Whom to ask, or the number"
        COST = "cost", "What it costs"
        ACCESS = "access", "Getting in"
        STOPPED = "stopped", "It has stopped"
        OTHER = "other", "Something else"

    class State(models.TextChoices):
        NEW = "new", "nobody has looked yet"
        LOOKING = "looking", "somebody is looking into it"
        RIGHTED = "righted", "put right"
        LEFT = "left", "left as it is"

    asset = models.ForeignKey(Asset, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    listing = models.CharField(max_length=250)
    number = models.CharField(max_length=9, unique=True)
    topic = models.CharField("what it is about", max_length=10, choices=Topic.choices)
    words = models.TextField("what is wrong", blank=True)
    contact = models.CharField("how to reach them", max_length=200, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.NEW)
    answer = models.TextField(blank=True)
    sent_at = models.DateTimeField("sent", auto_now_add=True)
    answered_at = models.DateTimeField("answered", null=True, blank=True)
    answerer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["sent_at", "pk"]
        indexes = [models.Index(fields=["state", "sent_at"], name="correction_state_sent")]

    def __str__(self) -> str:
        return self.number


OPEN = (Correction.State.NEW, Correction.State.LOOKING)
"""The states of what nobody has answered."""
