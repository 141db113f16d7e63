"""Asking people whether their listings are still right: whom, since when, what they said, and what is left for staff.

Invariant: a person is a keyed hash of their address and a reference to where it is kept, never the address itself; one
person is asked once at a time, however many listings they keep.
"""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from cms.models import Asset, Contact
from cms.models.constraints import both_or_neither


class Asking(models.Model):
    """One person is asked about their listings, until all are answered or nobody answers."""

    person = models.CharField("keyed hash of an address", max_length=64)
    recipient = models.CharField("whom we write to", max_length=60)
    started_on = models.DateField("asked on")
    step = models.PositiveSmallIntegerField("messages so far", default=1)
    last_on = models.DateField("last message")
    closed_on = models.DateField("closed", null=True, blank=True)
    way = models.CharField("how", max_length=10, choices=Contact.Way.choices, default=Contact.Way.EMAIL)
    tries = models.PositiveSmallIntegerField("times nobody answered", default=0)
    try_from = models.DateField("ring again from", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(closed_on__isnull=True), name="a_person_is_asked_once_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"asked on {self.started_on}, {self.step} messages"


class Asked(models.Model):
    """One listing of those, and the answer."""

    class Answer(models.TextChoices):
        RIGHT = "right", "still right"
        CHANGE = "change", "something has changed"
        STOPPED = "stopped", "we have stopped"

    asking = models.ForeignKey(Asking, on_delete=models.CASCADE, related_name="listings")
    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="+")
    answer = models.CharField(max_length=8, choices=Answer.choices, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    told_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asking", "asset"], name="a_listing_is_asked_about_once")]

    def __str__(self) -> str:
        return f"{self.asset_id}: {self.answer or 'no answer yet'}"


class Enquiry(models.Model):
    """One person is asked what visits needed to know of their listings: all of it in one message, or in one call."""

    person = models.CharField("keyed hash of an address", max_length=64)
    recipient = models.CharField("whom we ask", max_length=60)
    way = models.CharField("how", max_length=10, choices=Contact.Way.choices, default=Contact.Way.EMAIL)
    started_on = models.DateField("asked on")
    sent = models.BooleanField("it went", default=False)
    closed_on = models.DateField("closed", null=True, blank=True)
    tries = models.PositiveSmallIntegerField("times nobody answered", default=0)
    try_from = models.DateField("ring again from", null=True, blank=True)

    class Meta:
        verbose_name_plural = "enquiries"
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(closed_on__isnull=True), name="one_enquiry_a_person_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"enquired on {self.started_on}"


class TimeOfYear(models.Model):
    """When somebody wants to be asked: in this month, and half a year later."""

    person = models.CharField("keyed hash of an address", max_length=64, unique=True)
    month = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(12)])

    class Meta:
        verbose_name_plural = "times of year"

    def __str__(self) -> str:
        return f"month {self.month}"


class KnownAs(models.Model):
    """An account that is one of its listing's contacts, which has no address to tell by: asked once, in that contact's
    way."""

    contact = models.OneToOneField(Contact, on_delete=models.CASCADE, related_name="+")
    person = models.CharField("keyed hash of the address of their account", max_length=64)

    class Meta:
        verbose_name_plural = "known as"

    def __str__(self) -> str:
        return f"contact {self.contact_id}"


class Task(models.Model):
    """What a connector has to see to. One that settles itself is gone."""

    class What(models.TextChoices):
        SILENT = "silent", "nobody answers"
        NO_SIGN = "no_sign", "nobody says any more whether it runs"
        STOPPED = "stopped", "they say that they have stopped"
        WITHDRAWN = "withdrawn", "they have stopped, and it was withdrawn"
        CALENDAR = "calendar", "their calendar cannot be read"
        WEBSITE = "website", "their website is not there any more"

    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="+")
    what = models.CharField(max_length=10, choices=What.choices)
    words = models.CharField("what they said", max_length=200, blank=True)
    made_on = models.DateField("since")
    done_on = models.DateField("done", null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-made_on", "pk"]
        verbose_name = "listing to see to"
        verbose_name_plural = "listings to see to"
        constraints = [
            models.UniqueConstraint(
                fields=["asset"], condition=models.Q(done_on__isnull=True), name="one_open_task_a_listing"
            ),
            both_or_neither("done_on", "done_by", name="done_on_and_by_go_together"),
        ]

    def __str__(self) -> str:
        return f"{self.asset}: {self.get_what_display()}"
