"""What the links of a new listing open: carrying on, and agreeing to be shown; and asking a group over the telephone.

Invariant: a GET shows and changes nothing, so that a mail scanner that opens a link does nothing. A press does it.
"""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cms.models import Asset
from connector.council.current import council
from connector.joining.actions.answer_agreement import NothingToAgree, answer_agreement
from connector.joining.agreements import wording
from connector.joining.at_hand import take_in_hand
from connector.joining.doors import listing_of
from connector.joining.models import Agreement, NewListing
from connector.links.models import Link

BY_LINK, TOLD = "by link", "told a connector"


def show_carry_on(request: HttpRequest, link: Link) -> HttpResponse:
    """What the press would do."""
    if listing_of(link) is None:
        return _ended(request)
    return render(request, "joining/carry_on.html", {"heading": "Carry on with your listing"})


def carry_on(request: HttpRequest, link: Link) -> HttpResponse:
    """On this device from now on."""
    listing = listing_of(link)
    if listing is None:
        return _ended(request)
    take_in_hand(request, listing)
    return redirect("joining_check", listing.uuid)


def agree(request: HttpRequest, link: Link) -> HttpResponse:
    """Whoever somebody else named reads what is said of the group. Shows, and takes their answer."""
    listing = listing_of(link)
    return _ended(request) if listing is None else _agreement(request, listing, BY_LINK)


@never_cache
@require_http_methods(["GET", "POST"])
def agreed_by_telephone(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """For connectors: what to read out to the group, and what they said."""
    listing = get_object_or_404(NewListing, asset__uuid=uuid, mine=False)
    return _agreement(request, listing, TOLD)


def _agreement(request: HttpRequest, listing: NewListing, how: str) -> HttpResponse:
    if listing.asset is None or listing.mine:
        return _ended(request)
    directory = council(request).directory
    answers = list(Agreement.Answer.values)
    given = request.POST.get("answer", "")
    if request.method == "POST" and given in answers:
        by = request.user if how == TOLD else None
        try:
            answer_agreement(listing=listing, answer=given, directory=directory, how=how, by=by, now=timezone.now())
        except NothingToAgree:
            return _ended(request)
        return render(request, "joining/agreed.html", {"heading": "Thank you", "answer": given})
    draft: Asset = listing.asset.get_latest_revision_as_object()
    shown: dict[str, Any] = {
        "heading": "May we show this?",
        "asset": draft,
        "contacts": list(draft.contacts.all()) if how == BY_LINK else [],
        "answers": [(each, wording(each, directory)) for each in answers],
        "by_telephone": how == TOLD,
    }
    return render(request, "joining/agree.html", shown)


def _ended(request: HttpRequest) -> HttpResponse:
    return render(request, "joining/ended.html", {"heading": "This link does not open anything"}, status=404)
