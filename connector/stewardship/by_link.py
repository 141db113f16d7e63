"""For a short while, somebody who came by a link may change the one listing that they said has changed.

Invariant: the session holds which link and until when, nothing else; each request asks again whether the link stands
and whether whoever it went to keeps the listing. Nobody changes anything who lost the right a second ago.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils import timezone

from cms.models import Asset
from cms.selfservice.by_link import ByLink
from connector.links.deciding import Standing
from connector.links.models import Link
from connector.links.standing import stands
from connector.notifications.recipients import user_of
from connector.stewardship.message import PURPOSE
from connector.stewardship.people import keeps

SESSION: Final = "listing_by_link"
LASTS: Final = timedelta(hours=1)
View = Callable[..., HttpResponse]


def open_for(request: HttpRequest, link: Link, asset: Asset) -> None:
    """From now on this browser may change this listing, for an hour."""
    until = timezone.now() + LASTS
    request.session[SESSION] = {"link": link.pk, "asset": asset.pk, "until": until.isoformat()}


def sent_to(request: HttpRequest) -> str:
    """The reference of whoever the link went to that this browser came by; empty where it opens nothing now."""
    if found(request).asset is None:
        return ""
    return Link.objects.get(pk=request.session[SESSION]["link"]).recipient


def found(request: HttpRequest) -> ByLink:
    """What the session opens now. No query where it opens nothing."""
    kept = request.session.get(SESSION)
    if not kept or datetime.fromisoformat(kept["until"]) <= timezone.now():
        return ByLink()
    link, asset = Link.objects.filter(pk=kept["link"]).first(), Asset.objects.filter(pk=kept["asset"]).first()
    if link is None or asset is None or not keeps(link.recipient, asset):
        return ByLink()
    if stands(link, purpose=PURPOSE, now=timezone.now()) is not Standing.VALID:
        return ByLink()
    return ByLink(asset.pk, asset.uuid, user_of(link.recipient))


def opened_by_link(guarded: Iterable[URLPattern], bare: Iterable[URLPattern]) -> list[URLPattern]:
    """Addresses behind a guard, which open for the one listing of a link too. `bare`: the same without the guard."""
    pairs = zip(guarded, bare, strict=True)
    return [
        URLPattern(each.pattern, _or_by_link(each.callback, open_one.callback), each.default_args, each.name)
        for each, open_one in pairs
    ]


def _or_by_link(guarded: View, open_view: View) -> View:

    @wraps(guarded)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        uuid = kwargs.get("uuid")
        if uuid is None:
            return guarded(request, *args, **kwargs)
        request.by_link = found(request)  # type: ignore[attr-defined]  # what `cms.selfservice.by_link` reads
        return (open_view if request.by_link.uuid == uuid else guarded)(request, *args, **kwargs)  # type: ignore[attr-defined]

    return inner
