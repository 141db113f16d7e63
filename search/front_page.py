"""What the front page shows beside an editor's words: what is on today, how much is on each patch, who wants a hand.

Invariant: real dates only; public listings only, whoever is looking; a constant number of queries.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from cms.addresses import in_this_language
from cms.coming import coming_dates
from cms.models import Asset, HomePage, Kind, TopicPage
from cms.presenting import cost_of, presentable
from cms.querysets import ALIVE_ON, FRESHEST
from cms.schedule.names import full_date
from cms.schedule.occurrences import Occurrence
from cms.schedule.say import say_span
from cms.visibility import PUBLIC
from cms.whereabouts import places_of
from search.engines import engine_for_searches
from search.engines.base import EngineUnavailable
from search.interests import vocabulary
from search.types import Candidates, Order, SearchRequest

CLOTHS = ("woad", "rose", "moss", "straw", "straw", "moss", "woad", "rose")
TODAY, LOOKED_AT = 5, 60
# A fridge that stands open all day is no hour to go to: longer than this, and it is told after what begins.
LONGEST_MEETING = timedelta(hours=4)
_PEOPLE_MEET = (Kind.GROUP, Kind.ACTIVITY)
NOTHING = "Nothing yet"
# Time, name, address, what it is, where and cost, whether it is called off.
Row = tuple[str, str, str, str, str, bool]
# Label, address, icon, what there is, cloth.
Patch = tuple[str, str, str, str, str]


def on_front_page(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """The context of `search/home.html`, the page's own words excepted."""
    now = timezone.localtime()
    found = _found(now)
    midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    rows = _soonest(found)
    today = _between(rows, now, midnight, TODAY)
    # An evening leaves little of today: what comes next is tomorrow's.
    tomorrow = _between(rows, midnight, midnight + timedelta(days=1), TODAY - len(today))
    return {
        "door": "home",
        "today_words": f"{full_date(now.date()).rsplit(' ', 1)[0]}, from now",
        "today": today,
        "tomorrow": tomorrow,
        "today_url": reverse("whats_on"),
        "week_url": f"{reverse('whats_on')}?when=week",
        "patches": _patches(page, found),
        "starts": [(start.value["label"], _address(start.value["search"])) for start in page.starts],
        "give": _give(page.give_heading),
    }


def _address(search: str) -> str:
    if ":" in search or search.startswith("/"):
        return in_this_language(search)
    return f"{reverse('search')}?{urlencode({'q': search})}"


def _found(now: datetime) -> Candidates | None:
    """All there is, the soonest first, with how much there is of each interest; None where the engine is away."""
    try:
        return engine_for_searches().search(
            SearchRequest(order=Order.SOONEST), now=int(now.timestamp() // 60), wanted=LOOKED_AT
        )
    except EngineUnavailable:
        return None


def _soonest(found: Candidates | None) -> list[Asset]:
    if found is None:
        return []
    return list(presentable(Asset.objects.visible_to(PUBLIC).filter(pk__in=found.ids[:LOOKED_AT])))


def _between(rows: Sequence[Asset], since: datetime, until: datetime, most: int) -> list[Row]:
    """At most so many of what begins between the two, in order, those for which people meet first."""
    dates = [
        (not _meets(asset, each), each.start, asset.name, _line(asset, each))
        for asset in rows
        for each in coming_dates(asset, since, 1)
        if since <= each.start < until
    ]
    first = sorted(dates, key=lambda row: row[:3])[:most]
    return [row[3] for row in sorted(first, key=lambda row: row[1:3])]


def _meets(asset: Asset, occurrence: Occurrence) -> bool:
    """Whether people come together for it at an hour: what the page shows first of a day that has plenty."""
    ends = occurrence.end or occurrence.start
    return asset.kind in _PEOPLE_MEET and ends - occurrence.start < LONGEST_MEETING


def _line(asset: Asset, occurrence: Occurrence) -> Row:
    off = occurrence.status == "cancelled"
    online = "Online" if asset.reach == Asset.Reach.ONLINE else ""
    place = next((place.name for place in places_of(asset)), online)
    words = f"Not on: {occurrence.why}." if off else ". ".join(filter(None, (place, cost_of(asset))))
    start = timezone.localtime(occurrence.start).time()
    words = f"{words.removesuffix('.')}." if words else ""
    return say_span(start), asset.name, asset.get_absolute_url(), asset.summary, words, off


def _patches(page: HomePage, found: Candidates | None) -> list[Patch]:
    """The editor's topics; with none, the widest interests of the vocabulary."""
    chosen = [each.value.pk for each in page.patches if each.value is not None]
    topics = TopicPage.objects.live().prefetch_related("interests").in_bulk(chosen)
    return [_of_topic(topics[pk], found) for pk in chosen if pk in topics] or _of_vocabulary(found)


def _of_topic(topic: TopicPage, found: Candidates | None) -> Patch:
    words = _count_words([interest.code for interest in topic.interests.all() if interest.live], found)
    return topic.patch(words, empty=words == NOTHING)


def _of_vocabulary(found: Candidates | None) -> list[Patch]:
    return [
        (
            top.label,
            f"{reverse('search')}?interest={top.code}",
            top.icon or "sprout",
            _count_words([top.code], found),
            cloth,
        )
        for top, cloth in zip(vocabulary().tops[: len(CLOTHS)], CLOTHS, strict=False)
    ]


def _count_words(codes: list[str], found: Candidates | None) -> str:
    """How much there is for these interests and narrower ones: "41 to try". Nothing where the engine is away.

    One interest is counted already; several are asked for together, since a listing may have more than one of them.
    """
    if codes and found is None:
        return ""
    alone = found.facets.get("interest", {}) if found and len(codes) == 1 else None
    count = _together(codes) if alone is None else alone.get(codes[0], 0)
    return f"{count} to try" if count else NOTHING


def _together(codes: list[str]) -> int:
    wanted = frozenset().union(*(vocabulary().below(code) for code in codes))
    if not wanted:
        return 0
    try:
        return engine_for_searches().search(SearchRequest(interests=wanted), now=0, wanted=1).total
    except EngineUnavailable:
        return 0


def _give(heading: str) -> dict[str, Any] | None:
    roles = Asset.objects.visible_to(PUBLIC).filter(kind=Kind.VOLUNTEER_ROLE)
    asset = roles.exclude(summary="").annotate(alive_on=ALIVE_ON).order_by(FRESHEST, "pk").first()
    if asset is None:
        return None
    return {
        "heading": heading,
        "words": asset.summary,
        "links": [
            ("Tell me more", asset.get_absolute_url()),
            (f"All {roles.count()} ways to help", f"{reverse('search')}?kind={Kind.VOLUNTEER_ROLE.value}"),
        ],
    }
