"""From an asset to what its group is asked about, and the answers back into a draft of it.

Invariant: works on the asset in memory and saves nothing; what the group is not asked about stays as it is. Of the
contacts only the public one is read or written here.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from cms.models import Asset, AssetPlace, Contact, Place, Session
from cms.selfservice.pending import Pending, laid_upon
from cms.selfservice.steps import Time

NEW: Final = "new"
"""The key of a time that is being added."""


def times_of(asset: Asset) -> dict[str, Time]:
    """The times of an asset (or a draft of it) by key."""
    return {key: _time(session) for key, session in _keyed(asset).items()}


def phone_of(asset: Asset) -> str:
    """The number that everybody may ring; empty where there is none."""
    contact = _public_contact(asset)
    return contact.phone if contact else ""


def place_of(asset: Asset) -> Place | None:
    """The place where it is; None where there is none, or several."""
    places = [row.place for row in asset.asset_places.all()]
    return places[0] if len(places) == 1 else None


def put(asset: Asset, pending: Pending, today: date, place: Place | None = None) -> Asset:
    """The same asset in memory, with what was answered. `place`: the one that was named; only in words without it."""
    if pending.times:
        _put_times(asset, laid_upon(pending, times_of(asset), today, NEW))
    if pending.room is not None:
        asset.room = pending.room
    if pending.phone is not None:
        contact = _public_contact(asset) or Contact(visibility=Contact.Visibility.PUBLIC)
        contact.phone = pending.phone
        asset.contacts.add(contact)
    for name, words in pending.said.items():
        setattr(asset, name, words)
    if pending.place is not None:
        _put_place(asset, place or Place(name=pending.place[0], postcode=pending.place[1]))
    return asset


def _put_place(asset: Asset, place: Place) -> None:
    """It is there and nowhere else. A time that was at its only place goes with it."""
    before = _only_place(asset)
    sessions = list(asset.sessions.all())
    for session in sessions:
        if session.place_id is not None and session.place_id == before:
            session.place = None
    asset.sessions.set(sessions)
    asset.asset_places.set([AssetPlace(place=place)])


def _keyed(asset: Asset) -> dict[str, Session]:
    """A session that is live goes by its number, one of a draft by its place in the list."""
    sessions = list(asset.sessions.all())
    return {str(row.pk) if row.pk else f"draft-{place}": row for place, row in enumerate(sessions)}


def _put_times(asset: Asset, times: Mapping[str, Time]) -> None:
    before = _keyed(asset)
    kept = [_written(row, times[key]) for key, row in before.items() if key in times]
    added = [_written(Session(place_id=_only_place(asset)), times[key]) for key in times if key not in before]
    asset.sessions.set([*kept, *added])


def _only_place(asset: Asset) -> int | None:
    places = [row.place_id for row in asset.asset_places.all()]
    return places[0] if len(places) == 1 else None


def _public_contact(asset: Asset) -> Contact | None:
    return next((each for each in asset.contacts.all() if each.visibility == Contact.Visibility.PUBLIC), None)


def _time(session: Session) -> Time:
    closed = frozenset(_days(session.closed))
    return Time(
        rhythm=session.rhythm,
        days=tuple(session.days),
        weeks_of_month=tuple(session.weeks_of_month),
        first=session.first,
        until=session.until,
        start=session.start,
        end=session.end,
        closed=closed,
        extra=frozenset(_days(session.extra)) - closed,
        cancelled={day: str(why) for text, why in session.cancelled.items() for day in _days([text])},
        on_bank_holidays=session.on_bank_holidays,
        term_time=session.term_time,
    )


def _written(session: Session, time: Time) -> Session:
    plain: dict[str, Any] = {
        "rhythm": time.rhythm,
        "days": list(time.days),
        "weeks_of_month": list(time.weeks_of_month),
        "first": time.first,
        "until": time.until,
        "start": time.start,
        "end": time.end,
        "closed": sorted(day.isoformat() for day in time.closed),
        "extra": sorted(day.isoformat() for day in time.extra),
        "cancelled": {day.isoformat(): why for day, why in sorted(time.cancelled.items())},
    }
    for name, value in plain.items():
        setattr(session, name, value)
    return session


def _days(texts: Iterable[str]) -> Iterable[date]:
    for text in texts:
        try:
            yield date.fromisoformat(text)
        except (TypeError, ValueError):
            continue
