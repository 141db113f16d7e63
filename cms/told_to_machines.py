"""From an asset to what it tells programs: one maker for its page and for the API.

Invariant: reads what `listed` prefetched and asks for nothing else. A place that is secret is in none of it, and a
session whose school terms nobody has entered has dates with a caution, never a rhythm that is told as sure.
"""

from datetime import date, datetime, time, timedelta
from heapq import nsmallest
from itertools import takewhile
from typing import Any

from django.conf import settings
from django.utils import timezone

from cms.access import GETTING_IN, KNOWN, NAMES, Fact
from cms.cards import Listing
from cms.coming import coming_dates
from cms.models import Asset, Kind, Place, Session
from cms.schedule.dates import dates
from cms.schedule.exceptions import Terms
from cms.schedule.occurrences import LONDON, occurrences
from cms.schedule.rhythm import Rhythm
from cms.sessions import exceptions_of, rhythm_of, terms_of
from cms.structured import structured
from cms.structured_facts import Facts, Held, Series, Where
from cms.whereabouts import access_of, places_of

DATES = 10
AHEAD = timedelta(days=400)
_FREE = {Asset.Cost.FREE: True, Asset.Cost.PAID: False}


def told_to_machines(asset: Asset, shown: Listing, *, now: datetime) -> dict[str, Any]:
    """The asset as JSON-LD. `shown`: the same as its page shows it; `now` has a time zone."""
    return structured(shown, facts_of(asset, now), base=settings.CONNECTOR_BASE_URL)


def facts_of(asset: Asset, now: datetime) -> Facts:
    """What there is to tell."""
    places = {place.pk: _where(asset, place) for place in places_of(asset)}
    sessions = list(asset.sessions.all())
    today, paused = timezone.localdate(now), asset.room == Asset.Room.PAUSED
    return Facts(
        zone=str(LONDON),
        where=tuple(places.values()),
        series=() if paused else tuple(_all_series(sessions, today)),
        dates=_held(asset, sessions, places, now),
        prices=tuple(option.price for option in asset.cost_options.all()),
        free=_FREE.get(Asset.Cost(asset.cost)),
        ages=(asset.min_age, asset.max_age),
        opening=tuple(_opening(sessions, today)) if asset.kind == Kind.PLACE else (),
    )


def _held(asset: Asset, sessions: list[Session], places: dict[int, Where], now: datetime) -> tuple[Held, ...]:
    """The next dates of all of its sessions, each with the place of its session."""
    found = [
        (each.start, number, each, session)
        for number, session in enumerate(sessions)
        for each in coming_dates(asset, now, DATES, sessions=[session])
    ]
    return tuple(
        Held(
            start=timezone.localtime(each.start),
            end=timezone.localtime(each.end) if each.end else None,
            off=each.status == "cancelled",
            where=places.get(session.place_id) if session.place_id else None,
        )
        for _, _, each, session in nsmallest(DATES, found, key=lambda row: row[:2])
    )


def _all_series(sessions: list[Session], today: date) -> list[Series]:
    return [series for session in sessions if (series := _series(session, today))]


def _series(session: Session, today: date) -> Series | None:
    """None for what runs once, is over, or keeps to terms that nobody has entered."""
    rhythm, terms = rhythm_of(session), terms_of(session)
    if rhythm is None or rhythm.kind == "once" or (rhythm.until is not None and rhythm.until < today):
        return None
    begins = next(dates(rhythm, rhythm.first), None)
    if begins is None or (session.term_time and terms is None):
        return None
    return Series(rhythm, begins, tuple(_not_on(session, rhythm, terms, today)))


def _not_on(session: Session, rhythm: Rhythm, terms: Terms | None, today: date) -> list[date]:
    """Days of the rhythm from today on, as far as is told, on which it is not on."""
    held = occurrences(
        rhythm,
        exceptions_of(session),
        since=datetime.combine(today, time.min, LONDON),
        terms=terms,
        nation=settings.CONNECTOR_NATION,
        limit=AHEAD.days + 1,
        horizon_days=AHEAD.days,
    )
    on = {each.start.date() for each in held}
    days = takewhile(lambda day: day <= today + AHEAD, dates(rhythm, today))
    return [day for day in days if day not in on]


def _opening(sessions: list[Session], today: date) -> list[Rhythm]:
    """Rhythms of a place that are hours of opening: those of each week, or of every day."""
    rhythms = [rhythm_of(session) for session in sessions if not session.term_time]
    return [
        rhythm
        for rhythm in rhythms
        if rhythm and rhythm.kind in {"daily", "weekly"} and (rhythm.until is None or rhythm.until >= today)
    ]


def _where(asset: Asset, place: Place) -> Where:
    """The place as the listing knows it: what it says of getting in goes before what the place says."""
    facts = access_of(asset, place)
    known = [(subject, facts[subject]) for subject in GETTING_IN if subject in facts and facts[subject].state in KNOWN]
    amenities = tuple((NAMES[subject].english, _value(fact)) for subject, fact in known)
    url = place.get_absolute_url() if place.name else ""
    if place.precision == Place.Precision.SECTOR:
        about = f"Somewhere near {place.postcode}" if place.postcode else ""
        return Where(name=place.name, about=about, url=url, amenities=amenities)
    point = (place.lat, place.lon) if place.lat is not None and place.lon is not None else None
    return Where(place.name, place.address, place.postcode, "", point, url, amenities)


def _value(fact: Fact) -> bool | str:
    return fact.state == "yes" if fact.state in {"yes", "no"} else fact.note or "partly"
