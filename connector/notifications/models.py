"""The outbox: what is to be sent, to whom, and how far it has come. With it, who wants none and whom none reaches.

Invariant: no row holds an address or a word of a message: whom it is for is a reference, its words are made when it
goes, and links in them are made then. Who stopped messages is a keyed hash of their address.
"""

from uuid import uuid4

from django.db import models

from cms.models import Asset


class Message(models.Model):
    """One message to one person."""

    class State(models.TextChoices):
        WAITING = "waiting", "waits"
        SENDING = "sending", "is being sent"
        SENT = "sent", "sent"
        FAILED = "failed", "failed"
        BOUNCED = "bounced", "came back"
        STOPPED = "stopped", "not sent"

    class Channel(models.TextChoices):
        EMAIL = "email", "e-mail"
        TEXT = "text", "text message"
        LETTER = "letter", "letter"

    key = models.CharField("what makes it one of its kind", max_length=120, unique=True)
    kind = models.CharField(max_length=40)
    channel = models.CharField("how", max_length=8, choices=Channel.choices, default=Channel.EMAIL)
    recipient = models.CharField("whom it is for", max_length=60)
    about_type = models.CharField("what it is about", max_length=60, blank=True)
    about_id = models.CharField(max_length=60, blank=True)
    urgent = models.BooleanField("goes at any hour", default=False)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    reason = models.CharField("why", max_length=200, blank=True)
    doubtful = models.BooleanField("nobody knows whether it went", default=False)
    reference = models.UUIDField("what carriers know it by", default=uuid4, unique=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField("made")
    due_at = models.DateTimeField("goes from")
    holder = models.CharField(max_length=80, blank=True)
    held_until = models.DateTimeField(null=True, blank=True)
    handed_at = models.DateTimeField("handed to the carrier", null=True, blank=True)
    settled_at = models.DateTimeField("settled", null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["state", "due_at"], name="messages_that_wait")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.get_state_display()}"


class NotWanted(models.Model):
    """An address that is sent nothing, or nothing of one kind: because they asked us to, or because it comes back."""

    class Why(models.TextChoices):
        ASKED = "asked", "they asked"
        BOUNCED = "bounced", "messages come back"

    person = models.CharField("keyed hash of an address", max_length=64)
    kind = models.CharField("only this kind", max_length=40, blank=True)
    why = models.CharField(max_length=8, choices=Why.choices)
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind", "why"], name="not_wanted_once")]

    def __str__(self) -> str:
        return f"{self.kind or 'everything'}: {self.get_why_display()}"


class SteppedBack(models.Model):
    """Somebody who handed a listing over: nothing about it goes to them, though their address may stand on it still."""

    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="+")
    person = models.CharField("keyed hash of an address", max_length=64)

    class Meta:
        verbose_name_plural = "stepped back"
        constraints = [models.UniqueConstraint(fields=["asset", "person"], name="stepped_back_once")]

    def __str__(self) -> str:
        return f"listing {self.asset_id}"


class Duty(models.Model):
    """Something that is done once a day by whichever worker comes to it first."""

    name = models.CharField(max_length=60, unique=True)
    done_on = models.DateField("last done", null=True, blank=True)
    holder = models.CharField(max_length=80, blank=True)
    held_until = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name_plural = "duties"

    def __str__(self) -> str:
        return self.name
