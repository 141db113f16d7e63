"""The list and the pages of assets."""

from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from cms.models import Asset, AssetInterest
from cms.panels.assets import ASSET
from cms.viewsets.columns import SaidColumn, StatusColumn, confirmed, next_check
from cms.viewsets.filters import AssetFilters
from cms.viewsets.lists import CatalogueViewSet, searched_chooser, waiting
from cms.viewsets.moderating import AnswerChange, AssetEditView, CollectReason

SUGGESTED = (
    AssetInterest.objects.filter(asset=OuterRef("pk"), state=AssetInterest.State.SUGGESTED)
    .order_by()
    .values("asset")
    .annotate(how_many=Count("pk"))
    .values("how_many")
)


class AssetViewSet(CatalogueViewSet):
    model = Asset
    icon = "group"
    menu_label = "Assets"
    ordering = "name"
    search_fields = ["name", "summary", "organisation__name"]
    filterset_class = AssetFilters
    edit_view_class = AssetEditView
    collect_workflow_action_data_view_class = CollectReason
    workflow_action_view_class = AnswerChange
    edit_handler = ASSET
    chooser_viewset_class = searched_chooser(Asset, "name", "summary")
    list_display = [
        "name",
        "kind",
        StatusColumn(),
        SaidColumn("organisation", "Organisation", lambda asset: asset.organisation or "", "organisation__name"),
        SaidColumn("suggested", "Interests to look at", lambda asset: asset.suggested or ""),
        SaidColumn(
            "confirmed", "Confirmed", lambda asset: confirmed(asset.confirmed_on, asset.confirmed_by), "confirmed_on"
        ),
        SaidColumn("check", "Next check", lambda asset: next_check(asset.confirmed_on, timezone.localdate())),
    ]
    list_export = [
        *("uuid", "kind", "name", "summary", "organisation", "url", "live", "met", "room", "cost", "cost_words"),
        *("greeter_name", "help_wanted", "confirmed_on", "confirmed_by", "confirmed_how"),
    ]
    export_filename = "assets"

    def get_queryset(self, request: Any) -> QuerySet[Asset]:
        return Asset.objects.select_related("organisation").annotate(
            waiting=waiting(), suggested=Coalesce(Subquery(SUGGESTED), 0)
        )
