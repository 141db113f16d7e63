"""Drafts as their public pages will look, for Wagtail's preview.

Invariant: a preview shows what anybody will read, never what only its editor may: the viewer is the public.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cms.models import Asset, Organisation, Place
from cms.models.previewed import preview_with
from cms.views import listing_page, organisation_page, place_page
from cms.visibility import PUBLIC


def register() -> None:
    """Once a process."""
    preview_with("Asset", _asset)
    preview_with("Organisation", _organisation)
    preview_with("Place", _place)


def _asset(asset: Asset, request: HttpRequest) -> HttpResponse:
    return listing_page(request, asset, PUBLIC)


def _organisation(organisation: Organisation, request: HttpRequest) -> HttpResponse:
    page = organisation_page(request, organisation, PUBLIC) if organisation.pk else None
    return page or _none_yet(request, organisation)


def _place(place: Place, request: HttpRequest) -> HttpResponse:
    return (place_page(request, place, PUBLIC) if place.pk else None) or _none_yet(request, place)


def _none_yet(request: HttpRequest, row: Any) -> HttpResponse:
    return render(request, "cms/no_page_yet.html", {"heading": str(row)})
