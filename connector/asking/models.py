"""What a group has to be asked, since a match or a first visit hangs on it: one row for each listing and subject.

Invariant: no row tells who asked, for whom, in which words or at what hour. The subject is one of the catalogue's.
"""

from django.db import models

from cms.models import Asset
from connector.asking.subjects import CHOICES


class AccessQuestion(models.Model):
    """So many visits needed to know whether this listing is step-free, say, or so many people who would come asked
    where its door is, between two days."""

    class State(models.TextChoices):
        OPEN = "open", "to be asked"
        ASKED = "asked", "asked, no answer yet"
        UNSURE = "unsure", "they don’t know either"
        ANSWERED = "answered", "known now"

    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="+")
    subject = models.CharField("what is not known", max_length=20, choices=CHOICES)
    times = models.PositiveIntegerField("times that it was needed", default=1)
    first_asked = models.DateField("first needed")
    last_asked = models.DateField("last needed")
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    unsure_on = models.DateField("they said that they don’t know", null=True, blank=True)

    class Meta:
        ordering = ["-last_asked", "-times", "pk"]
        verbose_name = "question to a group"
        verbose_name_plural = "questions to groups"
        constraints = [
            models.UniqueConstraint(fields=["asset", "subject"], name="one_question_a_subject_of_an_asset"),
            models.CheckConstraint(
                condition=models.Q(last_asked__gte=models.F("first_asked")), name="first_needed_before_last"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asset}: {self.get_subject_display()}"
