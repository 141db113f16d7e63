"""What can be followed from a page: told in its head for readers of news, and in words for people."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from cms.models import HomePage, Place, TopicPage


def on_home(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    return _news("")


def on_topic(page: TopicPage, request: HttpRequest) -> dict[str, Any]:
    codes = [interest.code for interest in page.interests.all() if interest.live]
    return _news(urlencode([("interest", code) for code in sorted(codes)])) if codes else {}


def on_place(place: Place, request: HttpRequest) -> dict[str, Any]:
    """Nothing of a place that may be somebody's home."""
    known = place.name and place.precision != Place.Precision.SECTOR
    return _news(urlencode({"place": str(place.uuid)})) if known else {}


def _news(query: str) -> dict[str, Any]:
    asked = f"?{query}" if query else ""
    return {"news": [("what is new", f"{reverse('news_new')}{asked}"), ("what is on", f"{reverse('news_on')}{asked}")]}
