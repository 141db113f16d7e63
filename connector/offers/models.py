"""What a resident would share, on its way into the catalogue and out of it, and who of our staff would like it.

Invariant: who it is, and how to reach them, is kept here and nowhere else: the asset that workers find
(`cms.visibility`) holds the offer alone. Of where they live only the ward and the postcode sector are kept.
"""

from uuid import uuid4

from django.conf import settings
from django.db import models

from cms.models import Area, Asset
from cms.models.constraints import both_or_neither


class Offer(models.Model):
    """One thing that one person would share. `heard`: codes of the interests they agreed that it is about."""

    class State(models.TextChoices):
        UNPROVEN = "unproven", "address not proven yet"
        TO_RING = "to_ring", "has to be rung"
        WAITING = "waiting", "waits for a connector"
        ASKED = "asked", "was asked something"
        OUT = "out", "workers find it"
        RETURNED = "returned", "a connector said no"
        WITHDRAWN = "withdrawn", "taken off"
        ENDED = "ended", "its time was over"

    class Often(models.TextChoices):
        ONCE = "once", "Once"
        NOW_AND_THEN = "now_and_then", "Now and then"
        MONTHLY = "monthly", "About once a month"
        WEEKLY = "weekly", "About once a week"
        OFTENER = "oftener", "More often"

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.UNPROVEN, db_index=True)
    title = models.CharField("what workers read first", max_length=120)
    words = models.TextField("what they would share", blank=True)
    heard = models.JSONField("what it is about", default=list, blank=True)
    when = models.CharField(max_length=160, blank=True)
    often = models.CharField("how often", max_length=14, choices=Often.choices, blank=True)
    condition = models.CharField("what has to be so", max_length=250, blank=True)
    area = models.ForeignKey(Area, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    sector = models.CharField("postcode sector", max_length=8, blank=True)
    first_name = models.CharField(max_length=80, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    agreed_words = models.TextField("what they agreed to")
    sent_at = models.DateTimeField("sent, and agreed to")
    proved_at = models.DateTimeField("address proven", null=True, blank=True)
    question = models.CharField("what a connector asked", max_length=300, blank=True)
    answer = models.CharField("what they answered", max_length=500, blank=True)
    looked_at = models.DateTimeField("looked at", null=True, blank=True)
    looker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.CharField("why not", max_length=300, blank=True)
    ends_on = models.DateField("until", null=True, blank=True)
    closed_on = models.DateField("closed", null=True, blank=True)
    asset = models.OneToOneField(Asset, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["sent_at", "pk"]
        verbose_name = "person's offer"
        verbose_name_plural = "people's offers"

    def __str__(self) -> str:
        return self.title


class BrokerTask(models.Model):
    """A worker would like an offer for somebody: a connector asks whoever offers it. Says nothing of whom it is for."""

    class Came(models.TextChoices):
        INTRODUCED = "introduced", "they said yes"
        NOT_NOW = "not_now", "not this time"

    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="broker_tasks")
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    since = models.DateField()
    came = models.CharField("what came of it", max_length=10, choices=Came.choices, blank=True)
    done_on = models.DateField("done", null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["since", "pk"]
        verbose_name = "offer to ask about"
        verbose_name_plural = "offers to ask about"
        constraints = [
            models.UniqueConstraint(
                fields=["asset", "worker"],
                condition=models.Q(done_on__isnull=True),
                name="one_open_task_an_offer_and_worker",
            ),
            both_or_neither("done_on", "done_by", name="broker_task_done_on_and_by_go_together"),
        ]

    def __str__(self) -> str:
        return f"ask about {self.asset}"
