"""Where things happen: areas (wards, districts), places (venues) and how one gets into them."""

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, RevisionMixin

from cms.access import ABOUT_PEOPLE
from cms.models.named import Named
from cms.models.previewed import Previewed
from cms.models.saving import SavedAtOnce
from cms.models.welcome import PICTURE


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


class Place(SavedAtOnce, Named, Previewed, DraftStateMixin, RevisionMixin, ClusterableModel):
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
    summary = models.CharField("what it is, in a sentence", max_length=250, blank=True)
    opening_words = models.TextField("opening times", blank=True, help_text="As people say them, one a line.")
    url = models.URLField("website", blank=True, max_length=500)
    picture = models.ForeignKey(PICTURE, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
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
        # Getting in: of a place, and of a listing where it differs.
        STEP_FREE = "step_free", "Step-free"
        TOILET = "toilet", "Toilet"
        TOILET_WITH_RAILS = "toilet_with_rails", "Toilet with rails"
        CHAIRS_WITH_ARMS = "chairs_with_arms", "Chairs with arms"
        HEARING_LOOP = "hearing_loop", "Hearing loop"
        PARKING = "parking", "Parking"
        QUIET_SPACE = "quiet_space", "Quiet space"
        CHANGING_PLACE = "changing_place", "Changing place with hoist"
        DOGS_WELCOME = "dogs_welcome", "Dogs welcome"
        # Staying (`cms.access.STAYING`): of a listing alone, since it is people who do it and no building.
        STAY_WITHOUT_CARER = "stay_without_carer", "Can stay without their carer"
        HELP_IN_TOILET = "help_in_toilet", "Help in the toilet"
        FETCHED_OR_BROUGHT = "fetched_or_brought", "Somebody fetches or brings home"
        # Company (`cms.access.COMPANY`): of a listing alone too.
        COME_ALONE = "come_alone", "Fine to come alone"
        BRING_A_CARER = "bring_a_carer", "Can bring a carer"
        CARERS_WELCOME = "carers_welcome", "Carers welcome"

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
        constraints = [
            models.UniqueConstraint(fields=["place", "subject"], name="one_fact_a_subject_of_a_place"),
            models.CheckConstraint(
                condition=~models.Q(subject__in=ABOUT_PEOPLE), name="a_place_says_nothing_of_its_people"
            ),
        ]
