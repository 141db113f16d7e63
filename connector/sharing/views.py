"""The pictures of links, drawn when they are first asked for.

Invariant: the same for everybody, of what everybody may see. An address whose version is another's is drawn for nobody:
it leads to the one that is right now, so that no number of made-up addresses makes work. One is drawn at a time.
"""

from threading import Lock
from typing import Any, Final

from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from cms.models import Asset, Organisation, Place
from cms.organisation_page import run_by
from cms.place_page import on_at
from cms.presenting import presentable
from cms.visibility import PUBLIC
from connector.sharing.drawing import Cover, drawn
from connector.sharing.showing import MODELS, cover_of, image_path

A_YEAR: Final = 365 * 24 * 60 * 60
A_DAY: Final = 24 * 60 * 60
_PEN: Final = Lock()


@require_safe
def image(request: HttpRequest, kind: str, ref: str, version: str) -> HttpResponseBase:
    """1200 by 630, PNG; kept for a year, since another picture has another address."""
    row = _row(kind, ref)
    if row is None:
        raise Http404
    cover = cover_of(row, request)
    if version != cover.version:
        return redirect(image_path(row, cover))
    answer = HttpResponse(_picture(cover), content_type="image/png")
    patch_cache_control(answer, public=True, max_age=A_YEAR, immutable=True)
    # Made to be shown by others.
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _row(kind: str, ref: str) -> Any:
    """A row of that kind that people see; None for anything else."""
    model = MODELS.get(kind)
    if model is None:
        return None
    rows = presentable(Asset.objects.visible_to(PUBLIC)) if model is Asset else model.objects.filter(live=True)
    try:
        row = rows.filter(**{"uuid" if hasattr(model, "uuid") else "pk": ref}).first()
    except (ValueError, ValidationError):
        return None
    return row if _has_page(row) else None


def _has_page(row: Any) -> bool:
    if isinstance(row, Organisation):
        return run_by(row, PUBLIC).exists()
    return on_at(row, PUBLIC).exists() if isinstance(row, Place) else True


def _picture(cover: Cover) -> bytes:
    kept, key = caches["sharing"], cover.version
    with _PEN:
        found: bytes | None = kept.get(key)
        if found is None:
            found = drawn(cover)
            kept.set(key, found, A_DAY)
    return found
