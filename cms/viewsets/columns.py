"""Columns of the catalogue's lists, and the words in them.

Invariant: a column reads what the list's one query brought along and asks for nothing by itself.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.ui.tables import Column, StatusTagColumn

from cms.freshness import STALE_DAYS
from cms.schedule.names import MONTH_NAMES

CHECK_AFTER: Final = timedelta(days=STALE_DAYS)
"""How long after its last sign of life (confirmed, or ran) a listing is looked at again."""


def status(*, live: bool, drafted: bool, waiting: bool, was_live: bool) -> str:
    """What state a listing is in, in a few words."""
    if live:
        return "live, a change waits" if waiting else "live, with a draft" if drafted else "live"
    if waiting:
        return "waits to be looked at"
    return "withdrawn" if was_live else "draft"


def next_check(alive_on: date | None, today: date) -> str:
    """ "May 2027", "now" when it is overdue or never gave a sign of life."""
    if alive_on is None or alive_on + CHECK_AFTER <= today:
        return "now"
    return month(alive_on + CHECK_AFTER)


def month(day: date) -> str:
    """ "May 2027"."""
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def day(on: date | None) -> str:
    """ "02/11/2026", nothing where nobody knows."""
    return f"{on:%d/%m/%Y}" if on else ""


def confirmed(on: date | None, by: str) -> str:
    """ "March 2026, by Maureen", "never"."""
    return f"{month(on)}, by {by}" if on else "never"


class StatusColumn(StatusTagColumn):
    """Live, draft, waiting or withdrawn. The list's query has to bring `waiting` for what goes through a workflow."""

    def __init__(self) -> None:
        super().__init__("status", label="Status", sort_key="live", accessor=_status_of, primary=_is_live)


class SaidColumn(Column):
    """Words worked out of a row."""

    def __init__(self, name: str, label: str, say: Callable[[Any], object], sort_key: str | None = None) -> None:
        super().__init__(name, label=label, accessor=say, sort_key=sort_key)


def link(url: str | None, words: str) -> str | SafeString:
    """The words, as a link where there is somewhere to go."""
    return format_html('<a href="{}">{}</a>', url, words) if url else words


def _status_of(row: Any) -> str:
    return status(
        live=row.live,
        drafted=row.has_unpublished_changes,
        waiting=bool(getattr(row, "waiting", False)),
        was_live=row.first_published_at is not None or row.last_published_at is not None,
    )


def _is_live(row: Any) -> bool:
    return bool(row.live)
