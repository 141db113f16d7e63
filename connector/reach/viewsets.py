"""Groups to say hello to, in the admin: a worker would introduce somebody, and nobody has asked the group yet.

Invariant: read only; a row leads to a page on which the group's answer is written down.
"""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.urls import reverse

from cms.models import Asset
from cms.viewsets.columns import SaidColumn, link
from cms.viewsets.lists import PartsIndexView, PartsViewSet
from cms.whereabouts import places_of
from connector.reach.models import SayHello


class HelloIndex(PartsIndexView):
    page_title = "Go and say hello"
    intro = (
        "A worker would introduce somebody to these groups, and nobody has asked them yet whether they like that. "
        "Go, or ring; then write down what they said. Which worker it was, and for whom, is kept nowhere."
    )


class HelloViewSet(PartsViewSet):
    model = SayHello
    icon = "group"
    menu_label = "Go and say hello"
    menu_name = "go-and-say-hello"
    menu_order = 164
    add_to_admin_menu = True
    index_view_class = HelloIndex
    search_fields: ClassVar[list[str]] = ["asset__name"]
    list_display: ClassVar[list[Any]] = [
        "asset",
        SaidColumn("patch", "Patch", lambda row: patch_of(row.asset)),
        SaidColumn("made_on", "Since", lambda row: f"{row.made_on:%d/%m/%Y}", "made_on"),
        SaidColumn("see", "", lambda row: link(reverse("said_hello", args=[row.pk]), "Write down what they said")),
    ]
    list_export: ClassVar[list[str]] = ["asset.uuid", "asset.name", "made_on"]
    export_filename = "go-and-say-hello"

    def get_queryset(self, request: Any) -> QuerySet[SayHello]:
        rows = SayHello.objects.filter(done_on=None).select_related("asset")
        return rows.prefetch_related("asset__asset_places__place__ward", "asset__sessions__place__ward")


def patch_of(asset: Asset) -> str:
    """The ward that it is in; empty where none is known."""
    return next((place.ward.name for place in places_of(asset) if place.ward), "")
