"""Two versions of an asset side by side, in the words that people typed: for whoever looks at a change.

Invariant: what the model keeps as JSON is never shown as JSON, and a value that cannot be said is shown as it is.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from django.utils.html import escape
from wagtail.admin.compare import FieldComparison, TextDiff
from wagtail.admin.panels import FieldPanel

from cms.models import Session
from cms.panels.session_form import DAYS, WEEKS
from cms.panels.written import write_called_off, write_date
from cms.schedule.say import say_rhythm
from cms.sessions import exceptions_of, rhythm_of

DAY_NAMES: Final = dict(DAYS)
WEEK_NAMES: Final = dict(WEEKS)


def say_dates(days: list[str]) -> str:
    """ "25 December 2026, 1 January 2027"."""
    return ", ".join(write_date(date.fromisoformat(day)) for day in days)


def say_called_off(days: Mapping[str, str]) -> str:
    """ "8 December 2026: boiler broken"; several with semicolons between them."""
    lines = write_called_off({date.fromisoformat(day): why for day, why in days.items()})
    return lines.replace("\n", "; ")


def when(session: Session) -> str:
    """ "Every Tuesday, 1.30 to 3.30pm"; nothing while it makes no sense."""
    rhythm = rhythm_of(session)
    return say_rhythm(rhythm, exceptions_of(session)) if rhythm else ""


SAYINGS: Final[Mapping[str, Callable[[Any], str]]] = {
    "days": lambda codes: ", ".join(DAY_NAMES[code] for code in codes),
    "weeks_of_month": lambda weeks: ", ".join(WEEK_NAMES[week] for week in weeks),
    "closed": say_dates,
    "extra": say_dates,
    "cancelled": say_called_off,
    "audience": ", ".join,
}


class WordsComparison(FieldComparison):
    """Of a field that is kept as JSON."""

    def __init__(self, field: Any, obj_a: Any, obj_b: Any) -> None:
        self.field = field
        self.val_a: str = _said(field.name, field.value_from_object(obj_a))
        self.val_b: str = _said(field.name, field.value_from_object(obj_b))


class WordsPanel(FieldPanel):
    """A field that is kept as JSON and compared in words."""

    def get_comparison_class(self) -> type[FieldComparison]:
        return WordsComparison


class WhenComparison:
    """Of a whole session, in its sentence."""

    is_field = True
    is_child_relation = False

    def __init__(self, obj_a: Session, obj_b: Session) -> None:
        self.val_a, self.val_b = when(obj_a), when(obj_b)

    def field_label(self) -> str:
        return "When"

    def has_changed(self) -> bool:
        return self.val_a != self.val_b

    def htmldiff(self) -> str:
        if self.has_changed():
            return str(TextDiff([("deletion", self.val_a), ("addition", self.val_b)]).to_html())
        return escape(self.val_a)


def _said(name: str, value: Any) -> str:
    try:
        return SAYINGS[name](value)
    except (KeyError, TypeError, ValueError):
        return str(value)
