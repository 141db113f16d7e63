"""The page on which anybody says what is wrong with a listing."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cms.models import Asset
from cms.visibility import PUBLIC
from connector.core.open_forms import too_often
from connector.corrections.actions.suggest import suggest_correction
from connector.corrections.forms import CorrectionForm

WAIT = "That was often. Your words are still here: send them in an hour, or ring the council."


@never_cache
@require_http_methods(["GET", "POST"])
def suggest(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The questions; and on to the page that says where it stands."""
    asset = get_object_or_404(Asset.objects.visible_to(PUBLIC), uuid=uuid)
    form = CorrectionForm(request.POST if request.method == "POST" else None)
    status = 200
    if form.is_valid():
        if too_often(request, "correction", listing=str(uuid), from_one_place=5, for_one_listing=20):
            form.add_error(None, WAIT)
            status = 429
        else:
            given = {name: form.cleaned_data[name] for name in ("topic", "words", "contact")}
            _row, page = suggest_correction(asset=asset, **given)
            return redirect(page)
    shown = {"heading": "Something here is wrong", "form": form, "name": asset.name, "url": asset.get_absolute_url()}
    return render(request, "connector/corrections/suggest.html", shown, status=status)
