"""How a group likes people to come, and who looks after those who need looking after there.

Invariant: abstract parts of `Asset`. Nothing said is an empty value, shown as not known and never as yes.
"""

from django.db import models


class HowToCome(models.Model):
    """How the group likes people to come. Being listed is not agreeing to be sent people."""

    class Coming(models.TextChoices):
        TURN_UP = "turn_up", "just turn up"
        ASK_FIRST = "ask_first", "ask first"

    coming = models.CharField("how people come", max_length=10, choices=Coming.choices, blank=True)
    new_a_month = models.PositiveSmallIntegerField("new people a month, at most", null=True, blank=True)
    cannot_do = models.CharField(
        "what they cannot do", max_length=250, blank=True, help_text="We cannot help anybody in the toilet."
    )

    class Meta:
        abstract = True


class Safeguarding(models.Model):
    """Who is answered for where children or adults at risk come. For workers alone."""

    class AtRisk(models.TextChoices):
        NEITHER = "neither", "neither"
        CHILDREN = "children", "children"
        ADULTS = "adults", "adults at risk"
        BOTH = "both", "children and adults at risk"

    class Policy(models.TextChoices):
        YES = "yes", "yes"
        NO = "no", "no"

    at_risk = models.CharField("it is for", max_length=10, choices=AtRisk.choices, blank=True)
    safeguarding_lead = models.CharField(max_length=80, blank=True, help_text="Who looks after it. Workers see this.")
    safeguarding_policy = models.CharField(
        "has a safeguarding policy", max_length=3, choices=Policy.choices, blank=True, help_text="Empty: not known."
    )

    class Meta:
        abstract = True
