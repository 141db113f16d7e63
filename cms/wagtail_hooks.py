"""What the catalogue adds to Wagtail's admin: its lists, two bulk actions, the preview of dates, the look. No logic."""

from django.urls import path
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from cms.models import AssetInterest, AssetSource, Contact, Session
from cms.viewsets.group import CatalogueGroup
from cms.viewsets.lists import PartsPolicy
from cms.viewsets.next_dates import next_dates

# Before the lists are registered: they ask for the policy.
for part in (Session, Contact, AssetInterest, AssetSource):
    register_permission_policy(part, PartsPolicy(part))

register_snippet(CatalogueGroup)


@hooks.register("register_admin_urls")
def next_dates_url() -> list:
    return [path("cms/next-dates/", next_dates, name="cms_next_dates")]
