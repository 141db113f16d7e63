"""Form fields that show in people's words what a model keeps as JSON: dates and lists one a line, times as said.

Invariant: a cleaned value is exactly what the model keeps (ISO dates, a list of texts), and what was typed is shown
again when it could not be read.
"""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cms.panels.written import (
    Unreadable,
    read_called_off,
    read_dates,
    read_money,
    read_time,
    write_called_off,
    write_dates,
    write_money,
    write_time,
)


class LinesWidget(forms.Textarea):
    """A text field that is as high as what is usually written in it."""

    def __init__(self, attrs: Mapping[str, str] | None = None) -> None:
        super().__init__({"rows": 3, **(attrs or {})})


class DatesField(forms.CharField):
    """Days, one a line. Cleaned: a sorted list of ISO dates."""

    widget = LinesWidget

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list):
            return value
        try:
            return [day.isoformat() for day in read_dates(str(value or ""))]
        except Unreadable as problem:
            raise ValidationError(str(problem), code="date") from problem

    def run_validators(self, value: Any) -> None:
        """Every line was read."""

    def prepare_value(self, value: Any) -> Any:
        return write_dates(map(date.fromisoformat, value)) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _differs(self, initial or [], data)


class CalledOffField(forms.CharField):
    """Days that are called off and why, one a line. Cleaned: a mapping of ISO date to reason."""

    widget = LinesWidget

    def to_python(self, value: Any) -> Any:
        if isinstance(value, dict):
            return value
        try:
            return {day.isoformat(): why for day, why in read_called_off(str(value or "")).items()}
        except Unreadable as problem:
            raise ValidationError(str(problem), code="date") from problem

    def run_validators(self, value: Any) -> None:
        """Every line was read."""

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return write_called_off({date.fromisoformat(day): why for day, why in value.items()})

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _differs(self, initial or {}, data)


class LinesField(forms.CharField):
    """A list of short texts, one a line. Cleaned: a list without empty lines."""

    widget = LinesWidget

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list):
            return value
        return [line.strip() for line in str(value or "").splitlines() if line.strip()]

    def run_validators(self, value: Any) -> None:
        """Any text will do."""

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _differs(self, initial or [], data)


class PoundsField(forms.IntegerField):
    """An amount as it is said, "£2.50", "50p", "free". Cleaned: whole pence."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values or isinstance(value, int):
            return value if isinstance(value, int) else None
        try:
            return read_money(str(value))
        except Unreadable as problem:
            raise ValidationError(str(problem), code="money") from problem

    def prepare_value(self, value: Any) -> Any:
        return write_money(value) if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _differs(self, initial, data)


class SaidTimeInput(forms.TextInput):
    """A time as it is said. Without Wagtail's picker, which takes "7pm" for seven in the morning."""

    def format_value(self, value: Any) -> str | None:
        return write_time(value) if isinstance(value, time) else super().format_value(value)


class SaidTimeField(forms.TimeField):
    """A time of day as it is said: "1.30pm", "13:30"."""

    widget = SaidTimeInput

    def to_python(self, value: Any) -> time | None:
        if value in self.empty_values:
            return None
        if isinstance(value, time):
            return value
        try:
            return read_time(str(value))
        except Unreadable as problem:
            raise ValidationError(str(problem), code="time") from problem


def _differs(field: forms.Field, initial: Any, data: Any) -> bool:
    try:
        return bool(initial != field.to_python(data))
    except ValidationError:
        return True
