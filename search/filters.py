"""One FilterSet turns a query string into a question, for the pages and for the API alike.

Invariant: a query string gives one question or errors by field; nothing here asks an engine.
"""

from functools import cache
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError

from cms.geo.answers import Found
from cms.models import AccessFact, Area, Asset, Kind
from cms.schedule.names import DAY_NAMES
from search.distances import DistanceProblem, metres
from search.facets import COSTS, FREE, FRESH
from search.interests import vocabulary
from search.near import place_of
from search.questions import Question
from search.types import DAYS, PARTS, Order, Point

PART_LABELS = ("Morning", "Afternoon", "Evening")
ORDER_LABELS = {Order.RELEVANCE: "Best fit", Order.NEAREST: "Nearest", Order.SOONEST: "Soonest"}
COST_LABELS = ("Free", "Give what you can", "£5 or less", "More than £5")
FRESH_LABELS = ("In the last month", "In the last three months", "In the last year")
UNDO_LABELS = {"place": "No place from the words", "time": "No time from the words", "spelling": "Spelt as typed"}
# What listings say of whom they are for is in their own words.
LONGEST_WORD, MOST_CHOSEN = 60, 20
PAGE, MOST = 10, 100


class PlaceField(forms.CharField):
    """A postcode, a part of one or a place name, as the gazetteer finds it (`cms.geo.answers.Found`) or None."""

    def clean(self, value: Any) -> Found | None:
        text = str(super().clean(value) or "").strip()
        if not text:
            return None
        found = place_of(text)
        if not isinstance(found, Found):
            raise ValidationError(str(found))
        return found


class DistanceField(forms.CharField):
    """Metres, or None."""

    def clean(self, value: Any) -> float | None:
        text = str(super().clean(value) or "").strip()
        try:
            return metres(text) if text else None
        except DistanceProblem as problem:
            raise ValidationError(str(problem)) from problem


class PlaceFilter(django_filters.CharFilter):
    field_class = PlaceField


class DistanceFilter(django_filters.CharFilter):
    field_class = DistanceField


class AreaFilter(django_filters.MultipleChoiceFilter):
    """Codes of the areas that the council has loaded."""

    @property
    def field(self) -> forms.Field:
        # Asked for each value that is given, and once more to order them: read once for a question.
        self.extra["choices"] = cache(lambda: list(Area.objects.values_list("code", "name")))
        return super().field


class WordsField(forms.MultipleChoiceField):
    """Any short words: what nobody has said finds nothing."""

    def valid_value(self, value: str) -> bool:
        return 0 < len(value) <= LONGEST_WORD

    def clean(self, value: Any) -> list[str]:
        return list(super().clean(value))[:MOST_CHOSEN]


class WordsFilter(django_filters.MultipleChoiceFilter):
    field_class = WordsField


class InterestField(forms.MultipleChoiceField):
    """Codes of the vocabulary as it is now. A list of its two thousand concepts would be copied for every question."""

    def valid_value(self, value: str) -> bool:
        return value in vocabulary().concepts


class InterestFilter(django_filters.MultipleChoiceFilter):
    field_class = InterestField


def _several(choices: Any, label: str) -> django_filters.MultipleChoiceFilter:
    return django_filters.MultipleChoiceFilter(choices=choices, label=label)


class SearchFilters(django_filters.FilterSet):
    """Every field of a search's address, in the order of the canonical one (`search.addresses`)."""

    q = django_filters.CharFilter(max_length=12_000, strip=True, label="What somebody likes, used to do or needs")
    near = PlaceFilter(max_length=100, label="A postcode, a part of one, or a place name")
    radius = DistanceFilter(max_length=20, label="How far at most: 5 (km), 3 miles, 800m")
    kind = _several(Kind.choices, "Kinds of listing")
    interest = InterestFilter(label="Interests by code, narrower ones included")
    day = _several(tuple(zip(DAYS, DAY_NAMES, strict=True)), "Days")
    time = _several(tuple(zip(PARTS, PART_LABELS, strict=True)), "Times of day")
    cost = _several(tuple(zip(COSTS, COST_LABELS, strict=True)), "Costs, where they are known")
    free = django_filters.BooleanFilter(widget=forms.CheckboxInput, label="Free only: the same as cost=free")
    access = _several(AccessFact.Subject.choices, "Getting in: what must be known to be there, all of it")
    who = WordsFilter(label="Who it is for, in the words of listings: carers")
    area = AreaFilter(label="Wards and districts by code: in them or serving them")
    fresh = _several(tuple(zip(FRESH, FRESH_LABELS, strict=True)), "When somebody last confirmed it, or it last ran")
    order = django_filters.ChoiceFilter(
        choices=[(each.value, label) for each, label in ORDER_LABELS.items()], label="How it is ordered"
    )
    undo = _several(list(UNDO_LABELS.items()), "What not to read out of the words")
    limit = django_filters.NumberFilter(min_value=1, max_value=MOST, label=f"How many, {MOST} at most")
    offset = django_filters.NumberFilter(min_value=0, max_value=100_000, label="How many to pass over")

    class Meta:
        model = Asset
        fields: list[str] = []

    @classmethod
    def of(cls, data: Any) -> "SearchFilters":
        """For a query string."""
        return cls(data, queryset=Asset.objects.none())

    @property
    def undone(self) -> frozenset[str]:
        """What is not to be read out of the words: names of `UNDO_LABELS`."""
        self.form.is_valid()
        return frozenset(self.form.cleaned_data.get("undo", ()))

    @property
    def radius_m(self) -> float | None:
        """How far at most, in metres, wherever it is measured from."""
        self.form.is_valid()
        return self.form.cleaned_data.get("radius") or None

    @property
    def place(self) -> Found | None:
        """The place that was typed into the box "Near", where it is known."""
        self.form.is_valid()
        return self.form.cleaned_data.get("near") or None

    def question(self) -> Question:
        """The question, of what is valid: a field with an error is left out (and told in `errors`)."""
        self.form.is_valid()
        given = {name: value for name, value in self.form.cleaned_data.items() if value not in (None, "", [])}
        near = given.get("near")
        return Question(
            text=given.get("q", ""),
            near=Point(near.lat, near.lon) if near else None,
            near_label=near.label if near else "",
            radius_m=given.get("radius") if near else None,
            kinds=frozenset(given.get("kind", ())),
            interests=frozenset(given.get("interest", ())),
            days=frozenset(given.get("day", ())),
            parts=frozenset(given.get("time", ())),
            costs=frozenset(given.get("cost", ())) | ({FREE} if given.get("free") else frozenset()),
            access=frozenset(given.get("access", ())),
            audience=frozenset(given.get("who", ())),
            areas=frozenset(given.get("area", ())),
            fresh=frozenset(given.get("fresh", ())),
            order=Order(given["order"]) if "order" in given else None,
            offset=int(given.get("offset", 0)),
            limit=int(given.get("limit", PAGE)),
        )
