"""The catalogue's heart: an asset is anything near here that somebody might go to, use, join or give to.

Invariant: what is live in these rows is what people see; a draft lives in a revision until it is published.
"""

from collections.abc import Mapping
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin

from cms.costs import summary
from cms.models.contacting import Contacting
from cms.models.drafts import CONFIRMATION, Meanwhile, carried
from cms.models.interests import Interest
from cms.models.named import Named
from cms.models.newcomers import HowToCome, Safeguarding
from cms.models.organisations import Organisation
from cms.models.places import AccessFact, Area, Place
from cms.models.previewed import Previewed
from cms.models.reached import Reached
from cms.models.saving import SavedAtOnce
from cms.models.welcome import PICTURE, FirstVisit, HasRoom, Room, WhoFor
from cms.querysets import AssetQuerySet
from cms.secrecy import gives_away


class Kind(models.TextChoices):
    GROUP = "group", "Group"
    ACTIVITY = "activity", "Activity"
    PLACE = "place", "Place"
    SERVICE = "service", "Service"
    VOLUNTEER_ROLE = "volunteer_role", "Volunteer role"
    OFFER = "offer", "A person's offer"
    VISITING = "visiting", "Comes to you"
    ONLINE = "online", "Online"


# What everybody reads in a listing's own words.
_TOLD = (
    "name", "summary", "description", "opening_words", "cost_words", "greeter_words", "help_wanted", "who_for",
    "first_happens", "first_bring", "waiting_words", "first_company", "first_busy", "first_quiet", "first_leave",
)  # fmt: skip


class Asset(
    SavedAtOnce,
    Named,
    WhoFor,
    HasRoom,
    HowToCome,
    FirstVisit,
    Safeguarding,
    Previewed,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    ClusterableModel,
):
    """Anything in the catalogue. With prices, its `cost` and `cost_pence` are their summary (`cms.costs`)."""

    PAGES = "listings"
    Room = Room

    class Reach(models.TextChoices):
        PLACES = "places", "at its places"
        AREA = "area", "anywhere in its areas"
        ONLINE = "online", "online"
        VISITING = "visiting", "comes to you"

    class Cost(models.TextChoices):
        FREE = "free", "free"
        PAID = "paid", "paid"
        DONATION = "donation", "give what you can"
        UNKNOWN = "unknown", "not known"

    kind = models.CharField(max_length=16, choices=Kind.choices, default=Kind.GROUP, db_index=True)
    name = models.CharField(max_length=250, db_index=True)
    summary = models.CharField("what it is, in a sentence", max_length=250, blank=True)
    description = models.TextField(blank=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="assets"
    )
    url = models.URLField("website", blank=True, max_length=500)
    picture = models.ForeignKey(PICTURE, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reach = models.CharField(max_length=10, choices=Reach.choices, default=Reach.PLACES)
    opening_words = models.TextField("opening times as given", blank=True)

    # The summary of its prices wherever there are any.
    cost = models.CharField(max_length=10, choices=Cost.choices, default=Cost.UNKNOWN)
    cost_pence = models.PositiveIntegerField("pence a time", null=True, blank=True)
    cost_words = models.CharField("cost in words", max_length=120, blank=True, help_text="£2, tea included")

    greeter_name = models.CharField(max_length=80, blank=True, help_text="First name of who meets new people.")
    greeter_words = models.CharField(max_length=160, blank=True, help_text="will call round first, or wait at the door")

    help_wanted = models.CharField("help they would like", max_length=200, blank=True)
    tags = models.JSONField("words from its source", default=list, blank=True)

    met = models.BooleanField("we have met them", default=True)
    unasked = models.BooleanField(
        "told of by a worker, the group not asked yet",
        default=False,
        help_text="For workers alone until the group has said yes. Take the tick off when it has.",
    )
    secret = models.BooleanField(
        "where it is, is secret",
        default=False,
        help_text="A refuge, say. Its places and public contacts are told to nobody, on no page, map or index; workers "
        "see its partner contacts. A helpline (0808, 0300) may stand in its words.",
    )
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_by = models.CharField("confirmed by (first name or part played)", max_length=80, blank=True)
    confirmed_how = models.CharField(max_length=40, blank=True)
    # Kept by `cms.actions.note_run` alone; no form and no draft changes it.
    ran_on = models.DateField("last ran, as somebody told us", null=True, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = AssetQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = "asset"
        # Rows are wide: whom everybody may see, and what narrows most, is read without them.
        indexes = [models.Index(fields=["live", "unasked", "kind", "cost", "mood"], name="assets_seen_and_narrowed")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(confirmed_on__isnull=True, confirmed_by="")
                | (models.Q(confirmed_on__isnull=False) & ~models.Q(confirmed_by="")),
                name="confirmed_on_and_by_go_together",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        told = gives_away([getattr(self, name) for name in _TOLD]) if self.secret else ""
        if told:
            raise ValidationError({"secret": f"Its words hold “{told}”. Take it out, since everybody reads them."})

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._sum_up()
        super().save(*args, **kwargs)

    def with_content_json(self, content: Mapping[str, Any]) -> Self:
        """A revision as an asset, with what was decided about the live one since (`cms.models.drafts`)."""
        rows = AssetInterest.objects.filter(asset=self.pk).order_by("pk")
        live = Meanwhile(
            confirmation={
                "confirmed_on": self.confirmed_on.isoformat() if self.confirmed_on else None,
                **{name: getattr(self, name) for name in CONFIRMATION[1:]},
            },
            ran_on=self.ran_on.isoformat() if self.ran_on else None,
            interests=tuple(rows.values("pk", "asset", "interest", "state", "words")),
        )
        return super().with_content_json(carried(content, live))

    def _sum_up(self) -> None:
        """The cost from the prices, where they are at hand: on an edit page, in a draft that is published, in a group's
        change. No query is made for it: prices that nobody looked at have not changed."""
        if "cost_options" in getattr(self, "_cluster_related_objects", {}):
            found = summary([option.price for option in self.cost_options.all()])
            if found is not None:
                self.cost, self.cost_pence = found.cost, found.pence


class AssetPlace(SavedAtOnce):
    """One of the places where an asset is."""

    asset = ParentalKey(Asset, on_delete=models.CASCADE, related_name="asset_places")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="asset_places")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asset", "place"], name="a_place_once_an_asset")]

    def __str__(self) -> str:
        return f"{self.asset_id} at {self.place_id}"


class AssetArea(SavedAtOnce):
    """An area that an asset serves as a whole."""

    asset = ParentalKey(Asset, on_delete=models.CASCADE, related_name="asset_areas")
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="asset_areas")

    def __str__(self) -> str:
        return f"{self.asset_id} in {self.area_id}"


class AssetInterest(SavedAtOnce):
    """A concept that an asset meets. Suggested by reading its text, until a person confirms or removes it."""

    class State(models.TextChoices):
        CONFIRMED = "confirmed", "confirmed"
        SUGGESTED = "suggested", "suggested"
        REMOVED = "removed", "removed"

    asset = ParentalKey(Asset, on_delete=models.CASCADE, related_name="asset_interests")
    interest = models.ForeignKey(Interest, on_delete=models.CASCADE, related_name="asset_interests")
    state = models.CharField(max_length=10, choices=State.choices, default=State.CONFIRMED)
    words = models.CharField("words that showed it", max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asset", "interest"], name="an_interest_once_an_asset")]

    def __str__(self) -> str:
        return f"{self.asset_id} {self.state} {self.interest_id}"


class AssetAccess(AccessFact):
    """What differs from the place, or stands for an asset without one."""

    asset = ParentalKey(Asset, on_delete=models.CASCADE, related_name="access_facts")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asset", "subject"], name="one_fact_a_subject_of_an_asset")]


class Contact(Contacting, Reached):
    """Whom to ask about an asset."""

    asset = ParentalKey(Asset, on_delete=models.CASCADE, related_name="contacts")


class Lend(models.Model):
    """What an asset can lend or give to others."""

    class What(models.TextChoices):
        ROOM = "room", "a room"
        KIT = "kit", "kit"
        MINIBUS = "minibus", "a minibus"
        GRANT = "grant", "a small grant"

    asset = ParentalKey(Asset, on_delete=models.CASCADE, related_name="lends")
    what = models.CharField(max_length=8, choices=What.choices)
    words = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.get_what_display()}: {self.words}"
