"""The links that we sent: one row each, for one purpose and one thing.

Invariant: a row opens nothing. The token stands in the message alone; here lies its hash. Whom it was sent to is a
reference ("accounts.user:12"), never an address.
"""

from django.db import models


class Link(models.Model):
    """One link that somebody was sent."""

    token_hash = models.CharField(max_length=64, unique=True)
    purpose = models.CharField("what it is for", max_length=40)
    object_type = models.CharField("what it is about", max_length=60)
    object_id = models.CharField(max_length=60)
    recipient = models.CharField("whom it was sent to", max_length=60, blank=True)
    made_at = models.DateTimeField("made")
    expires_at = models.DateTimeField("ends", db_index=True)
    used_at = models.DateTimeField("used", null=True, blank=True)
    revoked_at = models.DateTimeField("taken back", null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["purpose", "object_type", "object_id"], name="links_of_an_object")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("made_at")), name="a_link_ends_after_it_was_made"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose}: {self.object_type} {self.object_id}"
