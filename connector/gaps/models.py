"""What people love and cannot find near by, and words that nothing explained: counted, with nobody in it.

Invariant: no row tells who asked, for whom, in which words or when exactly. A gap has an interest of the vocabulary, a
ward, what stood in the way and a week. A word lies here as a keyed hash until three workers have met it.
"""

from django.db import models


class Gap(models.Model):
    """So many times in one week somebody near here looked for something and nothing was a good match."""

    class Obstacle(models.TextChoices):
        NOTHING = "nothing", "there is nothing near"
        FAR = "far", "it is too far"
        ACCESS = "access", "they cannot get in"
        TIME = "time", "it is at other times"
        ROOM = "room", "there is no room"

    interest = models.CharField("interest, by its code", max_length=80)
    label = models.CharField("interest", max_length=120)
    area_code = models.CharField(max_length=40, blank=True)
    area = models.CharField("ward or district", max_length=120, blank=True)
    obstacle = models.CharField("what stands in the way", max_length=8, choices=Obstacle.choices)
    subject = models.CharField("what they need to get in", max_length=24, blank=True)
    week = models.CharField(max_length=8, db_index=True)
    times = models.PositiveIntegerField("times that week", default=1)

    class Meta:
        ordering = ["-week", "-times", "label"]
        constraints = [
            models.UniqueConstraint(
                fields=["interest", "area_code", "obstacle", "subject", "week"], name="one_gap_a_week"
            )
        ]

    def __str__(self) -> str:
        return f"{self.label}, {self.area or 'somewhere'}, {self.week}"


class WordMet(models.Model):
    """Some worker met some word in some week: both as keyed hashes, the worker's another one for each word."""

    word = models.CharField("the word, hashed with a key", max_length=32)
    whose = models.CharField("who met it, hashed with a key and the word", max_length=32)
    week = models.CharField(max_length=8, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["word", "whose", "week"], name="once_a_week_each")]

    def __str__(self) -> str:
        return f"a word in {self.week}"


class NewWord(models.Model):
    """A word that three workers or more have met and nothing explains: perhaps one for the vocabulary."""

    class State(models.TextChoices):
        OPEN = "open", "to look at"
        TAKEN = "taken", "in the vocabulary now"
        ASIDE = "aside", "not one for us"

    word = models.CharField(max_length=40, unique=True)
    hashed = models.CharField(max_length=32, unique=True)
    state = models.CharField(max_length=5, choices=State.choices, default=State.OPEN)
    week = models.CharField("shown since", max_length=8)

    class Meta:
        ordering = ["word"]

    def __str__(self) -> str:
        return self.word
