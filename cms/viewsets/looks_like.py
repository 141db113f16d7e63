"""The address that the edit page of an asset asks while somebody fills it in: what is there already that looks like it?

Invariant: POST only, for people who may change assets; nothing is saved.
"""

import re
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_POST

from cms.duplicates.reading import facts
from cms.likeness.facts import Facts, phones_in
from cms.models import Place
from cms.panels.looks_like import warnings_about

_PLACE = re.compile(r"asset_places-\d+-place")
_PHONE = re.compile(r"contacts-\d+-phone")


@require_POST
def looks_like_what(request: HttpRequest) -> HttpResponse:
    """The fields of the form that matter, by their names there. Answers with a piece of HTML, empty for nothing."""
    if not (request.user.has_perm("cms.change_asset") or request.user.has_perm("cms.add_asset")):
        raise PermissionDenied
    found = warnings_about(_asked(request.POST))
    return render(request, "wagtailadmin/cms/looks_like_found.html", {"found": found})


def _asked(fields: QueryDict) -> Facts:
    places = Place.objects.filter(pk__in=_numbers(_values(fields, _PLACE)))
    organisation = _numbers([fields.get("organisation", "")])
    return facts(
        pk=next(iter(_numbers([fields.get("pk", "")])), 0),
        name=fields.get("name", "")[:250],
        kind=fields.get("kind", ""),
        words=f"{fields.get('summary', '')} {fields.get('description', '')}",
        organisation=next(iter(organisation), None),
        url=fields.get("url", ""),
        places=places.values_list("postcode", "lat", "lon", "precision"),
        phones={phone for text in _values(fields, _PHONE) for phone in phones_in(text)},
    )


def _values(fields: QueryDict, named: re.Pattern[str]) -> list[str]:
    return [str(value) for name, value in fields.items() if named.fullmatch(name)]


def _numbers(texts: Iterable[str]) -> list[int]:
    return [int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 12]
