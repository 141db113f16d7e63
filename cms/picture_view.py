"""Pictures as pages show them, from the storage.

Invariant: only renditions are given out, found by their row and never by a path; what is given out never changes under
its name, is a picture to every browser, and may stay in its cache.
"""

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from cms.models import PictureRendition

KINDS = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp"}
A_YEAR = 365 * 24 * 60 * 60


@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:
    """One rendition, by the name of its file; not found where there is none, or no file of it."""
    row = PictureRendition.objects.filter(file=f"images/{name}").first()
    kind = next((kind for suffix, kind in KINDS.items() if name.lower().endswith(suffix)), None)
    if row is None or kind is None:
        raise Http404
    try:
        file = row.file.open("rb")
    except OSError as gone:
        raise Http404 from gone
    answer = FileResponse(file, content_type=kind)
    answer["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    answer["Content-Security-Policy"] = "default-src 'none'"
    return answer
