"""Calendars, as files and to be followed: of a listing, an organisation, a place, interests, a ward.

Invariant: the same for everybody. What is not there to see (any more) is an empty calendar and no error: programs keep
the dates of a calendar that fails, for months, and somebody would stand before a closed door. It says nothing of what
it was of, and is the same for an address that never was one.
"""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from cms.calendars.reading import Held
from cms.calendars.subjects import Subject, of_interests, of_listing, of_organisation, of_place, of_ward
from cms.calendars.writing import Told, written
from cms.forwarding import leads_to
from cms.visibility import PUBLIC

KEPT_FOR = 15 * 60
NOTHING = Subject(Told("Not listed any more", "There is nothing here now. You can stop following it."), Held())


@require_safe
def listing(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """One that turned out to be the same as another leads there."""
    found = of_listing(uuid, timezone.localdate())
    if found is None and (other := leads_to(uuid, PUBLIC)) is not None:
        return HttpResponsePermanentRedirect(reverse("listing_calendar", args=[other.uuid]))
    return _answer(request, found or NOTHING)


@require_safe
def organisation(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    return _answer(request, of_organisation(uuid, timezone.localdate()) or NOTHING)


@require_safe
def place(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    return _answer(request, of_place(uuid, timezone.localdate()) or NOTHING)


@require_safe
def ward(request: HttpRequest, code: str) -> HttpResponseBase:
    return _found(request, of_ward, code)


@require_safe
def interests(request: HttpRequest, codes: str) -> HttpResponseBase:
    """`codes`: with dots between them."""
    return _found(request, of_interests, codes)


def _found(request: HttpRequest, of: Callable[..., Subject | None], code: str) -> HttpResponseBase:
    """Of what has a code, which never changes and is never used again: another is no address."""
    found = of(code, timezone.localdate())
    if found is None:
        raise Http404
    return _answer(request, found)


def _answer(request: HttpRequest, found: Subject) -> HttpResponseBase:
    body = written(found.told, found.held.entries)
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    name = slugify(found.told.name)[:60] or "calendar"
    answer["Content-Disposition"] = f'inline; filename="{name}.ics"'
    answer["X-Robots-Tag"] = "noindex"
    patch_cache_control(answer, public=True, max_age=KEPT_FOR)
    etag = quote_etag(sha256(body).hexdigest()[:32])
    changed = int(_changed(found.held).timestamp())
    answer["ETag"], answer["Last-Modified"] = etag, http_date(changed)
    return get_conditional_response(request, etag=etag, last_modified=changed, response=answer) or answer


def _changed(found: Held) -> datetime:
    """The last change of any of them, and never before today began: what goes away, and terms that are entered, leave
    no other date."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return max([today, *(entry.changed for entry in found.entries)])
