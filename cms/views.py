"""The public pages of one listing, one organisation, one place. What a viewer may not see is not found."""

from typing import Any
from uuid import UUID

from django.core.paginator import Page
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from cms.calendars.links import links
from cms.forwarding import leads_to
from cms.listing_page import in_a_letter, listed
from cms.listing_page import listing as listing_of
from cms.models import Asset, Organisation, Place
from cms.organisation_page import organisation_shown
from cms.page_parts import parts_of
from cms.place_page import place_shown
from cms.surprise import surprise
from cms.told_to_machines import told_to_machines
from cms.visibility import Viewer, for_workers, viewer_of
from cms.way_out import way_out


def listing(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One listing, by its uuid; not found where this viewer may not see it. `request.viewer` is set by the project.

    One that turned out to be the same as another leads there.
    """
    viewer = viewer_of(request)
    asset = listed(Asset.objects.visible_to(viewer)).filter(uuid=uuid).first()
    if asset is None:
        other = leads_to(uuid, viewer)
        if other is None:
            raise Http404
        return HttpResponsePermanentRedirect(other.get_absolute_url())
    return listing_page(request, asset, viewer)


def organisation(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What an organisation runs, by its uuid."""
    row = get_object_or_404(Organisation, uuid=uuid, live=True)
    return _found(organisation_page(request, row, viewer_of(request)))


def place(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What runs at a place, by its uuid."""
    row = get_object_or_404(Place.objects.select_related("ward"), uuid=uuid, live=True)
    return _found(place_page(request, row, viewer_of(request)))


def listing_page(request: HttpRequest, asset: Asset, viewer: Viewer) -> HttpResponse:
    """The page of an asset, saved or still being written."""
    now = timezone.now()
    shown = listing_of(asset, viewer=viewer, now=now)
    described = "" if for_workers(asset) else reverse("api_structured", args=[asset.uuid])
    url = request.build_absolute_uri(asset.get_absolute_url())
    sent, mailed = (f"{asset.name}: {url}", in_a_letter(shown, url)) if described else ("", "")
    calendar = links(reverse("listing_calendar", args=[asset.uuid])) if described and shown.card.dates else None
    context = {"listing": shown, "card": shown.card, "door": "search", "described": described, "sent": sent}
    told = told_to_machines(asset, shown, now=now) if described else None
    leave = way_out((asset.name, asset.summary, asset.description), hidden=asset.secret)
    context |= {"told_to_machines": told, "calendar": calendar, "mailed": mailed, "leave": leave}
    return render(request, "cms/listing.html", context | parts_of(asset, request))


@never_cache
def surprise_me(request: HttpRequest) -> HttpResponse:
    """To something that anybody could go to soon; to everything, where there is none."""
    asset = surprise(timezone.now())
    return redirect(asset.get_absolute_url() if asset else reverse("search"))


def organisation_page(request: HttpRequest, row: Organisation, viewer: Viewer) -> HttpResponse | None:
    """The page of an organisation that is saved; None where nothing of it is to be seen."""
    shown = organisation_shown(row, viewer=viewer, now=timezone.now(), number=request.GET.get("page", "1"))
    if shown is None:
        return None
    calendar = links(reverse("organisation_calendar", args=[row.uuid])) if shown.days else None
    context = {"organisation": shown, "door": "search", "calendar": calendar, **_pager(shown.page)}
    return render(request, "cms/organisation.html", context | parts_of(row, request))


def place_page(request: HttpRequest, row: Place, viewer: Viewer) -> HttpResponse | None:
    """The page of a place that is saved; None where nothing there is to be seen."""
    shown = place_shown(row, viewer=viewer, now=timezone.now(), number=request.GET.get("page", "1"))
    if shown is None:
        return None
    calendar = links(reverse("place_calendar", args=[row.uuid])) if shown.days else None
    context = {"place": shown, "door": "search", "calendar": calendar, **_pager(shown.page)}
    return render(request, "cms/place.html", context | parts_of(row, request))


def _found(page: HttpResponse | None) -> HttpResponse:
    if page is None:
        raise Http404
    return page


def _pager(page: Page) -> dict[str, Any]:
    """What the pagination component shows, and the page itself."""
    several = page.has_other_pages()
    return {
        "page": page,
        "next_url": f"?page={page.next_page_number()}" if page.has_next() else "",
        "previous_url": f"?page={page.previous_page_number()}" if page.has_previous() else "",
        "where": f"Page {page.number} of {page.paginator.num_pages}" if several else "",
    }
