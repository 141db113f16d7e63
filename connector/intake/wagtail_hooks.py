"""What imports add to Wagtail's admin: their addresses, their place in the menu, the kept mappings. No logic."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from connector.intake.models import ImportMapping
from connector.intake.screen import NEEDED, views
from connector.intake.screen.mappings import MappingPolicy, MappingViewSet

register_permission_policy(ImportMapping, MappingPolicy(ImportMapping))
register_snippet(MappingViewSet)


class ImportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perms(NEEDED))


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    return [
        path("imports/", views.imports, name="intake_imports"),
        path("imports/<uuid:uuid>/", views.import_, name="intake_import"),
        path("imports/<uuid:uuid>/columns/", views.columns, name="intake_import_columns"),
        path("imports/<uuid:uuid>/back/", views.back, name="intake_import_back"),
        path("imports/<uuid:uuid>/apply/", views.apply, name="intake_import_apply"),
        path("imports/<uuid:uuid>/again/", views.again, name="intake_import_again"),
        path("imports/<uuid:uuid>/drop/", views.drop, name="intake_import_drop"),
        path("imports/<uuid:uuid>/rejects/", views.rejects, name="intake_import_rejects"),
    ]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    return ImportMenuItem("Import", reverse("intake_imports"), name="import", icon_name="upload", order=150)
