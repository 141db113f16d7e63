"""What is on in seven days, of some listings, for a sheet of paper: real dates, where, and what it costs.

Invariant: what everybody may see; nobody is named. A fixed number of queries, and at most `MOST` listings.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils import timezone

from cms.calendars.reading import Here
from cms.models import Asset, Place, Session
from cms.presenting import cost_of, presentable
from cms.querysets import ALIVE_ON, FRESHEST, AssetQuerySet
from cms.schedule.occurrences import Occurrence
from cms.schedule.say import say_span
from cms.sessions import next_occurrences
from cms.whereabouts import place_words
from connector.posters.fitting import OnSheet

DAYS: Final = 7
MOST: Final = 300
_ALL: Final = 1_000


def week(assets: AssetQuerySet, first: date, *, here: Here) -> list[OnSheet]:
    """All dates from `first` on. `here`: which sessions count."""
    timed = assets.filter(Exists(Session.objects.filter(asset=OuterRef("pk")))).exclude(room=Asset.Room.PAUSED)
    found = presentable(timed.annotate(alive_on=ALIVE_ON).order_by(FRESHEST, "pk"))[:MOST]
    return [row for asset in found for row in _rows(asset, first, here)]


def _rows(asset: Asset, first: date, here: Here) -> Iterator[OnSheet]:
    own = tuple(row.place for row in asset.asset_places.all() if row.place.live)
    for session in asset.sessions.all():
        if here(asset, session, own):
            place = session.place or (own[0] if len(own) == 1 else None)
            for each in _dates(session, first):
                yield _row(asset, place, each)


def _dates(session: Session, first: date) -> Iterator[Occurrence]:
    """Those that begin in the week; what is called off is among them."""
    since = datetime.combine(first, time.min, timezone.get_current_timezone())
    last = first + timedelta(days=DAYS - 1)
    found = next_occurrences(
        [session], since, _ALL, nation=settings.CONNECTOR_NATION, horizon_days=DAYS - 1, include_cancelled=True
    )
    return (each for each in found if first <= timezone.localtime(each.start).date() <= last)


def _row(asset: Asset, place: Place | None, each: Occurrence) -> OnSheet:
    start = timezone.localtime(each.start)
    off = each.status == "cancelled"
    words = "" if off else ". ".join(filter(None, (place_words(asset, place), cost_of(asset))))
    return OnSheet(asset.pk, start, say_span(start.time()), asset.name, words, off, each.why)
