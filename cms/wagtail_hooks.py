"""What the catalogue adds to Wagtail's admin: its lists, two bulk actions, the preview of dates, the look. No logic."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from cms.actions import history
from cms.models import AssetInterest, AssetSource, Contact, Session
from cms.viewsets.bulk import ConfirmInterests, RemoveInterests
from cms.viewsets.group import CatalogueGroup
from cms.viewsets.home import CatalogueSummary
from cms.viewsets.lists import PartsPolicy
from cms.viewsets.next_dates import next_dates

# Before the lists are registered: they ask for the policy.
for part in (Session, Contact, AssetInterest, AssetSource):
    register_permission_policy(part, PartsPolicy(part))

register_snippet(CatalogueGroup)

# After Wagtail's own: removing takes the place of deleting.
hooks.register("register_bulk_action", ConfirmInterests, order=100)
hooks.register("register_bulk_action", RemoveInterests, order=100)
hooks.register("register_log_actions", history.register)


@hooks.register("register_admin_urls")
def next_dates_url() -> list:
    return [path("cms/next-dates/", next_dates, name="cms_next_dates")]


@hooks.register("insert_global_admin_css")
def look() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("cms/admin.css"))


@hooks.register("construct_homepage_summary_items", order=1000)
def summary(request: HttpRequest, items: list[SummaryItem]) -> None:
    items[:] = [CatalogueSummary(request)]


@hooks.register("construct_main_menu", order=1000)
def without_help(request: HttpRequest, items: list[MenuItem]) -> None:
    """Wagtail's help leads to its own news."""
    items[:] = [item for item in items if item.name != "help"]
