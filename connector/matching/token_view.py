"""The page of a worker's account on which a token for programs is made and taken back.

Invariant: a token stands on the page that answers its making, and nowhere else, ever. Whoever makes one has shown who
they are just before.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from connector.accounts.guards import needs
from connector.accounts.proving import prove_first, proved_lately
from connector.core.permissions import Permission
from connector.matching.actions.make_token import make_token
from connector.matching.actions.revoke_token import revoke_token
from connector.matching.models import MatchToken


@needs(Permission.MATCH)
@never_cache
@require_http_methods(["GET", "POST"])
def match_token(request: HttpRequest) -> HttpResponse:
    """POST `press` "make" or "revoke"."""
    made = ""
    press = request.POST.get("press", "")
    if press == "revoke":
        revoke_token(by=request.user)  # type: ignore[arg-type]  # `needs` let nobody else in
        return redirect("match_token")
    if press == "make":
        if not proved_lately(request):
            return prove_first(request)
        made = make_token(by=request.user, now=timezone.now())  # type: ignore[arg-type]
    kept = MatchToken.objects.filter(user=request.user.pk).first()
    ended = kept is not None and kept.expires_at <= timezone.now()
    return render(request, "connector/matching/token.html", {"made": made, "kept": kept, "ended": ended})
