"""The vocabulary: what people love, do and can give, as SKOS concepts with weighted edges.

Invariant: a concept's `code` never changes and is never used again; everything else on it belongs to the council.
"""

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, RevisionMixin

from cms.models.named import Drafted
from cms.models.saving import SavedAtOnce


class Interest(SavedAtOnce, Drafted, DraftStateMixin, RevisionMixin, ClusterableModel):
    """A concept (SKOS): a preferred label, other labels, and edges to other concepts."""

    code = models.SlugField(max_length=80, unique=True, help_text="A short name for computers. It never changes.")
    label = models.CharField("name", max_length=80, help_text="As it stands on a chip: Embroidery.")
    alternative_labels = models.TextField(
        "other names in listings",
        blank=True,
        help_text="One a line, as groups write them: needlework. Searched for in listings.",
    )
    everyday_words = models.TextField(
        "how people say it",
        blank=True,
        help_text="One a line: samplers, a bit of sewing, used to be a seamstress. Recognised in what people say.",
    )
    alone_words = models.TextField(
        "words that count alone",
        blank=True,
        help_text="One a line, too common for a sentence: dance, books. Recognised when nothing else is said.",
    )
    icon = models.CharField(max_length=40, blank=True)
    exact_match = models.TextField("same as", blank=True, help_text="Addresses of the same concept elsewhere.")

    class Meta:
        ordering = ["label"]
        verbose_name = "interest"

    def __str__(self) -> str:
        return self.label

    @property
    def alternatives(self) -> list[str]:
        return [line.strip() for line in self.alternative_labels.splitlines() if line.strip()]

    @property
    def alone(self) -> list[str]:
        return [line.strip() for line in self.alone_words.splitlines() if line.strip()]

    @property
    def everyday(self) -> list[str]:
        return [line.strip() for line in self.everyday_words.splitlines() if line.strip()]


class InterestRelation(SavedAtOnce):
    """An edge of the graph: from a concept to a broader one, a related one, or one that it leads to."""

    class Kind(models.TextChoices):
        BROADER = "broader", "is a kind of"
        RELATED = "related", "is close to"
        LEADS_TO = "leads_to", "leads to"

    source = ParentalKey(Interest, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    target = models.ForeignKey(Interest, on_delete=models.CASCADE, related_name="incoming")
    weight = models.FloatField(default=0.5, help_text="0 to 1: how good a suggestion the one is for the other.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "kind", "target"], name="one_edge_of_a_kind"),
            models.CheckConstraint(condition=models.Q(weight__gt=0, weight__lte=1), name="edge_weight_0_to_1"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.kind} {self.target_id}"


class ShippedInterest(models.Model):
    """What the product's vocabulary file last put into this database under a code.

    It tells an untouched concept from one that the council edited or removed, so that an upgrade respects both.
    `content` is the concept as it was put in, `digest` is of it, `version` names the file that last looked at it.
    """

    code = models.SlugField(max_length=80, unique=True)
    digest = models.CharField(max_length=64)
    version = models.CharField(max_length=20, db_index=True)
    content = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.code
