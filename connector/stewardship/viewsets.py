"""Listings to see to, in the admin: where nobody answers, and where a group says that it has stopped.

Invariant: read only; a row leads to a page on which it is done, or "stopped" is taken back.
"""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.urls import reverse
from wagtail.admin.filters import WagtailFilterSet

from cms.viewsets.columns import SaidColumn, link
from cms.viewsets.lists import PartsIndexView, PartsViewSet
from connector.stewardship.models import Task


class TaskFilters(WagtailFilterSet):
    class Meta:
        model = Task
        fields: ClassVar[list[str]] = ["what"]


class TaskIndex(PartsIndexView):
    page_title = "Listings to see to"
    intro = (
        "Listings whose group did not answer three reminders, or did not say after three sessions whether it ran; and "
        "those that say that they have stopped. Ring them; then confirm the listing, withdraw it, or put it live "
        "again. Where nobody answered, a row goes by itself once it is confirmed or ran."
    )


class TaskViewSet(PartsViewSet):
    model = Task
    icon = "warning"
    menu_label = "Listings to see to"
    menu_name = "listings-to-see-to"
    menu_order = 163
    add_to_admin_menu = True
    index_view_class = TaskIndex
    filterset_class = TaskFilters
    search_fields: ClassVar[list[str]] = ["asset__name"]
    list_display: ClassVar[list[Any]] = [
        "asset",
        SaidColumn("what", "Why", lambda row: row.get_what_display(), "what"),
        SaidColumn("words", "What they said", lambda row: row.words),
        SaidColumn("made_on", "Since", lambda row: f"{row.made_on:%d/%m/%Y}", "made_on"),
        SaidColumn("see", "", lambda row: link(reverse("see_to_listing", args=[row.pk]), "See to it")),
    ]
    list_export: ClassVar[list[str]] = ["asset.uuid", "asset.name", "what", "words", "made_on"]
    export_filename = "listings-to-see-to"

    def get_queryset(self, request: Any) -> QuerySet[Task]:
        return Task.objects.filter(done_on=None).select_related("asset")
