"""What the front door shows: what is on today, the eight patches with how much there is, and who would like a hand.

Invariant: real dates only; public listings only, whoever is looking; a constant number of queries.
"""

from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from cms.coming import coming_dates
from cms.models import Asset, Kind
from cms.presenting import presentable
from cms.schedule.names import full_date
from cms.schedule.say import say_span
from cms.visibility import PUBLIC
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from search.interests import vocabulary
from search.types import Order, SearchRequest

CLOTHS = ("woad", "rose", "moss", "straw", "straw", "moss", "woad", "rose")
TODAY, LOOKED_AT = 5, 60
STARTS = (("Somewhere warm with a cup of tea", "somewhere warm with a cup of tea"), ("A good walk", "walking"))


def front_page(now: datetime) -> dict[str, Any]:
    """The context of `search/home.html`."""
    today, count = _today(now)
    return {
        "today_words": f"{full_date(now.date()).rsplit(' ', 1)[0]}, from now",
        "today": today,
        "today_count": count,
        "today_url": f"{reverse('search')}?order=soonest&day={now:%a}".lower(),
        "week_url": f"{reverse('search')}?order=soonest",
        "patches": _patches(),
        "starts": [
            *((label, f"{reverse('search')}?q={words.replace(' ', '+')}") for label, words in STARTS),
            ("I could lend a hand", f"{reverse('search')}?kind=volunteer_role"),
        ],
        "give": _give(),
    }


def _today(now: datetime) -> tuple[list[tuple[str, str, str, str, bool]], int]:
    day_ends = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    try:
        soonest = get_engine().search(
            SearchRequest(order=Order.SOONEST), now=int(now.timestamp() // 60), wanted=LOOKED_AT
        )
    except EngineUnavailable:
        return [], 0
    rows = presentable(Asset.objects.visible_to(PUBLIC).filter(pk__in=soonest.ids[:LOOKED_AT]))
    lines = []
    for asset in rows:
        for each in coming_dates(asset, now, 1):
            if now <= each.start < day_ends:
                lines.append((each.start, _line(asset, each)))
                break
    lines.sort(key=lambda line: line[0])
    return [line for _, line in lines[:TODAY]], len(lines)


def _line(asset: Asset, occurrence: Any) -> tuple[str, str, str, str, bool]:
    off = occurrence.status == "cancelled"
    place = next((row.place.name for row in asset.asset_places.all()), "")
    cost = asset.cost_words or ("Free" if asset.cost == Asset.Cost.FREE else "")
    words = f"Not on today: {occurrence.why}." if off else ". ".join(filter(None, (place, cost)))
    start = timezone.localtime(occurrence.start).time()
    return say_span(start), asset.name, asset.get_absolute_url(), words if words.endswith(".") else f"{words}.", off


def _patches() -> list[tuple[str, str, str, str, str]]:
    words = vocabulary()
    patches = []
    for top, cloth in zip(words.tops[: len(CLOTHS)], CLOTHS, strict=False):
        request = SearchRequest(interests=words.below(top.code))
        try:
            count = get_engine().search(request, now=0, wanted=1).total
        except EngineUnavailable:
            return []
        url = f"{reverse('search')}?interest={top.code}"
        patches.append((top.label, url, top.icon or "sprout", f"{count} near here", cloth))
    return patches


def _give() -> dict[str, str] | None:
    roles = Asset.objects.visible_to(PUBLIC).filter(kind=Kind.VOLUNTEER_ROLE)
    asset = roles.exclude(summary="").order_by("-confirmed_on", "pk").first()
    if asset is None:
        return None
    return {
        "words": asset.summary,
        "url": asset.get_absolute_url(),
        "all_url": f"{reverse('search')}?kind={Kind.VOLUNTEER_ROLE.value}",
        "all_words": f"All {roles.count()} ways to help",
    }
