"""The page on which somebody asks to be told each week.

Invariant: it says the same whether an address is known or not, and nothing is sent each week before a link in a
message is pressed.
"""

from typing import Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from connector.core.open_forms import too_many
from connector.following.actions.follow import follow
from connector.following.followed import in_words
from connector.following.forms import WeeklyForm
from search.addresses import Address
from search.filters import SearchFilters

WAIT: Final = "That was often. Everything is still here: send it in an hour."
FROM_ONE_PLACE, TO_ONE_PERSON = 5, 3
"""So many an hour."""
_TYPED: Final = frozenset({"q", "near", "offset", "limit", "order"})


@never_cache
@require_http_methods(["GET", "POST"])
def weekly(request: HttpRequest) -> HttpResponse:
    """The questions, filled in with the search that somebody comes from; and what happens next."""
    given = request.POST if request.method == "POST" else request.GET
    if request.method != "POST":
        return _ask(request, WeeklyForm(initial={name: given.get(name, "") for name in ("q", "near")}), given)
    form = WeeklyForm(request.POST)
    if not form.is_valid():
        return _ask(request, form, given)
    email = form.cleaned_data["email"]
    often = (
        too_many(request, "weekly", most=FROM_ONE_PLACE),
        too_many(request, "weekly-to", most=TO_ONE_PERSON, what=email),
    )
    if any(often):
        form.add_error(None, WAIT)
        return _ask(request, form, given, status=429)
    follow(email=email, query=form.query, now=timezone.now())
    shown = {"heading": "Look in your e-mail", "followed": in_words(form.query)}
    return render(request, "connector/following/sent.html", shown)


def _ask(request: HttpRequest, form: WeeklyForm, given: QueryDict, status: int = 200) -> HttpResponse:
    address = Address.of(given, SearchFilters.of(given))
    kept = [(name, value) for name, values in address.fields.items() if name not in _TYPED for value in values]
    shown = {"heading": "What is on, each week", "form": form, "kept": kept}
    return render(request, "connector/following/ask.html", shown, status=status)
