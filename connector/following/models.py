"""Somebody without an account is sent what is on, each week, for a search that they made.

Invariant: nothing goes before they said that the address is theirs; who stops is deleted, not marked. A place is kept
no finer than a postcode sector.
"""

from django.db import models


class Follower(models.Model):
    """`search`: the canonical query string of what they follow (`search.addresses`), its place made coarse."""

    class State(models.TextChoices):
        UNPROVEN = "unproven", "has not said that the address is theirs"
        ON = "on", "gets it each week"

    email = models.EmailField()
    search = models.CharField(max_length=1000)
    state = models.CharField(max_length=8, choices=State.choices, default=State.UNPROVEN)
    made_at = models.DateTimeField(auto_now_add=True)
    proved_at = models.DateTimeField(null=True, blank=True)
    last_on = models.DateField("last sent on", null=True, blank=True)

    class Meta:
        verbose_name = "somebody who follows a search"
        verbose_name_plural = "people who follow a search"
        constraints = [models.UniqueConstraint(fields=["email", "search"], name="followed_once")]
        indexes = [models.Index(fields=["state", "last_on"], name="follower_state_last")]

    def __str__(self) -> str:
        return f"{self.get_state_display()}, {self.pk}"
