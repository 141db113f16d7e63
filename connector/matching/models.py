"""What is kept while a phone is handed over: how it is opened again, and how often that was tried.

Invariant: says nothing of whom it was handed to or by whom; it goes when the phone is taken back.
"""

from django.db import models


class HandOver(models.Model):
    """One phone in somebody's hands. The session that it belongs to holds its id."""

    started_at = models.DateTimeField(auto_now_add=True)
    pin = models.CharField("digits that open it, hashed", max_length=255, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    closed_until = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"hand-over {self.pk}"
