"""Somebody says that a listing is their group's and asks to keep it right.

Invariant: nobody keeps a listing by asking: a contact that was there before, an address of the organisation's own
domain, or a connector says yes. Their links are `connector.links`, for this alone.
"""

from django.conf import settings
from django.db import models

from cms.models import Asset


class Claim(models.Model):
    """`email`: who asks, in small letters; `way`: who is to say yes."""

    class Way(models.TextChoices):
        CONTACT = "contact", "a contact of the listing"
        DOMAIN = "domain", "their organisation's e-mail"
        CONNECTOR = "connector", "a connector"

    class State(models.TextChoices):
        OPEN = "open", "waits for a yes"
        AGREED = "agreed", "agreed"
        REFUSED = "refused", "refused"

    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="+")
    name = models.CharField("first name", max_length=80)
    email = models.EmailField("who asks")
    words = models.CharField("what they do there", max_length=300, blank=True)
    way = models.CharField("who is to say yes", max_length=10, choices=Way.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    made_at = models.DateTimeField("asked", auto_now_add=True)
    settled_at = models.DateTimeField("answered", null=True, blank=True)
    settler = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.CharField("what was answered", max_length=500, blank=True)

    class Meta:
        ordering = ["made_at", "pk"]
        indexes = [models.Index(fields=["state", "made_at"], name="claim_state_made")]

    def __str__(self) -> str:
        return f"a claim of {self.asset_id}"
