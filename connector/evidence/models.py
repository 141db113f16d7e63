"""Whether a listing really takes place: what people said of one of its days, whom we ask, and when we asked.

Invariant: who said something is kept as a kind of person and a keyed hash of an address, never as a name or an account;
nobody is asked who did not switch it on. One person is sent one message a day, however many listings they keep.
"""

from django.db import models

from cms.models import Asset


class Evidence(models.Model):
    """What one person said of one listing on one day. The newest answer of each takes the place of an older one."""

    class Who(models.TextChoices):
        LEADER = "leader", "somebody who looks after it"
        WORKER = "worker", "a worker who was there"

    class How(models.TextChoices):
        EMAIL = "email", "by the link in an e-mail"
        TEXT = "text", "by the link in a text message"
        PAGE = "page", "on its page"

    class Room(models.TextChoices):
        FULL = "full", "full"
        ROOM = "room", "room for more"

    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="evidence")
    on = models.DateField("the day")
    ran = models.BooleanField("it ran", null=True, blank=True)
    room = models.CharField(max_length=4, choices=Room.choices, blank=True)
    who = models.CharField("who says so", max_length=6, choices=Who.choices)
    how = models.CharField(max_length=5, choices=How.choices)
    person = models.CharField("keyed hash of an address", max_length=64)
    said_at = models.DateTimeField("said")

    class Meta:
        ordering = ["-on", "-said_at", "-pk"]
        verbose_name_plural = "evidence"
        constraints = [
            models.UniqueConstraint(fields=["asset", "on", "person"], name="one_answer_a_person_and_day"),
            models.CheckConstraint(
                condition=models.Q(ran__isnull=False) | ~models.Q(room=""), name="evidence_says_something"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asset_id} on {self.on}"


class AskAfter(models.Model):
    """Somebody who wants to be asked after the sessions of one listing."""

    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="+")
    person = models.CharField("keyed hash of an address", max_length=64)
    recipient = models.CharField("whom we write to", max_length=60)
    channel = models.CharField("how", max_length=8, default="email")
    each_time = models.BooleanField("after each session, not once a week", default=False)
    since = models.DateField("switched on")

    class Meta:
        verbose_name = "asked after sessions"
        verbose_name_plural = "asked after sessions"
        constraints = [models.UniqueConstraint(fields=["asset", "person"], name="asked_after_a_listing_once")]

    def __str__(self) -> str:
        return f"{self.asset_id} by {self.channel}"


class Question(models.Model):
    """One message to one person: did these run?"""

    person = models.CharField("keyed hash of an address", max_length=64)
    recipient = models.CharField("whom we write to", max_length=60)
    channel = models.CharField("how", max_length=8)
    on = models.DateField("asked on")
    sent = models.BooleanField("it went", default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "on"], name="one_question_a_person_and_day")]

    def __str__(self) -> str:
        return f"asked on {self.on}"


class AskedAbout(models.Model):
    """One listing in it, and the day of the session."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="sessions")
    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="+")
    on = models.DateField("the day")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "asset"], name="a_listing_once_a_question")]

    def __str__(self) -> str:
        return f"{self.asset_id} on {self.on}"
