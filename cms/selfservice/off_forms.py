"""The questions about when something is not on: dates that are known long before, and a day that is called off."""

from datetime import date
from typing import Any, Final

from django import forms
from django.conf import settings

from cms.schedule.occurrences import occurrences
from cms.schedule.rhythm import RhythmProblem
from cms.schedule.say import say_day
from cms.selfservice.reading import read_days, write_days
from cms.selfservice.said import Said
from cms.selfservice.steps import exceptions, rhythm
from cms.selfservice.time_forms import TimeForm

DATES_TO_CHOOSE: Final = 8
REASON_LENGTH: Final = 120


class NotOnForm(TimeForm):
    title = "Which dates is it not on?"
    closed = Said(
        str,
        label="Dates it is not on",
        help_text="One a line, like this: 25 December",
        required=False,
        widget=forms.Textarea({"rows": 5}),
    )

    def ask(self) -> None:
        self.fields["closed"].read = lambda text: read_days(text, self.today)  # type: ignore[attr-defined]
        self.initial["closed"] = write_days((day for day in self.asked.closed if day >= self.today), self.today)

    @property
    def answers(self) -> dict[str, Any]:
        """What lies behind is kept as it was. A date that it is not on is no extra one."""
        past = frozenset(day for day in self.asked.closed if day < self.today)
        closed = past | frozenset(self.cleaned_data["closed"])
        return {"closed": closed, "extra": self.asked.extra - closed}


class CalledOffForm(TimeForm):
    title = "Is a day called off?"
    day = forms.TypedChoiceField(
        label="Which day is called off?",
        coerce=date.fromisoformat,
        widget=forms.RadioSelect,
        required=False,
        empty_value=None,
    )
    why = forms.CharField(
        label="Why?", help_text="In a few words: the hall is let.", max_length=REASON_LENGTH, required=False
    )
    back_on = forms.TypedMultipleChoiceField(
        label="Is one of these on after all?",
        coerce=date.fromisoformat,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def ask(self) -> None:
        self.fields["day"].choices = [(day.isoformat(), say_day(day, self.today)) for day in self._coming()]  # type: ignore[attr-defined]
        off = sorted((day, why) for day, why in self.asked.cancelled.items() if day >= self.today)
        if off:
            choices = [(day.isoformat(), f"{say_day(day, self.today)}: {why}".rstrip(": ")) for day, why in off]
            self.fields["back_on"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["back_on"]

    def _coming(self) -> list[date]:
        try:
            found = occurrences(
                rhythm(self.asked),
                exceptions(self.asked),
                since=self.now,
                terms=self.terms,
                nation=settings.CONNECTOR_NATION,
                limit=DATES_TO_CHOOSE,
            )
        except RhythmProblem:
            return []
        return [each.start.date() for each in found]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and cleaned["day"] is None and not cleaned.get("back_on"):
            self.add_error("day", "Choose a day, or go back.")
        if not self.errors and cleaned["day"] is not None and not cleaned["why"]:
            self.add_error("why", "Say why in a few words. People read it beside the date.")
        return cleaned

    @property
    def answers(self) -> dict[str, Any]:
        back_on = self.cleaned_data.get("back_on") or []
        kept = {day: why for day, why in self.asked.cancelled.items() if day not in back_on}
        day = self.cleaned_data["day"]
        return {"cancelled": kept if day is None else {**kept, day: self.cleaned_data["why"]}}
