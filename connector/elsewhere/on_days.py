"""What is on day by day in a ward, near somewhere or at a place: plain rows, for a wall and for readers of news.

Invariant: the public's view whoever asks; a listing whose place is secret is in none of it; real dates only, those that
were called off among them. At most `LOOKED_AT` listings are looked through, the nearest or the first entered.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Final

from django.db.models import Exists, ExpressionWrapper, F, FloatField, OuterRef, Q
from django.utils import timezone

from cms.coming import coming_dates
from cms.geo.distance import metres_between
from cms.models import Area, Asset, AssetPlace, Place, Session
from cms.occurring import LONGEST_MEETING
from cms.presenting import presentable
from cms.querysets import AssetQuerySet
from cms.schedule.say import say_span
from cms.visibility import PUBLIC
from cms.whereabouts import place_words, places_of

LOOKED_AT, SHOWN_OF_ONE = 600, 16
NEAR_M: Final = 3_000.0
# A degree of latitude in metres, and of longitude where the United Kingdom is widest: both err on the large side.
_A_DEGREE, _A_DEGREE_ACROSS = 111_000.0, 54_000.0


@dataclass(frozen=True, slots=True)
class OnRow:
    """One date of one listing. `times`: "1.30 to 3.30pm"; `where`: the name of its place; `changed`: when its
    listing last did; `off`: called off, `why`; `stands_open`: for hours, so that nobody meets at its beginning."""

    starts: datetime
    times: str
    uuid: str
    name: str
    url: str
    what: str
    where: str
    changed: datetime
    off: bool = False
    why: str = ""
    stands_open: bool = False


@dataclass(frozen=True, slots=True)
class OnDay:
    day: date
    rows: tuple[OnRow, ...]


def at_places(places: Q) -> AssetQuerySet:
    """Listings with dates that people go to, where one of these places is theirs. `places`: conditions on `Place`."""
    there = Place.objects.filter(places, live=True).values("pk")
    given = AssetPlace.objects.filter(asset=OuterRef("pk"), place__in=there)
    held = Session.objects.filter(asset=OuterRef("pk"), place__in=there)
    timed = Session.objects.filter(asset=OuterRef("pk"))
    known = Asset.objects.visible_to(PUBLIC).whereabouts_told().filter(Exists(timed), reach=Asset.Reach.PLACES)
    return known.filter(Q(Exists(given)) | Q(Exists(held))).order_by("pk")


def in_ward(ward: Area) -> Q:
    return Q(ward=ward)


def near(lat: float, lon: float) -> Q:
    """A square about so far around; `nearest_places` cuts it round."""
    up, across = NEAR_M / _A_DEGREE, NEAR_M / _A_DEGREE_ACROSS
    return Q(lat__range=(lat - up, lat + up), lon__range=(lon - across, lon + across))


def nearest_places(lat: float, lon: float) -> Q:
    """The places within `NEAR_M`, so many of the nearest as are looked at."""
    far = ExpressionWrapper(
        (F("lat") - lat) * (F("lat") - lat) * 4 + (F("lon") - lon) * (F("lon") - lon), output_field=FloatField()
    )
    rows = Place.objects.filter(near(lat, lon), live=True).order_by(far)[:LOOKED_AT]
    return Q(pk__in=[place.pk for place in rows if metres_between((lat, lon), _point(place)) <= NEAR_M])


def on_days(assets: AssetQuerySet, now: datetime, days: int, *, places: Q | None = None) -> tuple[OnDay, ...]:
    """Every date of these that is not over, from now to so many days ahead, day by day, the soonest first. `places`:
    only what is held at those; what is not said to be held anywhere counts where the listing has one of them."""
    last = timezone.localdate(now) + timedelta(days=days)
    among = None if places is None else frozenset(Place.objects.filter(places).values_list("pk", flat=True))
    rows = [row for asset in presentable(assets)[:LOOKED_AT] for row in _rows(asset, among, now, last)]
    rows.sort(key=lambda row: (row.starts, row.name))
    return tuple(OnDay(day, tuple(found)) for day, found in groupby(rows, key=lambda row: row.starts.date()))


def _rows(asset: Asset, among: frozenset[int] | None, now: datetime, last: date) -> Iterable[OnRow]:
    told = {place.pk: place for place in places_of(asset)}
    own = next((place for place in told.values() if among is None or place.pk in among), None)
    for session in asset.sessions.all():
        held = told.get(session.place_id) if session.place_id else own
        if among is not None and (held is None or held.pk not in among):
            continue
        for each in coming_dates(asset, now, SHOWN_OF_ONE, sessions=[session]):
            starts = timezone.localtime(each.start)
            if starts.date() > last:
                break
            ends = timezone.localtime(each.end).time() if each.end else None
            yield OnRow(
                starts=starts,
                times=say_span(starts.time(), ends),
                uuid=str(asset.uuid),
                name=asset.name,
                url=asset.get_absolute_url(),
                what=asset.summary,
                where=place_words(asset, held) if held is None else _name(held),
                changed=asset.last_published_at or asset.created_at,
                off=each.status == "cancelled",
                why=each.why,
                stands_open=each.end is not None and each.end - each.start > LONGEST_MEETING,
            )


def _name(place: Place) -> str:
    """A place that may be somebody's home is said no finer than its part of a postcode."""
    if place.name:
        return place.name
    rough = place.precision == Place.Precision.SECTOR
    return f"Near {place.postcode}" if rough or not place.address else place.address


def _point(place: Place) -> tuple[float, float]:
    return (place.lat or 0.0, place.lon or 0.0)
