"""Where things happen: areas (wards, districts), places (venues) and how one gets into them."""

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, RevisionMixin

from cms.models.named import Named
from cms.models.saving import SavedAtOnce


class Area(models.Model):
    """A ward or district, by its code; names come from the table that a council loads."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=[("ward", "ward"), ("district", "district")], default="ward")
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Place(SavedAtOnce, Named, DraftStateMixin, RevisionMixin, ClusterableModel):
    """A venue. `precision` says how exact its point is: a charity's may be no finer than a postcode sector."""

    PAGES = "places"

    class Precision(models.TextChoices):
        EXACT = "exact", "the door"
        POSTCODE = "postcode", "the postcode"
        SECTOR = "sector", "the postcode sector, about"

    name = models.CharField(max_length=160, blank=True)
    address = models.CharField(max_length=250, blank=True)
    postcode = models.CharField(max_length=10, blank=True, db_index=True)
    lat = models.FloatField("latitude", null=True, blank=True)
    lon = models.FloatField("longitude", null=True, blank=True)
    precision = models.CharField(max_length=10, choices=Precision.choices, default=Precision.POSTCODE)
    ward = models.ForeignKey(Area, on_delete=models.SET_NULL, null=True, blank=True, related_name="places")
    directions = models.CharField("finding the door", max_length=250, blank=True)
    phone = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["name", "postcode"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(lat__isnull=True, lon__isnull=True)
                | models.Q(lat__gte=49, lat__lte=61.5, lon__gte=-9, lon__lte=2.5),
                name="place_in_the_united_kingdom",
            )
        ]

    def __str__(self) -> str:
        return self.name or self.postcode or self.address or "A place"


class AccessFact(SavedAtOnce):
    """One thing about getting in or staying: yes, no, partly or not known. Not known is never counted as yes."""

    class Subject(models.TextChoices):
        STEP_FREE = "step_free", "Step-free"
        TOILET = "toilet", "Toilet"
        TOILET_WITH_RAILS = "toilet_with_rails", "Toilet with rails"
        CHAIRS_WITH_ARMS = "chairs_with_arms", "Chairs with arms"
        HEARING_LOOP = "hearing_loop", "Hearing loop"
        PARKING = "parking", "Parking"
        QUIET_SPACE = "quiet_space", "Quiet space"
        CHANGING_PLACE = "changing_place", "Changing place with hoist"
        DOGS_WELCOME = "dogs_welcome", "Dogs welcome"

    class State(models.TextChoices):
        YES = "yes", "yes"
        NO = "no", "no"
        PARTLY = "partly", "partly"
        UNKNOWN = "unknown", "not known"

    subject = models.CharField(max_length=20, choices=Subject.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.UNKNOWN)
    note = models.CharField(max_length=120, blank=True, help_text="Needed for partly: Two steps, with a rail.")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.get_subject_display()}: {self.get_state_display()}"


class PlaceAccess(AccessFact):
    place = ParentalKey(Place, on_delete=models.CASCADE, related_name="access_facts")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "subject"], name="one_fact_a_subject_of_a_place")]
