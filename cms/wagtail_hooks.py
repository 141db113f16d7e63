"""What the catalogue adds to Wagtail's admin: its lists, what is done to many at once, previews, the look. No logic."""

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

from cms import previews
from cms.actions import history
from cms.models import AssetInterest, AssetSource, Contact, GroupChange, PossibleDuplicate, Session
from cms.viewsets.asset_bulk import ACTIONS
from cms.viewsets.bulk import ConfirmInterests, RemoveInterests
from cms.viewsets.change_page import LookAtChange, rules
from cms.viewsets.changes import Right, Wrong
from cms.viewsets.duplicates import NotTheSame, SettleDuplicate
from cms.viewsets.group import CatalogueGroup
from cms.viewsets.home import CatalogueSummary
from cms.viewsets.lists import PartsPolicy
from cms.viewsets.looks_like import looks_like_what
from cms.viewsets.next_dates import next_dates

# Before the lists are registered: they ask for the policy.
for part in (Session, Contact, AssetInterest, AssetSource, PossibleDuplicate, GroupChange):
    register_permission_policy(part, PartsPolicy(part))

register_snippet(CatalogueGroup)

previews.register()

# After Wagtail's own: ours take the place of deleting.
for action in (ConfirmInterests, RemoveInterests, NotTheSame, Right, Wrong, *ACTIONS):
    hooks.register("register_bulk_action", action, order=100)
hooks.register("register_log_actions", history.register)


@hooks.register("register_admin_urls")
def addresses() -> list:
    return [
        path("cms/next-dates/", next_dates, name="cms_next_dates"),
        path("cms/looks-like/", looks_like_what, name="cms_looks_like"),
        path("cms/changes/<int:pk>/", LookAtChange.as_view(), name="cms_look_at_change"),
        path("cms/changes/rules/", rules, name="cms_change_rules"),
        path("cms/duplicates/<int:pk>/", SettleDuplicate.as_view(), name="cms_settle_duplicate"),
    ]


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
