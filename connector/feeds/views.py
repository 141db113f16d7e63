"""One page: give the calendar, see what was read as real dates, follow it, see what changed, stop.

Invariant: whoever keeps the listing at that moment, and nobody else; looking changes nothing that people see.
"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cms.actions import Locked
from cms.models import Asset
from cms.selfservice.desk import kept_by
from connector.accounts.guards import needs
from connector.core.open_forms import too_many
from connector.core.permissions import Permission
from connector.feeds.actions.calendars import NotOut, follow_calendar, give_calendar, stop_following
from connector.feeds.following import follow
from connector.feeds.forms import CalendarForm
from connector.feeds.looking import look
from connector.feeds.models import Feed
from connector.feeds.showing import shown
from connector.fetching import fetcher

MOST_LOOKS = 20
FOLLOWED = "From now on we follow your calendar. We look once a day."
NOT_OUT = "People do not see your listing yet. You can follow the calendar as soon as they do."
STOPPED = "We do not follow the calendar any more. The times stay as they are; change them here."
NOTHING = "There is nothing to follow. Look at the calendar first."


@never_cache
@require_http_methods(["GET", "POST"])
@needs(Permission.KEEP_OWN)
def my_calendar(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """POST with `do`: "look" (with the form), "follow", "again" or "stop"."""
    asset = get_object_or_404(kept_by(request.user), uuid=uuid)
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do == "follow":
        return _follow(request, asset)
    if do == "stop":
        stop_following(asset=asset)
        messages.info(request, STOPPED)
        return redirect("my_listing", uuid)
    feed = Feed.objects.filter(asset=asset).first()
    form = CalendarForm(request.POST if do == "look" else None, initial=_known(feed))
    if do in ("look", "again") and too_many(request, "calendar", most=MOST_LOOKS, what=f"user {request.user.pk}"):
        messages.warning(request, "You have looked many times. Try again in an hour.")
        return _page(request, asset, feed, form, 429)
    if do == "again" and feed is not None:
        follow(feed, by=fetcher())
        return redirect("my_calendar", uuid)
    if do == "look" and form.is_valid():
        seen = look(form.cleaned_data["url"], _words(form), now=timezone.now(), fetcher=fetcher())
        if seen.trouble:
            form.add_error("url", seen.trouble)
        elif seen.read is not None and not seen.read.dates:
            form.add_error("words" if form.cleaned_data["words"] else "url", _none(form, seen.read.left_out))
        else:
            give_calendar(asset=asset, seen=seen, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
            return redirect("my_calendar", uuid)
    return _page(request, asset, feed, form, 422 if form.errors else 200)


def _follow(request: HttpRequest, asset: Asset) -> HttpResponse:
    try:
        feed = follow_calendar(asset=asset)
        messages.success(request, FOLLOWED) if feed else messages.info(request, NOTHING)
    except NotOut:
        messages.info(request, NOT_OUT)
    except Locked as problem:
        messages.warning(request, str(problem))
    except ValidationError as problem:
        messages.warning(request, " ".join(problem.messages))
    return redirect("my_calendar", asset.uuid)


def _none(form: CalendarForm, left_out: tuple[str, ...]) -> str:
    if form.cleaned_data["words"]:
        return "No event in the coming half year has these words in its title. See how your events are called."
    return " ".join(("The calendar has no dates in the coming half year that we can take.", *left_out))


def _words(form: CalendarForm) -> tuple[str, ...]:
    return Feed(words=form.cleaned_data["words"]).words_list


def _known(feed: Feed | None) -> dict[str, str]:
    return {"url": feed.url, "words": feed.words} if feed else {}


def _page(request: HttpRequest, asset: Asset, feed: Feed | None, form: CalendarForm, status: int) -> HttpResponse:
    context: dict[str, Any] = {
        "heading": "Your own calendar",
        "door": "mine",
        "name": asset.name,
        "uuid": asset.uuid,
        "live": asset.live,
        "form": form,
        "calendar": shown(feed, timezone.now()) if feed else None,
    }
    return render(request, "connector/feeds/calendar.html", context, status=status)
