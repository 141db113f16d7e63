"""Names of days and months in the reader's language. `cms.schedule.names`, which also reads, stays English.

Invariant: Monday is 0 and January 1, as dates count them.
"""

from __future__ import annotations

from typing import Final

from cms.tongue import gettext, gettext_noop

# Every one of them, so that they are found to be translated.
_DAYS: Final = (
    *(gettext_noop("Monday"), gettext_noop("Tuesday"), gettext_noop("Wednesday"), gettext_noop("Thursday")),
    *(gettext_noop("Friday"), gettext_noop("Saturday"), gettext_noop("Sunday")),
)
_EVERY: Final = (
    *(gettext_noop("Mondays"), gettext_noop("Tuesdays"), gettext_noop("Wednesdays"), gettext_noop("Thursdays")),
    *(gettext_noop("Fridays"), gettext_noop("Saturdays"), gettext_noop("Sundays")),
)
_MONTHS: Final = (
    *(gettext_noop("January"), gettext_noop("February"), gettext_noop("March"), gettext_noop("April")),
    *(gettext_noop("May"), gettext_noop("June"), gettext_noop("July"), gettext_noop("August")),
    *(gettext_noop("September"), gettext_noop("October"), gettext_noop("November"), gettext_noop("December")),
)


def day_name(weekday: int) -> str:
    """ "Monday"."""
    return gettext(_DAYS[weekday])


def days_name(weekday: int) -> str:
    """ "Mondays": each of them."""
    return gettext(_EVERY[weekday])


def month_name(month: int) -> str:
    """ "January"."""
    return gettext(_MONTHS[month - 1])
