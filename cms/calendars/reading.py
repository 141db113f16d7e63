"""From listings to the entries of a calendar: those with times that still run, where each is, and what it is.

Invariant: only what the public may see, through `visible_to`; a listing whose place is secret says no place, and is in
no calendar of a place or a ward. A constant number of queries, and at most `MOST` listings.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import uuid5

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch
from django.utils import timezone

from cms.calendars.series import series
from cms.calendars.writing import Entry
from cms.models import Asset, AssetPlace, Place, Session
from cms.querysets import ALIVE_ON, FRESHEST, AssetQuerySet
from cms.schedule.occurrences import TERMS_NOT_KNOWN
from cms.schedule.say import say_rhythm
from cms.sessions import exceptions_of, rhythm_of, terms_of
from cms.visibility import PUBLIC
from cms.whereabouts import place_words, spot_of

MOST: Final = 200
"""So many listings one calendar holds: those with the latest sign of life."""
Here = Callable[[Asset, Session, tuple[Place, ...]], bool]


@dataclass(frozen=True, slots=True)
class Held:
    """`listings`: how many the entries are of; `total`: how many there are."""

    entries: tuple[Entry, ...] = ()
    listings: int = 0
    total: int = 0


def public() -> AssetQuerySet:
    """All that the public may see."""
    return Asset.objects.visible_to(PUBLIC)


def held(assets: AssetQuerySet, *, today: date, here: Here | None = None) -> Held:
    """The sessions of these listings. `here`: which of them count, by listing, session and the listing's places."""
    timed = assets.filter(Exists(Session.objects.filter(asset=OuterRef("pk")))).exclude(room=Asset.Room.PAUSED)
    rows = _read(timed.annotate(alive_on=ALIVE_ON).order_by(FRESHEST, "pk"))[:MOST]
    entries = [entry for asset in rows for entry in _entries(asset, today, here)]
    return Held(tuple(entries), len(rows), len(rows) if len(rows) < MOST else timed.count())


def _read(assets: AssetQuerySet) -> AssetQuerySet:
    return assets.prefetch_related(
        Prefetch("asset_places", AssetPlace.objects.select_related("place__ward").order_by("pk")),
        Prefetch("sessions", Session.objects.select_related("authority", "place__ward").order_by("pk")),
        "sessions__authority__terms",
        "asset_areas__area",
    )


def _entries(asset: Asset, today: date, here: Here | None) -> Iterator[Entry]:
    own = tuple(row.place for row in asset.asset_places.all() if row.place.live)
    for session in asset.sessions.all():
        if here is None or here(asset, session, own):
            yield from _of(asset, session, _place(asset, session, own), today)


def _of(asset: Asset, session: Session, place: Place | None, today: date) -> Iterator[Entry]:
    rhythm = rhythm_of(session)
    if rhythm is None:
        return
    exceptions, terms = exceptions_of(session), terms_of(session)
    caution = TERMS_NOT_KNOWN if exceptions.term_time and terms is None else ""
    words = (asset.summary, f"{say_rhythm(rhythm, exceptions)}.", caution)
    told = series(rhythm, exceptions, today=today, terms=terms, nation=settings.CONNECTOR_NATION)
    for place_in_list, each in enumerate(told):
        yield Entry(
            uid=str(uuid5(asset.uuid, f"session {session.pk}{' early' if place_in_list else ''}")),
            name=asset.name,
            series=each,
            changed=_changed(asset, place),
            url=f"{settings.CONNECTOR_BASE_URL}{asset.get_absolute_url()}",
            words="\n".join(filter(None, words)),
            where=_where(asset, place),
            point=_point(place),
        )


def _place(asset: Asset, session: Session, own: tuple[Place, ...]) -> Place | None:
    """Where it is: as the session says, else the only place of its listing; None where nobody may know."""
    if asset.secret or asset.reach != Asset.Reach.PLACES:
        return None
    if session.place is not None:
        return session.place if session.place.live else None
    return own[0] if len(own) == 1 else None


def _where(asset: Asset, place: Place | None) -> str:
    """The place with its street, as one gives an address; online, comes to you; nothing where it is not known."""
    if place is None:
        return "" if asset.secret or asset.reach == Asset.Reach.PLACES else place_words(asset, None)
    rough = place.precision == Place.Precision.SECTOR
    near = f"somewhere near {place.postcode}" if place.postcode else ""
    parts = (place.name, near) if rough else (place.name, place.address, place.postcode)
    said = ", ".join(filter(None, parts))
    return said[:1].upper() + said[1:]


def _point(place: Place | None) -> tuple[float, float] | None:
    """Latitude and longitude of the door or the postcode; nothing where only the neighbourhood is known."""
    spot = spot_of(place)
    if spot is None or spot.sector:
        return None
    lat, lon = spot.at.split(",")
    return float(lat), float(lon)


def _changed(asset: Asset, place: Place | None) -> datetime:
    """When anybody last published the listing, or the place where it is."""
    moments: Iterable[datetime | None] = (asset.last_published_at, place.last_published_at if place else None)
    return max(filter(None, moments), default=asset.created_at or timezone.now())
