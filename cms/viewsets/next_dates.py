"""The address that the session form asks while somebody fills it in. Nothing is saved.

Invariant: POST only, and only for people who may change assets.
"""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from cms.panels.preview import preview_form
from cms.panels.session_form import LooseSessionForm


@require_POST
def next_dates(request: HttpRequest) -> JsonResponse:
    """The fields of one session, without a prefix. Answers with a `cms.panels.preview.Preview` as JSON."""
    if not (request.user.has_perm("cms.change_asset") or request.user.has_perm("cms.add_asset")):
        raise PermissionDenied
    preview = preview_form(LooseSessionForm(request.POST), now=timezone.now(), nation=settings.CONNECTOR_NATION)
    return JsonResponse(preview.as_json())
