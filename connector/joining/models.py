"""What somebody is telling us about a group, question by question, before it is a listing; and what was agreed to.

Invariant: the answers lie here and nowhere else until they are sent; they are cleared when the listing is out, and go
with the row when nobody went on with it. An agreement holds the very words that were agreed to.
"""

import uuid

from django.conf import settings
from django.db import models

from cms.models import Asset


class NewListing(models.Model):
    """One group on its way into the catalogue. `came_from`: a keyed hash of a network address, for a day's counting."""

    class State(models.TextChoices):
        WRITING = "writing", "being written"
        SENT = "sent", "waits for a first look"
        OUT = "out", "people see it"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField("number for the sender", max_length=7, unique=True, null=True, blank=True)
    state = models.CharField(max_length=7, choices=State.choices, default=State.WRITING)
    mine = models.BooleanField("told by the group itself", default=True)
    answers = models.JSONField(default=dict, blank=True)
    asset = models.ForeignKey(Asset, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    place = models.ForeignKey("cms.Place", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    sender_email = models.EmailField("address of who sent it", blank=True)
    carry_on_to = models.EmailField("address that asked for the link to go on", blank=True)
    sender = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True)
    came_from = models.CharField(max_length=32, blank=True)
    letters = models.PositiveSmallIntegerField("messages sent about it", default=0)
    made_at = models.DateTimeField(db_index=True)
    changed_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    out_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["state", "changed_at"], name="new_listings_by_state")]

    def __str__(self) -> str:
        return f"New listing {self.number or self.pk}"


class Agreement(models.Model):
    """What somebody agreed to about themselves, in the words that they saw, or that they would rather not."""

    class Answer(models.TextChoices):
        EVERYBODY = "everybody", "show it to everybody"
        WORKERS = "workers", "show it to workers only"
        NO = "no", "do not show it"

    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="+")
    answer = models.CharField(max_length=9, choices=Answer.choices)
    words = models.TextField("the words that they saw")
    by = models.CharField("who agreed", max_length=80, blank=True)
    how = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.asset_id}: {self.get_answer_display()}"
