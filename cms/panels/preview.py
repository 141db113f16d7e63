"""What a session says before it is saved: its sentence and its next four real dates, or what is wrong.

Invariant: reads the database for school terms alone and writes nothing.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any, Final

from cms.panels.session_form import SessionForm, terms_holder
from cms.schedule.exceptions import Exceptions, Nation, Terms
from cms.schedule.names import full_date
from cms.schedule.occurrences import LONDON, TERMS_NOT_KNOWN, occurrences
from cms.schedule.rhythm import Rhythm
from cms.schedule.say import say_day, say_rhythm, say_span

HOW_MANY: Final = 4
NONE_AHEAD: Final = "No dates in the coming year. Check the first and last date."


@dataclass(frozen=True, slots=True)
class PreviewDate:
    """One real date in words. `off`: called off, and `why`."""

    day: str
    time: str
    off: bool
    why: str


@dataclass(frozen=True, slots=True)
class Preview:
    """The sentence and the dates, or for each field what has to be put right. `note`: something to know beside it."""

    sentence: str = ""
    dates: tuple[PreviewDate, ...] = ()
    note: str = ""
    problems: tuple[dict[str, str], ...] = ()

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def preview_form(form: SessionForm, *, now: datetime, nation: Nation) -> Preview:
    """Of what was typed so far."""
    if not form.is_valid():
        return Preview(problems=tuple(_problems(form)))
    authority = terms_holder(form.cleaned_data)
    terms = None
    if authority is not None:
        ranges = tuple((term.starts, term.ends) for term in authority.terms.all() if term.starts <= term.ends)
        terms = Terms(ranges) if ranges else None
    return preview(*form.timing, terms=terms, now=now, nation=nation)


def preview(rhythm: Rhythm, exceptions: Exceptions, *, terms: Terms | None, now: datetime, nation: Nation) -> Preview:
    """Of a rhythm and its exceptions: four dates that are on, with those called off in between."""
    found = occurrences(
        rhythm, exceptions, since=now, terms=terms, nation=nation, limit=HOW_MANY, include_cancelled=True
    )
    today = now.astimezone(LONDON).date()
    dates = tuple(
        PreviewDate(
            day=say_day(item.start.date(), today),
            time=say_span(item.start.time(), item.end.time() if item.end else None),
            off=item.status == "cancelled",
            why=item.why if item.status == "cancelled" else "",
        )
        for item in found
    )
    notes = [TERMS_NOT_KNOWN] if exceptions.term_time and terms is None and dates else []
    notes += [] if dates else [NONE_AHEAD]
    notes += [
        f"{full_date(day)} is called off, but it is not one of its days."
        for day in sorted(exceptions.cancelled)
        if day >= today and not _would_run(day, rhythm, exceptions, terms, nation)
    ]
    return Preview(say_rhythm(rhythm, exceptions), dates, " ".join(notes))


def _would_run(day: date, rhythm: Rhythm, exceptions: Exceptions, terms: Terms | None, nation: Nation) -> bool:
    midnight = datetime.combine(day, time(0), LONDON)
    found = occurrences(
        rhythm, exceptions, since=midnight, terms=terms, nation=nation, limit=3, horizon_days=1, include_cancelled=True
    )
    return any(item.start.date() == day for item in found)


def _problems(form: SessionForm) -> list[dict[str, str]]:
    return [
        {"field": field if field != "__all__" else "", "message": str(message)}
        for field, messages in form.errors.items()
        for message in messages
    ]
