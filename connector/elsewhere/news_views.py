"""Two addresses for readers of news, as Atom (RFC 4287): what is new, what is on.

Invariant: the same for everybody, may be kept for an hour, sets no cookie; every address in it is ours, and holds
nothing of who follows.
"""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import urlencode
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from connector.council.current import council
from connector.elsewhere import news
from connector.elsewhere.news import Entry, Followed, NothingToFollow

AN_HOUR = 60 * 60
# What no XML may hold, however it got into a name.
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def new(request: HttpRequest) -> HttpResponse:
    """Listings that came last."""
    return _feed(request, "news_new", "New", news.new)


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def on(request: HttpRequest) -> HttpResponse:
    """What is on in the next two weeks."""
    return _feed(request, "news_on", "What’s on", lambda of: news.on(of, timezone.localtime()))


def _feed(request: HttpRequest, name: str, title: str, entries: Callable[[Followed], list[Entry]]) -> HttpResponse:
    asked = request.GET
    try:
        of = news.followed(asked.getlist("interest")[:10], asked.get("ward", ""), asked.get("place", ""))
    except NothingToFollow:
        raise Http404 from None
    base, directory = settings.CONNECTOR_BASE_URL, council(request).directory
    own = f"{base}{reverse(name)}{'?' if of.own else ''}{urlencode(of.own)}"
    whole = _text(" ".join(filter(None, (title, of.words))))
    feed = Atom1Feed(
        title=f"{whole} – {_text(directory)}",
        link=f"{base}/",
        description="",
        language="en-GB",
        author_name=_text(directory),
        feed_url=own,
        feed_guid=own,
    )
    for each in entries(of):
        page = f"{base}{each.path}"
        feed.add_item(
            title=_text(each.title),
            link=page,
            description=_text(each.words),
            unique_id=f"{page}#{each.ref}" if each.ref else page,
            pubdate=each.at,
            updateddate=each.at,
        )
    answer = HttpResponse(feed.writeString("utf-8"), content_type=Atom1Feed.content_type)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _text(words: str) -> str:
    return _NOT_TEXT.sub("", words)
