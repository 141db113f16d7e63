"""Websites of listings, in the admin: which are not there, since when; and numbers that cannot be ones. Read only."""

from typing import Any, ClassVar

from django.db.models import QuerySet

from cms.viewsets.columns import SaidColumn
from cms.viewsets.lists import PartsIndexView, PartsViewSet
from connector.websites.models import Website
from connector.websites.numbers import why_not


class WebsiteIndex(PartsIndexView):
    page_title = "Websites"
    intro = (
        "Websites that listings name, looked at every two weeks, and those that are not there first. After three days "
        "one stands under “Listings to see to”, and its group is asked on its own page."
    )


def numbers_of(row: Website) -> str:
    """What is wrong with the numbers of the listing."""
    return " ".join(filter(None, (why_not(each.phone) for each in row.asset.contacts.all())))


class WebsiteViewSet(PartsViewSet):
    model = Website
    icon = "link-external"
    menu_label = "Websites"
    menu_name = "websites"
    menu_order = 165
    add_to_admin_menu = True
    index_view_class = WebsiteIndex
    search_fields: ClassVar[list[str]] = ["asset__name", "url"]
    list_display: ClassVar[list[Any]] = [
        "asset",
        "url",
        SaidColumn("failed_days", "Days not there", lambda row: row.failed_days or "", "failed_days"),
        SaidColumn("trouble", "What is wrong", lambda row: row.trouble, "trouble"),
        SaidColumn("seen_on", "Last there", lambda row: f"{row.seen_on:%d/%m/%Y}" if row.seen_on else "", "seen_on"),
        SaidColumn("numbers", "Numbers", numbers_of),
    ]
    list_export: ClassVar[list[str]] = ["asset.uuid", "asset.name", "url", "failed_days", "trouble", "seen_on"]
    export_filename = "websites"

    def get_queryset(self, request: Any) -> QuerySet[Website]:
        return Website.objects.select_related("asset").prefetch_related("asset__contacts")
