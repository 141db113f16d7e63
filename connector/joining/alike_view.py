"""What is there already that may be the same group, while its name is typed: a piece of the page.

Invariant: nothing is kept, and nothing is named that not everybody sees; asked no oftener than the API may be.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from connector.core.throttle import VisitorThrottle
from connector.joining.alike import by_name


@require_POST
def alike(request: HttpRequest) -> HttpResponse:
    """By the name in the form."""
    if not VisitorThrottle().allow_request(request, None):  # type: ignore[arg-type]
        return HttpResponse(status=429)
    return render(request, "joining/_alike.html", {"alike": by_name(request.POST.get("name", "")[:100])})
