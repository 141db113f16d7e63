"""What search adds to Wagtail's admin: how it is doing, listings that it will not take, and a word on their pages."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.models import Asset
from search.health import views
from search.health.refused import refusals


class HealthMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(views.NEEDED))


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    return [
        path("reports/search/", views.standing, name="search_health"),
        path("reports/search/refused/", views.refused, name="search_refused"),
        path("reports/search/refused/again/", views.again, name="search_refused_again"),
    ]


@hooks.register("register_reports_menu_item")
def menu_item() -> MenuItem:
    return HealthMenuItem(views.TITLE, reverse("search_health"), name="search-health", icon_name="search", order=50)


@hooks.register("before_edit_snippet")
def told_on_its_page(request: HttpRequest, instance: Any) -> None:
    """Whoever opens a listing that an index will not take is told so: it may be theirs to put right."""
    if request.method != "GET" or not isinstance(instance, Asset):
        return
    for row in refusals([instance.pk]):
        words = "Search cannot show this as it is now. {} does not take it: {} {}"
        link = format_html('<a href="{}">{}</a>', reverse("search_refused"), views.REFUSED_TITLE)
        messages.warning(request, format_html(words, row.index, row.reason, link))
