"""How somebody likes to be asked, and when: in their own way, at a time that suits them.

Invariant: connectors alone see it; what is not said is not guessed here (`connector.stewardship.ways` decides).
"""

from django.db import models


class Reached(models.Model):
    """What a contact said of being asked whether a listing is still right."""

    class Way(models.TextChoices):
        EMAIL = "email", "e-mail"
        TEXT = "text", "text message"
        TELEPHONE = "telephone", "telephone"
        VISIT = "visit", "somebody calls round"
        POST = "post", "a letter by post"

    class BestTime(models.TextChoices):
        MORNING = "morning", "mornings"
        AFTERNOON = "afternoon", "afternoons"
        EVENING = "evening", "evenings"
        WEEKEND = "weekend", "at the weekend"

    prefers = models.CharField("likes to be asked by", max_length=10, choices=Way.choices, blank=True)
    best_time = models.CharField("best time", max_length=10, choices=BestTime.choices, blank=True)
    best_time_words = models.CharField(
        "best time, in their words", max_length=120, blank=True, help_text="Not Tuesdays; after the school run."
    )
    post_to = models.TextField(
        "address for letters",
        max_length=300,
        blank=True,
        help_text="A line for each line of the envelope, without the name; the last is the postcode.",
    )

    class Meta:
        abstract = True
