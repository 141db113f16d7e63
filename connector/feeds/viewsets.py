"""Calendars that listings follow, in the admin: which, since when, what is wrong. Read only."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from wagtail.admin.filters import WagtailFilterSet

from cms.viewsets.columns import SaidColumn
from cms.viewsets.lists import PartsIndexView, PartsViewSet
from connector.feeds.models import Feed


class FeedFilters(WagtailFilterSet):
    class Meta:
        model = Feed
        fields: ClassVar[list[str]] = ["state"]


class FeedIndex(PartsIndexView):
    page_title = "Calendars"
    intro = (
        "Calendars that groups keep elsewhere, read once a day. What cannot be read for three days stands under "
        "“Listings to see to” as well; people see the dates that were read last."
    )


class FeedViewSet(PartsViewSet):
    model = Feed
    icon = "calendar-alt"
    menu_label = "Calendars"
    menu_name = "calendars"
    menu_order = 164
    add_to_admin_menu = True
    index_view_class = FeedIndex
    filterset_class = FeedFilters
    search_fields: ClassVar[list[str]] = ["asset__name"]
    list_display: ClassVar[list[Any]] = [
        "asset",
        SaidColumn("state", "State", lambda row: row.get_state_display(), "state"),
        SaidColumn(
            "read_at", "Last read", lambda row: f"{row.read_at:%d/%m/%Y}" if row.read_at else "never", "read_at"
        ),
        SaidColumn("failed_days", "Days without an answer", lambda row: row.failed_days or "", "failed_days"),
        SaidColumn("trouble", "What is wrong", lambda row: row.trouble),
    ]
    list_export: ClassVar[list[str]] = ["asset.uuid", "asset.name", "state", "read_at", "failed_days", "trouble"]
    export_filename = "calendars"

    def get_queryset(self, request: Any) -> QuerySet[Feed]:
        return Feed.objects.select_related("asset")
