"""What somebody wants to know before they go: whether it is for them, what it is like, what happens the first time.

Invariant: abstract parts of `Asset`. Nothing said is an empty value, and an empty value is shown as nothing said.
"""

from django.db import models

PICTURE = "cms.Picture"


class WhoFor(models.Model):
    """Whom it is for, and what it is like there. A limit has its reason, so that everybody can understand it."""

    class OnlyFor(models.TextChoices):
        WOMEN = "women", "women"
        MEN = "men", "men"
        CARERS = "carers", "people who care for somebody"
        DISABLED = "disabled", "disabled people"
        DEAF = "deaf", "Deaf people"
        LGBT = "lgbt", "LGBT+ people"
        FAMILIES = "families", "families with children"
        FAITH = "faith", "people of one faith"
        OTHERS = "others", "others, as said under “who it is for”"

    class Level(models.TextChoices):
        EVERYBODY = "everybody", "whatever you know"
        BEGINNERS = "beginners", "beginners"
        SOME = "some", "people who have done a little"
        SKILLED = "skilled", "people who know it well"

    class Mood(models.TextChoices):
        QUIET = "quiet", "quiet"
        BOTH = "both", "some of both"
        LIVELY = "lively", "lively"

    who_for = models.CharField("who it is for", max_length=200, blank=True)
    audience = models.JSONField(default=list, blank=True)
    min_age = models.PositiveSmallIntegerField(null=True, blank=True)
    max_age = models.PositiveSmallIntegerField(null=True, blank=True)
    only_for = models.CharField("only for", max_length=12, choices=OnlyFor.choices, blank=True)
    only_for_reason = models.CharField(
        "why only for them",
        max_length=250,
        blank=True,
        help_text="Shown on the page: Many of us would not come to a mixed class.",
    )
    level = models.CharField("right for", max_length=10, choices=Level.choices, blank=True)
    usual_least = models.PositiveSmallIntegerField("people usually there, at least", null=True, blank=True)
    usual_most = models.PositiveSmallIntegerField(
        "people usually there, at most", null=True, blank=True, help_text="The same number twice for “about nine”."
    )
    mood = models.CharField("quiet or lively", max_length=8, choices=Mood.choices, blank=True)

    class Meta:
        abstract = True


class Room(models.TextChoices):
    ROOM = "room", "room for more"
    FEW = "few", "a few places left"
    FULL = "full", "full"
    WAITING = "waiting", "waiting list"
    PAUSED = "paused", "not running just now"
    UNKNOWN = "unknown", "not known"


class HasRoom(models.Model):
    """Whether somebody new can come, and how to get on the list where they cannot."""

    room = models.CharField(max_length=8, choices=Room.choices, default=Room.UNKNOWN)
    waiting_words = models.CharField(
        "how long the wait is", max_length=120, blank=True, help_text="about six weeks. Shown while there is a list."
    )
    waiting_how = models.CharField(
        "how to get on the list", max_length=200, blank=True, help_text="Ring Sandra and leave your first name."
    )

    class Meta:
        abstract = True


class FirstVisit(models.Model):
    """The first time, so that nobody has to be brave."""

    first_happens = models.TextField(
        "what happens the first time",
        blank=True,
        help_text="One thing a line, in the order that it happens: Maureen puts the kettle on.",
    )
    first_bring = models.CharField(
        "what to bring", max_length=200, blank=True, help_text="Nothing, or: soft shoes and a drink."
    )
    first_door = models.CharField(
        "where the door is", max_length=250, blank=True, help_text="Only where it is not the door that its place tells."
    )
    first_picture = models.ForeignKey(
        PICTURE,
        verbose_name="picture of the door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    first_company = models.CharField(
        "bringing somebody", max_length=160, blank=True, help_text="Bring a friend, or your carer, or nobody."
    )
    first_busy = models.CharField("how busy it is", max_length=160, blank=True, help_text="Fullest at two o’clock.")
    first_quiet = models.CharField("when it is quiet", max_length=160, blank=True, help_text="The first half hour.")
    first_leave = models.CharField(
        "leaving early", max_length=160, blank=True, help_text="Stay ten minutes or stay till the end. Both are fine."
    )

    class Meta:
        abstract = True
