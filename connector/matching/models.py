"""What is kept while a phone is handed over, and of a token for programs.

Invariant: the row of a hand-over says nothing of whom it was handed to or by whom, and goes when the phone is taken
back. Of a token there is a hash, and nothing of what it was used for.
"""

from django.conf import settings
from django.db import models


class HandOver(models.Model):
    """One phone in somebody's hands. The session that it belongs to holds its id."""

    started_at = models.DateTimeField(auto_now_add=True)
    pin = models.CharField("digits that open it, hashed", max_length=255, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    closed_until = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"hand-over {self.pk}"


class MatchToken(models.Model):
    """A worker's token for `POST /api/match` and nothing else: one a worker, hashed, with a day on which it ends."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField("the token, hashed", max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"token {self.pk}"
