"""Asking to look after a listing: the question, and the answer that is the same for all.

Invariant: no page tells which addresses a listing has, nor whether it has any.
"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from cms.models import Asset
from cms.visibility import PUBLIC
from connector.claiming.actions.claim import ask_to_keep
from connector.claiming.forms import ClaimForm
from connector.core.open_forms import too_often

WAIT = "That was often. Try again in an hour, or ring the council."


@never_cache
@require_http_methods(["GET", "POST"])
def claim(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The question."""
    asset = get_object_or_404(Asset.objects.visible_to(PUBLIC), uuid=uuid)
    form = ClaimForm(request.POST if request.method == "POST" else None)
    status = 200
    if form.is_valid():
        if too_often(request, "claim", listing=str(uuid), from_one_place=5, for_one_listing=10):
            form.add_error(None, WAIT)
            status = 429
        else:
            given = {name: form.cleaned_data[name] for name in ("name", "email", "words")}
            ask_to_keep(asset=asset, **given)
            return redirect("claim_sent", uuid)
    shown = {"heading": "Look after this page", "form": form, "name": asset.name, "url": asset.get_absolute_url()}
    return render(request, "connector/claiming/claim.html", shown, status=status)


@never_cache
@require_GET
def claim_sent(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What happens next, the same for everybody."""
    asset = get_object_or_404(Asset.objects.visible_to(PUBLIC), uuid=uuid)
    shown = {"heading": "Thank you", "name": asset.name, "url": asset.get_absolute_url()}
    return render(request, "connector/claiming/sent.html", shown)
