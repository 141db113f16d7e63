"""The demonstration's editorial pages: a topic for each patch, pages to read, a story, a winter collection, the week
of the library, and ways to begin.

Invariant: written once, where nobody has edited the front page or made a topic; published as an editor would.
"""

import json
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.body import BodyBlock
from cms.models import (
    Area,
    CollectionPage,
    GuidancePage,
    HomePage,
    Interest,
    Place,
    PlaceWeekPage,
    StoriesPage,
    StoryPage,
    TopicPage,
    TopicsPage,
)
from connector.demo.borough import DATA, Record, records
from connector.demo.pictures import Pictures


def seed_pages() -> int:
    """How many pages were made; 0 where somebody was at it before."""
    home = HomePage.objects.first()
    if home is None or home.latest_revision_id or TopicPage.objects.exists():
        return 0
    told = json.loads((DATA / "pages.json").read_text(encoding="utf-8"))
    with transaction.atomic():
        above = TopicsPage.objects.first() or home.add_child(instance=TopicsPage(title="Topics", slug="topics"))
        topics = [_topic(record, above) for record in told["topics"]]
        for record in told["guidance"]:
            _publish(home, GuidancePage(**_written(record), show_in_menus=record["foot"]))
        news = [*_stories(told["stories"], home), *_seasons_and_weeks(told, home)]
        _front_page(home, told, topics, {page.slug: page.pk for page in news})
    return len(topics) + len(told["guidance"]) + len(news)


def _front_page(home: HomePage, told: Record, topics: list[TopicPage], news: dict[str, int]) -> None:
    home.refresh_from_db()
    home.starts = [("start", {"label": label, "search": search}) for label, search in told["home"]["starts"]]
    home.patches = [("topic", topic) for topic in topics]
    home.body = _body([[kind, {"page": news[slug]}] for kind, slug in told["on_home"]])
    home.save_revision().publish()


def _topic(record: Record, above: TopicsPage) -> TopicPage:
    page = TopicPage(
        **_written(record), icon=record["icon"], cloth=record["cloth"], for_instance=record["for_instance"]
    )
    page.interests = list(Interest.objects.filter(code__in=record["interests"]))
    return _publish(above, page)


def _stories(record: Record, home: HomePage) -> list[Any]:
    """The list of stories, and each of them with its picture."""
    above = _publish(home, StoriesPage(**_written(record), show_in_menus=record["foot"]))
    pictures = Pictures()
    return [above] + [
        _publish(above, StoryPage(**_written(each), picture=pictures(each["picture"]))) for each in record["stories"]
    ]


def _seasons_and_weeks(told: Record, home: HomePage) -> list[Any]:
    """Collections for the season that is next to end, and what is on at a place."""
    today = timezone.localdate()
    found: list[Any] = []
    for record in told["collections"]:
        opens, closes = _season(record["opens"], record["closes"], today)
        page = CollectionPage(**_written(record), opens=opens, closes=closes, cloth=record["cloth"])
        found.append(_publish(home, page))
    for record in told["weeks"]:
        if place := _place(record["place"]):
            found.append(_publish(home, PlaceWeekPage(**_written(record), place=place)))
    return found


def _season(opens: str, closes: str, today: date) -> tuple[date, date]:
    """The first and last day ("11-01", "02-28") of the one that is on, or of the next."""
    last = next(day for day in (date.fromisoformat(f"{today.year + n}-{closes}") for n in (0, 1)) if day >= today)
    first = date.fromisoformat(f"{last.year}-{opens}")
    return (first if first <= last else first.replace(year=last.year - 1)), last


def _publish(above: Any, page: Any) -> Any:
    above.refresh_from_db()
    above.add_child(instance=page)
    page.save_revision().publish()
    return page


def _written(record: Record) -> dict[str, Any]:
    """Its words, each block checked as an editor's is."""
    return {"title": record["title"], "slug": record["slug"], "lead": record["lead"], "body": _body(record["body"])}


def _body(told: list[list[Any]]) -> Any:
    blocks = BodyBlock()
    body = [{"type": kind, "value": _listed(value) if kind == "live_list" else value} for kind, value in told]
    return blocks.clean(blocks.to_python(body))


def _listed(value: Record) -> Record:
    """A live list with rows in place of codes: of interests, a ward, a place."""
    interests = [Interest.objects.get(code=code).pk for code in value.get("interests", ())]
    ward = Area.objects.filter(code=value.get("ward", "")).first()
    place = _place(value["place"]) if "place" in value else None
    rows = {"interests": interests, "ward": ward and ward.pk, "place": place and place.pk}
    return {"kind": "", "this_week": False, **value, **rows}


def _place(key: str) -> Place | None:
    """A place of the borough by its key; None where the borough was not put in."""
    name = next(each["name"] for each in records("places") if each["key"] == key)
    return Place.objects.filter(name=name).first()
