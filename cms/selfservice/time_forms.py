"""The questions about when something is on, one form each.

Invariant: a form that is valid gives `answers` in the terms of `Time` (`cms.selfservice.steps`) that make a valid
rhythm as far as everything else is known; a problem stands beside the field that has to be put right.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, ClassVar, Final

from django import forms

from cms.panels.written import read_time
from cms.schedule.exceptions import Terms
from cms.schedule.names import DAY_NAMES
from cms.schedule.occurrences import LONDON
from cms.schedule.rhythm import WEEKDAYS, RhythmProblem
from cms.schedule.say import say_day, say_span
from cms.selfservice.reading import read_day, write_day
from cms.selfservice.said import Said
from cms.selfservice.steps import Time, changed, exceptions, fortnights, next_question, rhythm
from cms.selfservice.words import RHYTHMS, WEEKS

STOPPED: Final = "stopped"


class TimeForm(forms.Form):
    """One question about one time."""

    title: ClassVar[str]

    def __init__(
        self, asked: Time, now: datetime, data: Mapping[str, Any] | None = None, terms: Terms | None = None
    ) -> None:
        super().__init__(data)
        self.asked, self.now, self.terms = asked, now, terms
        self.today = now.astimezone(LONDON).date()
        self.ask()

    def ask(self) -> None:
        """Fill in what is known."""

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered. Only of a form that is valid."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors:
            after = changed(self.asked, self.answers, self.today)
            if next_question(after, self.today) is None:
                self._check(after)
        return cleaned

    def _check(self, after: Time) -> None:
        try:
            rhythm(after)
            exceptions(after)
        except RhythmProblem as problem:
            self.add_error(problem.field if problem.field in self.fields else None, problem.message)


class DaysForm(TimeForm):
    title = "Which days is it on?"
    days = forms.MultipleChoiceField(
        label="Tick every day",
        choices=list(zip(WEEKDAYS, DAY_NAMES, strict=True)),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick at least one day."},
    )

    def ask(self) -> None:
        self.initial["days"] = list(self.asked.days)

    @property
    def answers(self) -> dict[str, Any]:
        return {"days": tuple(day for day in WEEKDAYS if day in self.cleaned_data["days"])}


class WeeksForm(TimeForm):
    title = "Which week of the month?"
    weeks_of_month = forms.TypedMultipleChoiceField(
        label="Tick every week",
        choices=[(week, words.capitalize()) for week, words in WEEKS.items()],
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick at least one week."},
    )

    def ask(self) -> None:
        self.initial["weeks_of_month"] = list(self.asked.weeks_of_month)

    @property
    def answers(self) -> dict[str, Any]:
        return {"weeks_of_month": tuple(self.cleaned_data["weeks_of_month"])}


class HoursForm(TimeForm):
    title = "What time is it on?"
    start = Said(
        read_time, label="Starts at", help_text="Like this: 1.30pm", error_messages={"required": "Say when it starts."}
    )
    end = Said(
        lambda text: read_time(text) if text else None,
        label="Ends at",
        help_text="Like this: 3.30pm. Leave it empty if nobody knows.",
        required=False,
    )

    def ask(self) -> None:
        self.initial["start"], self.initial["end"] = _said(self.asked.start), _said(self.asked.end)

    @property
    def answers(self) -> dict[str, Any]:
        return {"start": self.cleaned_data["start"], "end": self.cleaned_data["end"]}


class RhythmForm(TimeForm):
    title = "How often is it on?"
    rhythm = forms.ChoiceField(
        label="Choose one",
        choices=[*RHYTHMS.items(), (STOPPED, "It has stopped for good")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how often it is on."},
    )

    def ask(self) -> None:
        self.initial["rhythm"] = self.asked.rhythm
        if not self.asked.rhythm:
            self.fields["rhythm"].choices = list(RHYTHMS.items())  # type: ignore[attr-defined]

    @property
    def stopped(self) -> bool:
        """Whether there is no such time any more."""
        return bool(self.cleaned_data["rhythm"] == STOPPED)

    @property
    def answers(self) -> dict[str, Any]:
        return {} if self.stopped else {"rhythm": self.cleaned_data["rhythm"]}


class OnceForm(TimeForm):
    title = "Which day is it on?"
    first = Said(
        str, label="The date", help_text="Like this: 25 December", error_messages={"required": "Write the date."}
    )

    def ask(self) -> None:
        self.fields["first"].read = lambda text: read_day(text, self.today)  # type: ignore[attr-defined]
        if self.asked.rhythm == "once" and self.asked.first and self.asked.first >= self.today:
            self.initial["first"] = write_day(self.asked.first, self.today)

    @property
    def answers(self) -> dict[str, Any]:
        return {"first": self.cleaned_data["first"]}


class FortnightForm(TimeForm):
    title = "It is on every other week. Which of these?"
    first = forms.TypedChoiceField(
        label="Choose one that is on",
        coerce=date.fromisoformat,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a date that it is on."},
    )

    def ask(self) -> None:
        choices = fortnights(self.asked.days, self.today)
        self.fields["first"].choices = [(day.isoformat(), say_day(day, self.today)) for day in choices]  # type: ignore[attr-defined]

    @property
    def answers(self) -> dict[str, Any]:
        return {"first": self.cleaned_data["first"]}


def _said(moment: time | None) -> str:
    return say_span(moment) if moment else ""
