"""Put the times of a calendar into its listing, in the name of whoever keeps it."""

from datetime import date, time
from typing import Any

from django.db import transaction

from cms.actions import send_change
from cms.actions.history import write_history
from cms.models import Asset, Editorship, Session
from connector.accounts.models import User
from connector.feeds.models import Feed

FOLLOWED = "feeds.follow"
"""The action under which it stands in a listing's history."""
FIELDS = ("rhythm", "days", "weeks_of_month", "first", "until", "start", "end", "closed", "extra", "cancelled")


@transaction.atomic
def apply_times(*, feed: Feed, told: str) -> bool:
    """Whether the listing's times are others now, or a change of them waits for a look. The rules of moderation hold
    as for any change of a group's. `told`: what changed, for the history. Raises Locked and ValidationError.

    Where nobody keeps the listing any more, nothing happens.
    """
    by = in_whose_name(feed.asset)
    draft = Asset.objects.get(pk=feed.asset_id).get_latest_revision_as_object()
    before = list(draft.sessions.all())
    old = [_plain(row) for row in before]
    if by is None or sorted(map(str, old)) == sorted(map(str, map(_with_all, feed.times))):
        return False
    place = _place(draft, before)
    left = list(zip(old, before, strict=True))
    draft.sessions.set([_kept(left, values) or _session(values, place) for values in map(_with_all, feed.times)])
    send_change(draft=draft, by=by)
    write_history(feed.asset, FOLLOWED, by=by, what=told or "the times of its calendar were taken over")
    return True


def in_whose_name(asset: Asset) -> User | None:
    """Whoever keeps the listing, the lead first."""
    rows = Editorship.objects.filter(asset=asset, user__is_active=True).select_related("user")
    row = rows.order_by("-lead", "pk").first()
    return row.user if row else None


def _kept(left: list[tuple[dict[str, Any], Session]], values: dict[str, Any]) -> Session | None:
    """A time that was there before and says the same: it stays the row that it is."""
    for place, (old, row) in enumerate(left):
        if old == values:
            del left[place]
            return row
    return None


def _place(draft: Asset, sessions: list[Session]) -> int | None:
    """Where the times are that the listing had; else its only place."""
    before = {row.place_id for row in sessions}
    places = before if before else {row.place_id for row in draft.asset_places.all()}
    return next(iter(places)) if len(places) == 1 else None


def _session(values: dict[str, Any], place: int | None) -> Session:
    read = {
        "first": date.fromisoformat(values["first"]),
        "until": date.fromisoformat(values["until"]) if values["until"] else None,
        "start": time.fromisoformat(values["start"]),
        "end": time.fromisoformat(values["end"]) if values["end"] else None,
    }
    return Session(**{**{name: values[name] for name in FIELDS}, **read}, on_bank_holidays=True, place_id=place)


def _with_all(values: dict[str, Any]) -> dict[str, Any]:
    """With what every time of a calendar says: on bank holidays too, if the calendar has them."""
    return {**{name: values[name] for name in FIELDS}, "on_bank_holidays": True, "term_time": False}


def _plain(row: Session) -> dict[str, Any]:
    return {
        "rhythm": row.rhythm,
        "days": list(row.days),
        "weeks_of_month": list(row.weeks_of_month),
        "first": row.first.isoformat(),
        "until": row.until.isoformat() if row.until else None,
        "start": row.start.isoformat("minutes"),
        "end": row.end.isoformat("minutes") if row.end else None,
        "closed": list(row.closed),
        "extra": list(row.extra),
        "cancelled": dict(row.cancelled),
        "on_bank_holidays": row.on_bank_holidays,
        "term_time": row.term_time,
    }
