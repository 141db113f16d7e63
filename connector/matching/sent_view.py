"""A worker has opened a message with a listing in it: counted for its group, and nothing else is known of it.

Invariant: whom it is for, and whether it was sent, stays on the worker's phone; what is counted is `connector.reach`'s.
"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from connector.accounts.guards import needs
from connector.core.permissions import Permission
from connector.matching.shortlist import is_id
from connector.reach.deciding import Act
from connector.reach.noting import note


@needs(Permission.MATCH)
@require_POST
def sent(request: HttpRequest) -> HttpResponse:
    """`listing`: its uuid. Whatever comes, the answer is the same and empty: nobody waits for it."""
    uuid = request.POST.get("listing", "")
    if is_id(uuid):
        note(request, Act.SENT, [str(UUID(uuid))])
    return HttpResponse(status=204)
