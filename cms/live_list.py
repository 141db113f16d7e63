"""What fills a live list on an editor's page, and what is on at a place this week.

Invariant: only through `visible_to` of whoever looks, and only what may be told by place; a few queries for a list,
however large the catalogue is.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any, Final
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from cms.agenda import Day, OnDate
from cms.live_blocks import LIVE_LIST
from cms.models import Asset, AssetPlace, Kind, Place, PlaceWeekPage, ScheduledSession
from cms.occurring import occurring, stands_open
from cms.place_page import on_at, place_shown
from cms.presenting import cards
from cms.querysets import AssetQuerySet
from cms.schedule.say import say_day, say_relative, say_span
from cms.topics import about, best_of
from cms.visibility import Viewer, viewer_of
from cms.whats_on.asked import asked
from cms.whats_on.narrowing import narrowed

DAYS: Final = timedelta(days=6)
OF_A_PLACE: Final = 40
# How many dates are read to find, among what stands open, those that people meet for.
LOOKED_AT: Final = 200


def live_list(value: Mapping[str, Any], request: HttpRequest) -> dict[str, Any]:
    """The cards, or the days where this week is asked for, and the address of all of it."""
    viewer, now = viewer_of(request), timezone.localtime()
    found = _asked_for(value, viewer)
    if value["this_week"]:
        return {"days": week(found, viewer, now, value["most"], value["place"]), "all_url": _week_url(value)}
    shown = cards(best_of(found, now)[: value["most"]], viewer=viewer, now=now)
    return {"cards": shown, "all_url": _search_url(value)}


def on_place_week(page: PlaceWeekPage, request: HttpRequest) -> dict[str, Any]:
    """What is on at its place; the place itself, where it has a page."""
    viewer, now = viewer_of(request), timezone.localtime()
    place = page.place if page.place is not None and page.place.live else None
    shown = place_shown(place, viewer=viewer, now=now) if place else None
    if place is None or shown is None:
        return {"place": None, "days": (), "door": "home"}
    days = week(on_at(place, viewer), viewer, now, OF_A_PLACE, place)
    return {"place": shown, "place_url": place.get_absolute_url(), "days": days, "door": "home"}


def week(assets: AssetQuerySet, viewer: Viewer, now: datetime, most: int, place: Place | None = None) -> list[Day]:
    """The first `most` dates of seven days that are not over, at this place where one is given. What stands open for
    hours is told only where nobody meets at all."""
    rows = _left(occurring(assets, now.date(), now.date() + DAYS), now)
    if place is not None:
        rows = rows.filter(_held_at(place))
    read = list(rows[:LOOKED_AT])
    meant = ([row for row in read if not stands_open(row)] or read)[:most]
    days = groupby(meant, key=lambda row: row.day)
    return [
        Day(say_day(day, now.date()), say_relative(day, now.date()), tuple(_date(row) for row in on_day))
        for day, on_day in days
    ]


def _date(row: ScheduledSession) -> OnDate:
    begins = say_span(timezone.localtime(row.starts_at).time())
    return OnDate(begins, row.asset.name, row.asset.get_absolute_url(), row.cancelled, row.why)


def _left(rows: QuerySet[ScheduledSession], now: datetime) -> QuerySet[ScheduledSession]:
    return rows.filter(Q(ends_at__gt=now) | Q(ends_at=None, starts_at__gte=now))


def _held_at(place: Place) -> Any:
    """Said to be here, or not said to be anywhere where this is the listing's only place."""
    elsewhere = Exists(AssetPlace.objects.filter(asset=OuterRef("asset_id")).exclude(place=place))
    return Q(session__place=place) | (Q(session__place=None) & ~elsewhere)


def _asked_for(value: Mapping[str, Any], viewer: Viewer) -> AssetQuerySet:
    """The listings that an editor asked for, of those that this viewer may see."""
    place, ward = value["place"], value["ward"]
    found = on_at(place, viewer) if place is not None else Asset.objects.visible_to(viewer)
    if ward is not None:
        found = narrowed(found, _in(ward.code))
    chosen = [each.pk for each in value["interests"] if each is not None and each.live]
    if chosen:
        found = found.filter(about(chosen))
    return found.filter(kind=value["kind"]) if value["kind"] else found.exclude(kind=Kind.VOLUNTEER_ROLE)


def _in(ward: str) -> Any:
    today = timezone.localdate()
    return asked({"ward": ward}, [], today=today, window=(today, today), wards={ward}, topics=set())


def _search_url(value: Mapping[str, Any]) -> str:
    """The same in search; a place's own page, which has all of it."""
    if value["place"] is not None:
        return str(value["place"].get_absolute_url())
    pairs = [("interest", each.code) for each in value["interests"] if each is not None]
    pairs += [("area", value["ward"].code)] if value["ward"] is not None else []
    pairs += [("kind", value["kind"])] if value["kind"] else []
    return f"{reverse('search')}?{urlencode(pairs)}" if pairs else reverse("search")


def _week_url(value: Mapping[str, Any]) -> str:
    if value["place"] is not None:
        return str(value["place"].get_absolute_url())
    interests = [each.code for each in value["interests"] if each is not None]
    pairs = [("when", "week")]
    pairs += [("ward", value["ward"].code)] if value["ward"] is not None else []
    pairs += [("topic", interests[0])] if len(interests) == 1 else []
    return f"{reverse('whats_on')}?{urlencode(pairs)}"


PARTS: Final[dict[str, Any]] = {LIVE_LIST: live_list, "PlaceWeekPage": on_place_week}
