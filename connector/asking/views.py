"""One press on a listing's page: somebody who would come asks what nobody has told.

Invariant: no account, no cookie and nothing of whoever presses; only what the page cannot answer can be asked. The
group hears of it with all else that waits, on its own day, and never by a press.
"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from cms.first_time import unknown
from cms.models import Asset
from cms.visibility import PUBLIC
from connector.asking.actions.raise_question import raise_question
from connector.core.open_forms import too_often


@csrf_exempt  # The page sets no cookie, and a press carries nobody's powers: one from elsewhere could do no more.
@require_POST
def ask_them(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """POST `ask`: a subject of `cms.first_time`. What is known by now, or is no question, changes nothing."""
    asset = get_object_or_404(Asset.objects.visible_to(PUBLIC), uuid=uuid)
    subject = request.POST.get("ask", "")
    if subject in unknown(asset):
        if too_often(request, "ask_them", listing=str(uuid), from_one_place=20, for_one_listing=60):
            return render(request, "429.html", status=429)
        raise_question(asset_id=asset.pk, subject=subject, on=timezone.localdate())
    return redirect(f"{asset.get_absolute_url()}#first")
