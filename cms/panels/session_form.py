"""The form of one session: day, time, rhythm and exceptions, as people say them. Nobody types a recurrence rule.

Invariant: a session that is saved to be published makes a valid `Rhythm` and `Exceptions`; each problem stands beside
the field that has to be put right. A draft may be unfinished.
"""

from datetime import date
from typing import Any, Final

from django import forms
from django.utils.functional import cached_property
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput

from cms.models import EducationAuthority, Session
from cms.panels.fields import CalledOffField, DatesField, SaidTimeField
from cms.schedule.exceptions import Exceptions
from cms.schedule.rhythm import Rhythm, RhythmProblem

DAYS: Final = (
    *(("MO", "Monday"), ("TU", "Tuesday"), ("WE", "Wednesday"), ("TH", "Thursday")),
    *(("FR", "Friday"), ("SA", "Saturday"), ("SU", "Sunday")),
)
WEEKS: Final = ((1, "first"), (2, "second"), (3, "third"), (4, "fourth"), (-1, "last"))
FIELD_OF: Final = {"kind": "rhythm", "bank_holidays": "on_bank_holidays"}
"""Where a field of `Rhythm` or `Exceptions` has another name here."""

FIELDS: Final = (
    *("rhythm", "days", "weeks_of_month", "start", "end", "first", "until"),
    *("term_time", "authority", "on_bank_holidays", "closed", "extra", "cancelled"),
)

NO_AUTHORITY: Final = "Choose whose school terms it keeps to."


class SessionForm(WagtailAdminModelForm):
    """One session. `timing` is what it says, once it is clean."""

    days = forms.MultipleChoiceField(
        choices=DAYS, required=False, widget=forms.CheckboxSelectMultiple, help_text="Not needed for once or every day."
    )
    weeks_of_month = forms.TypedMultipleChoiceField(
        choices=WEEKS,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Which weeks of the month",
        help_text="For every month only: the second and the last Friday, say.",
    )
    start = SaidTimeField(
        label="Starts at", help_text="1.30pm, 7pm or 13:30", error_messages={"required": "Say when it starts: 1.30pm."}
    )
    end = SaidTimeField(label="Ends at", required=False, help_text="Leave it empty if nobody knows.")
    first = forms.DateField(
        label="First time on",
        widget=AdminDateInput,
        help_text="For every other week, a day on which it does run.",
        error_messages={"required": "Give a date on which it runs. If it has run for years, any of them will do."},
    )
    closed = DatesField(label="Not on these dates", required=False, help_text="One a line: 25 December 2026.")
    extra = DatesField(label="Also on these dates", required=False, help_text="One a line.")
    cancelled = CalledOffField(
        label="Called off", required=False, help_text="One a line, and why: 8 December 2026: boiler broken."
    )

    class Media:
        js = ["cms/next_dates.js"]
        css = {"all": ["cms/next_dates.css"]}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.is_deferred_validation or any(name in self.errors for name in FIELDS):
            return cleaned
        if cleaned.get("term_time") and cleaned.get("authority") is None:
            self.add_error("authority", NO_AUTHORITY)
        try:
            self.timing  # noqa: B018  (made here, so that what is wrong with it is said)
        except RhythmProblem as problem:
            self.add_error(FIELD_OF.get(problem.field, problem.field), problem.message)
        return cleaned

    @cached_property
    def timing(self) -> tuple[Rhythm, Exceptions]:
        """The rhythm and its exceptions. Raises RhythmProblem."""
        return _rhythm(self.cleaned_data), _exceptions(self.cleaned_data)


class LooseSessionForm(SessionForm):
    """The same questions asked of somebody who is still filling them in: no asset, no place, nothing to save."""

    class Meta(WagtailAdminModelForm.Meta):
        model = Session
        fields = FIELDS


def terms_holder(cleaned: dict[str, Any]) -> EducationAuthority | None:
    """Whose terms the session keeps to, if it keeps to any."""
    return cleaned.get("authority") if cleaned.get("term_time") else None


def _rhythm(cleaned: dict[str, Any]) -> Rhythm:
    return Rhythm(
        kind=cleaned["rhythm"],
        days=tuple(cleaned["days"]),
        weeks_of_month=tuple(cleaned["weeks_of_month"]),
        first=cleaned["first"],
        until=cleaned["until"],
        start=cleaned["start"],
        end=cleaned["end"],
    )


def _exceptions(cleaned: dict[str, Any]) -> Exceptions:
    return Exceptions(
        closed=frozenset(map(date.fromisoformat, cleaned["closed"])),
        extra=frozenset(map(date.fromisoformat, cleaned["extra"])),
        cancelled={date.fromisoformat(day): why for day, why in cleaned["cancelled"].items()},
        bank_holidays="on" if cleaned["on_bank_holidays"] else "off",
        term_time=cleaned["term_time"],
    )
