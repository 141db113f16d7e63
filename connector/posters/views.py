"""Sheets for the wall, from an address: always the coming seven days, or those from a day that was asked for.

Invariant: the same for everybody, and printed by the browser on one page.
"""

from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cms.calendars.subjects import in_ward, is_at, sessions_in
from cms.models import Area, Place
from cms.place_page import name_of, on_at
from cms.schedule.names import DAY_NAMES, MONTH_NAMES
from cms.visibility import PUBLIC
from connector.core.qr import square
from connector.posters.fitting import OnSheet, sheet
from connector.posters.week import DAYS, week

AHEAD: Final = timedelta(days=92)


@require_safe
def ward(request: HttpRequest, code: str) -> HttpResponse:
    """This week in a ward. `from`: another first day."""
    row = get_object_or_404(Area, code=code)
    first = _first(request)
    live = f"{reverse('search')}?area={row.code}&order=soonest"
    return _sheet(request, f"in {row.name}", week(in_ward(row), first, here=sessions_in(row)), first, live)


@require_safe
def place(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """This week at a place. `from`: another first day."""
    row = get_object_or_404(Place, uuid=uuid, live=True)
    there, first = on_at(row, PUBLIC), _first(request)
    if not there.exists():
        raise Http404
    rows = week(there, first, here=lambda _, session, own: is_at(session, own, lambda each: each == row))
    return _sheet(request, f"at {name_of(row)}", rows, first, row.get_absolute_url())


def _sheet(request: HttpRequest, where: str, rows: list[OnSheet], first: date, live: str) -> HttpResponse:
    today, found = timezone.localdate(), sheet(rows)
    context: dict[str, Any] = {
        "heading": f"This week {where}" if first == today else f"The week from {_said(first)} {where}",
        "span": f"{_said(first)} to {_said(first + timedelta(days=DAYS - 1))}",
        "days": [(_said(day), dates) for day, dates in found.days],
        "left": found.left,
        "type": found.type.name,
        "live": live,
        "address": f"{settings.CONNECTOR_BASE_URL.partition('://')[2]}{live}",
        "qr": square(live),
        "next_url": f"?from={_monday(first).isoformat()}",
        "door": "search",
    }
    return render(request, "connector/posters/week.html", context)


def _first(request: HttpRequest) -> date:
    """The first day, as asked for; today where that is no day, is over, or is more than three months off."""
    today = timezone.localdate()
    try:
        asked = date.fromisoformat(request.GET.get("from", ""))
    except ValueError:
        return today
    return asked if today <= asked <= today + AHEAD else today


def _monday(day: date) -> date:
    """The Monday after a day."""
    return day + timedelta(days=7 - day.weekday())


def _said(day: date) -> str:
    return f"{DAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]}"
