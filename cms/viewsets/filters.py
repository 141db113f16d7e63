"""How the catalogue's lists are narrowed.

Invariant: a filter narrows and never repeats a row: what lies behind a relation is asked with a sub-query.
"""

from collections.abc import Mapping
from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet

from cms.access import ABOUT_PEOPLE, KNOWN, NAMES
from cms.freshness import LATELY_DAYS, STALE_DAYS, Age, lately_since, stale_before
from cms.models import (
    OPEN,
    Area,
    Asset,
    AssetAccess,
    AssetInterest,
    AssetPlace,
    AssetSource,
    Contact,
    GroupChange,
    Interest,
    InterestRelation,
    Kind,
    Organisation,
    Place,
    PlaceAccess,
    PossibleDuplicate,
    Session,
    Source,
)
from cms.panels.session_form import DAYS
from cms.querysets import ALIVE_ON, NO_SIGN
from cms.viewsets.columns import CHECK_AFTER
from cms.viewsets.lists import waiting

TICKS = forms.CheckboxSelectMultiple
YES_NO = (("yes", "yes"), ("no", "no"))
STATUSES = (("live", "live"), ("waiting", "a change waits"), ("draft", "draft, never live"), ("withdrawn", "withdrawn"))
CHECKS = (
    ("due", "due now"),
    ("never", "no sign of life ever"),
    ("fresh", "confirmed or ran in the last half year"),
    (Age.LATELY, f"confirmed or ran in the last {LATELY_DAYS} days"),
    (Age.OLDER, f"confirmed or ran before the last {LATELY_DAYS} days, not stale yet"),
    (Age.STALE, f"stale: no sign of life for more than {STALE_DAYS} days"),
)
ABOUT = tuple((subject, words.english) for subject, words in NAMES.items())


class AssetFilters(WagtailFilterSet):
    """Of the list of assets."""

    kind = django_filters.MultipleChoiceFilter(choices=Kind.choices, widget=TICKS)
    status = django_filters.ChoiceFilter(choices=STATUSES, method="by_status", label="Status")
    check = django_filters.ChoiceFilter(choices=CHECKS, method="by_check", label="Check")
    suggested = django_filters.ChoiceFilter(choices=YES_NO, method="by_suggested", label="Interests to look at")
    ward = django_filters.ModelChoiceFilter(queryset=Area.objects.all(), method="by_ward", label="Ward or district")
    room = django_filters.MultipleChoiceFilter(choices=Asset.Room.choices, widget=TICKS)
    source = django_filters.ModelChoiceFilter(queryset=Source.objects.all(), method="by_source", label="Source")
    duplicate = django_filters.ChoiceFilter(choices=YES_NO, method="by_duplicate", label="Possible duplicate")
    locked = django_filters.ChoiceFilter(choices=YES_NO, method="by_locked", label="Locked")
    unasked = django_filters.ChoiceFilter(choices=YES_NO, method="by_unasked", label="The group has to be asked")
    met = django_filters.ChoiceFilter(choices=YES_NO, method="by_met", label="We have met them")
    unknown = django_filters.ChoiceFilter(choices=ABOUT, method="by_unknown", label="Nobody knows yet")

    class Meta:
        model = Asset
        fields: list[str] = []

    def by_status(self, rows: QuerySet[Asset], name: str, value: str) -> QuerySet[Asset]:
        if value == "waiting":
            return rows.filter(waiting())
        if value == "live":
            return rows.filter(live=True)
        return rows.filter(live=False, last_published_at__isnull=value == "draft")

    def by_check(self, rows: QuerySet[Asset], name: str, value: str) -> QuerySet[Asset]:
        today = timezone.localdate()
        due, lately, stale = today - CHECK_AFTER, lately_since(today), stale_before(today)
        return rows.annotate(alive_on=ALIVE_ON).filter(
            {
                "never": NO_SIGN,
                "due": NO_SIGN | Q(alive_on__lte=due),
                "fresh": Q(alive_on__gt=due),
                Age.LATELY: Q(alive_on__gte=lately),
                Age.OLDER: Q(alive_on__lt=lately, alive_on__gte=stale),
                Age.STALE: Q(alive_on__lt=stale),
            }[value]
        )

    def by_suggested(self, rows: QuerySet[Asset], name: str, value: str) -> QuerySet[Asset]:
        has = Exists(AssetInterest.objects.filter(asset=OuterRef("pk"), state=AssetInterest.State.SUGGESTED))
        return rows.filter(has if value == "yes" else ~has)

    def by_ward(self, rows: QuerySet[Asset], name: str, value: Area) -> QuerySet[Asset]:
        at_place = AssetPlace.objects.filter(asset=OuterRef("pk"), place__ward=value)
        return rows.filter(Exists(at_place) | Exists(value.asset_areas.filter(asset=OuterRef("pk"))))

    def by_source(self, rows: QuerySet[Asset], name: str, value: Source) -> QuerySet[Asset]:
        # Not asked asset by asset: a register has thousands of records, and SQLite would read them all for each.
        return rows.filter(pk__in=AssetSource.objects.filter(source=value).values("asset"))

    def by_duplicate(self, rows: QuerySet[Asset], name: str, value: str) -> QuerySet[Asset]:
        pairs = PossibleDuplicate.objects.filter(state=PossibleDuplicate.State.OPEN)
        has = Q(pk__in=pairs.values("first")) | Q(pk__in=pairs.values("second"))
        return rows.filter(has if value == "yes" else ~has)

    def by_locked(self, rows: QuerySet[Asset], name: str, value: str) -> QuerySet[Asset]:
        return rows.filter(locked=value == "yes")

    def by_unasked(self, rows: QuerySet[Asset], name: str, value: str) -> QuerySet[Asset]:
        return rows.filter(unasked=value == "yes")

    def by_met(self, rows: QuerySet[Asset], name: str, value: str) -> QuerySet[Asset]:
        return rows.filter(met=value == "yes")

    def by_unknown(self, rows: QuerySet[Asset], name: str, value: str) -> QuerySet[Asset]:
        """Those of which neither they nor any of their places say it. A building is asked only where there is one."""
        known = {"subject": value, "state__in": KNOWN}
        at_places = AssetPlace.objects.filter(place__in=PlaceAccess.objects.filter(**known).values("place"))
        rows = rows.exclude(pk__in=AssetAccess.objects.filter(**known).values("asset"))
        rows = rows.exclude(pk__in=at_places.values("asset"))
        return rows if value in ABOUT_PEOPLE else rows.filter(pk__in=AssetPlace.objects.values("asset"))


class PlaceFilters(WagtailFilterSet):
    """Of the list of places."""

    class Meta:
        model = Place
        fields = ["precision", "ward"]


class OrganisationFilters(WagtailFilterSet):
    """Of the list of organisations."""

    class Meta:
        model = Organisation
        fields = ["informal"]


class InterestFilters(WagtailFilterSet):
    """Of the list of interests."""

    kind_of = django_filters.ModelChoiceFilter(
        queryset=Interest.objects.filter(incoming__kind=InterestRelation.Kind.BROADER).distinct(),
        method="by_broader",
        label="Is a kind of",
    )
    used = django_filters.ChoiceFilter(choices=YES_NO, method="by_use", label="Some asset has it")

    class Meta:
        model = Interest
        fields: list[str] = []

    def by_broader(self, rows: QuerySet[Interest], name: str, value: Interest) -> QuerySet[Interest]:
        edges = InterestRelation.objects.filter(kind=InterestRelation.Kind.BROADER, target=value)
        return rows.filter(pk__in=edges.values("source"))

    def by_use(self, rows: QuerySet[Interest], name: str, value: str) -> QuerySet[Interest]:
        has = Exists(AssetInterest.objects.filter(interest=OuterRef("pk")).exclude(state=AssetInterest.State.REMOVED))
        return rows.filter(has if value == "yes" else ~has)


class SessionFilters(WagtailFilterSet):
    """Of the list of sessions."""

    day = django_filters.ChoiceFilter(choices=DAYS, method="by_day", label="Day")

    class Meta:
        model = Session
        fields = ["rhythm", "term_time"]

    def by_day(self, rows: QuerySet[Session], name: str, value: str) -> QuerySet[Session]:
        return rows.annotate(_days=Cast("days", TextField())).filter(_days__contains=f'"{value}"')


class ContactFilters(WagtailFilterSet):
    """Of the list of contacts."""

    class Meta:
        model = Contact
        fields = ["visibility", "prefers"]


class Defaulted(WagtailFilterSet):
    """Without a choice of a state it shows those that wait for an answer. `open_states`: what `OPEN` stands for, where
    several states wait and none is called so."""

    ALL, OPEN = "all", "open"
    waiting_state = ""
    open_states: tuple[str, ...] = ()

    class Meta:
        fields: list[str] = []

    def __init__(self, data: Mapping[str, Any] | None = None, *args: Any, **kwargs: Any) -> None:
        chosen = data.copy() if data is not None else {}  # type: ignore[attr-defined]  # a QueryDict
        chosen.setdefault("state", self.waiting_state)
        super().__init__(chosen, *args, **kwargs)

    def by_state(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        if value == self.OPEN and self.open_states:
            return rows.filter(state__in=self.open_states)
        return rows if value == self.ALL else rows.filter(state=value)


class ChangeFilters(Defaulted):
    """Of the list of groups' changes: what has to be looked at, unless something else is asked for."""

    waiting_state, open_states = Defaulted.OPEN, OPEN

    state = django_filters.ChoiceFilter(
        choices=[(Defaulted.OPEN, "has to be looked at"), *GroupChange.State.choices, (Defaulted.ALL, "all of them")],
        method="by_state",
        empty_label=None,
    )

    class Meta:
        model = GroupChange
        fields: list[str] = []


class DuplicateFilters(Defaulted):
    """Of the list of possible duplicates."""

    waiting_state = PossibleDuplicate.State.OPEN

    state = django_filters.ChoiceFilter(
        choices=[*PossibleDuplicate.State.choices, (Defaulted.ALL, "all of them")], method="by_state", empty_label=None
    )
    kind = django_filters.ChoiceFilter(field_name="first__kind", choices=Kind.choices, label="Kind of asset")

    class Meta:
        model = PossibleDuplicate
        fields: list[str] = []


class SuggestionFilters(Defaulted):
    """Of the list of suggested interests."""

    waiting_state = AssetInterest.State.SUGGESTED

    state = django_filters.ChoiceFilter(
        choices=[*AssetInterest.State.choices, (Defaulted.ALL, "all of them")], method="by_state", empty_label=None
    )
    interest = django_filters.ModelChoiceFilter(queryset=Interest.objects.all())
    kind = django_filters.ChoiceFilter(field_name="asset__kind", choices=Kind.choices, label="Kind of asset")

    class Meta:
        model = AssetInterest
        fields: list[str] = []
