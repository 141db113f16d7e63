"""Somebody without an account lets a group know that they are coming.

Invariant: nothing is asked that a group does not need to say hello, and nothing has to be answered. A fortnight after
the day it is deleted (`daily`).
"""

from django.db import models

from cms.models import Asset


class Expected(models.Model):
    """`wants`: codes of `said.WISHES`, as they were ticked."""

    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="+")
    starts_at = models.DateTimeField("the session", null=True, blank=True)
    called = models.CharField("what to call them", max_length=60, blank=True)
    wants = models.JSONField(default=list, blank=True)
    words = models.TextField("in their words", blank=True)
    answer_to = models.CharField("how to answer them", max_length=200, blank=True)
    sent_at = models.DateTimeField("sent", auto_now_add=True)

    class Meta:
        verbose_name = "somebody who is coming"
        verbose_name_plural = "people who are coming"
        indexes = [models.Index(fields=["sent_at"], name="expected_sent")]

    def __str__(self) -> str:
        return f"listing {self.asset_id}"
