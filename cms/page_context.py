"""What the catalogue shows on editorial pages, beside what an editor wrote. Invariant: asks only for what is live."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from cms.calendars.links import links
from cms.calendars.subjects import BETWEEN, MOST_INTERESTS
from cms.live_blocks import day_and_month
from cms.models import CollectionPage, GuidancePage, HomePage, StoriesPage, StoryPage, TopicPage, TopicsPage
from cms.picturing import pictured
from cms.topics import topic
from cms.visibility import Viewer, viewer_of
from cms.way_out import way_out


def on_home(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """Where all topics are."""
    topics = TopicsPage.objects.child_of(page).live().first()
    return {"topics_url": topics.get_url(request) if topics else ""}


def on_topic(page: TopicPage, request: HttpRequest) -> dict[str, Any]:
    """Cards of what is live for its interests, ways to give, and where all of it is."""
    interests = [interest for interest in page.interests.all() if interest.live]
    viewer: Viewer = viewer_of(request)
    found = topic([interest.pk for interest in interests], viewer=viewer, now=timezone.localtime())
    labels = [interest.label for interest in interests]
    narrowed = "&".join(f"interest={interest.code}" for interest in interests)
    codes = BETWEEN.join(interest.code for interest in interests[:MOST_INTERESTS])
    return {
        "topic": found,
        "calendar": links(reverse("interest_calendar", args=[codes])) if found.cards else None,
        "all_url": f"{reverse('search')}?{narrowed}" if narrowed else "",
        "leave": way_out((page.title, *labels)),
        "back_url": page.get_parent().get_url(request) or "/",
        "door": "home",
    }


def on_topics(page: TopicsPage, request: HttpRequest) -> dict[str, Any]:
    """Every topic that is live, as patches."""
    topics = TopicPage.objects.child_of(page).live().order_by("path")
    return {"patches": [each.patch("") for each in topics], "door": "home"}


def on_guidance(page: GuidancePage, request: HttpRequest) -> dict[str, Any]:
    """The pages below it: title, address, lead."""
    below = GuidancePage.objects.child_of(page).live().order_by("path")
    return {"pages": [(each.title, each.get_url(request), each.lead) for each in below], "door": ""}


def on_stories(page: StoriesPage, request: HttpRequest) -> dict[str, Any]:
    """Every story that is live, the newest first: title, address, how it begins, its picture."""
    stories = StoryPage.objects.child_of(page).live().select_related("picture").order_by("-first_published_at", "-pk")
    shown = [(each.title, each.get_url(request), each.lead, pictured(each.picture)) for each in stories]
    return {"stories": shown, "door": "home"}


def on_story(page: StoryPage, request: HttpRequest) -> dict[str, Any]:
    """Its picture, and where the others are."""
    back, leave = page.get_parent().get_url(request) or "/", way_out((page.title, page.lead))
    return {"picture": pictured(page.picture), "back_url": back, "leave": leave, "door": "home"}


def on_collection(page: CollectionPage, request: HttpRequest) -> dict[str, Any]:
    """Whether it is shown: in its season, and to an editor who looks how it will be."""
    open_now = page.in_season(timezone.localdate()) or getattr(request, "is_preview", False)
    season = {"opens": day_and_month(page.opens), "closes": day_and_month(page.closes), "year": page.closes.year}
    return {"open_now": open_now, "coming": timezone.localdate() < page.opens, **season, "door": "home"}


PARTS = {
    "HomePage": on_home,
    "TopicPage": on_topic,
    "TopicsPage": on_topics,
    "GuidancePage": on_guidance,
    "StoriesPage": on_stories,
    "StoryPage": on_story,
    "CollectionPage": on_collection,
}
