"""The demonstration's editorial pages: a topic for each patch of the quilt, two pages to read, and ways to begin.

Invariant: written once, where nobody has edited the front page or made a topic; published as an editor would.
"""

import json
from typing import Any

from django.db import transaction

from cms.blocks import BodyBlock
from cms.models import GuidancePage, HomePage, Interest, TopicPage, TopicsPage
from connector.demo.borough import DATA, Record


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
        home.refresh_from_db()
        home.starts = [("start", {"label": label, "search": search}) for label, search in told["home"]["starts"]]
        home.patches = [("topic", topic) for topic in topics]
        home.save_revision().publish()
    return len(topics) + len(told["guidance"])


def _topic(record: Record, above: TopicsPage) -> TopicPage:
    page = TopicPage(
        **_written(record), icon=record["icon"], cloth=record["cloth"], for_instance=record["for_instance"]
    )
    page.interests = list(Interest.objects.filter(code__in=record["interests"]))
    return _publish(above, page)


def _publish(above: Any, page: Any) -> Any:
    above.refresh_from_db()
    above.add_child(instance=page)
    page.save_revision().publish()
    return page


def _written(record: Record) -> dict[str, Any]:
    """Its words, each block checked as an editor's is."""
    blocks = BodyBlock()
    body = blocks.to_python([{"type": kind, "value": value} for kind, value in record["body"]])
    return {"title": record["title"], "slug": record["slug"], "lead": record["lead"], "body": blocks.clean(body)}
