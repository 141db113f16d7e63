"""Rhythms and opening hours in the words of schema.org (https://schema.org/Schedule, OpeningHoursSpecification).

Invariant: pure; a schedule says the days it does not hold, as far as they are known.
"""

from datetime import time
from typing import Any, Final

from cms.costs import PERIODS, Price
from cms.schedule.names import DAY_NAMES
from cms.schedule.rhythm import WEEKDAYS, Rhythm
from cms.structured_facts import Series

_EVERY: Final = {"daily": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M"}


def schedule(series: Series, zone: str) -> dict[str, Any]:
    """A rhythm as a Schedule. Its days are named; "the second Friday" is written as calendars write it ("2FR")."""
    rhythm = series.rhythm
    said: dict[str, Any] = {
        "@type": "Schedule",
        "repeatFrequency": _EVERY[rhythm.kind],
        "byDay": _days(rhythm),
        "startDate": series.begins.isoformat(),
        "endDate": rhythm.until.isoformat() if rhythm.until else "",
        "startTime": _clock(rhythm.start),
        "endTime": _clock(rhythm.end) if rhythm.end else "",
        "scheduleTimezone": zone,
        "exceptDate": [day.isoformat() for day in series.not_on],
    }
    return {name: value for name, value in said.items() if value}


def opening_hours(rhythm: Rhythm) -> dict[str, Any]:
    """The hours of a place that is open every day or on some days of each week."""
    days = rhythm.days if rhythm.kind == "weekly" else WEEKDAYS
    said: dict[str, Any] = {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": [_named(day) for day in days],
        "opens": _clock(rhythm.start),
        "closes": _clock(rhythm.end) if rhythm.end else "",
        "validFrom": rhythm.first.isoformat(),
        "validThrough": rhythm.until.isoformat() if rhythm.until else "",
    }
    return {name: value for name, value in said.items() if value}


def offer(price: Price) -> dict[str, Any]:
    """One price as an Offer, in pounds."""
    label = price.label or ("Concession" if price.concession else "")
    words = ", ".join(filter(None, (label, PERIODS[price.per])))
    said = {"@type": "Offer", "price": f"{price.pence / 100:.2f}", "priceCurrency": "GBP", "description": words}
    return {name: value for name, value in said.items() if value}


def _days(rhythm: Rhythm) -> list[str]:
    if rhythm.kind == "monthly":
        return [f"{week}{day}" for week in rhythm.weeks_of_month for day in rhythm.days]
    return [_named(day) for day in rhythm.days]


def _named(day: str) -> str:
    return f"https://schema.org/{DAY_NAMES[WEEKDAYS.index(day)]}"


def _clock(moment: time) -> str:
    return f"{moment:%H:%M:%S}"
