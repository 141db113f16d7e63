"""The list and the pages of assets."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from wagtail.coreutils import multigetattr

from cms.models import Asset, AssetInterest
from cms.panels.assets import ASSET
from cms.querysets import ALIVE_ON
from cms.viewsets.columns import SaidColumn, StatusColumn, confirmed, day, next_check
from cms.viewsets.exporting import ExportedList
from cms.viewsets.filters import AssetFilters
from cms.viewsets.lists import CatalogueViewSet, how_many, searched_chooser, waiting
from cms.viewsets.moderating import AnswerChange, AssetEditView, CollectReason

BEHIND = (
    "asset_places__place__ward",
    "sources__source",
    Prefetch(
        "asset_interests",
        AssetInterest.objects.filter(state=AssetInterest.State.CONFIRMED).select_related("interest"),
        to_attr="met_interests",
    ),
)
# A column of the exported file -> what it says of an asset that has come with all that is `BEHIND` it.
WORKED_OUT: Final[Mapping[str, Callable[[Any], Iterable[str]]]] = {
    "places": lambda asset: (str(row.place) for row in asset.asset_places.all()),
    "postcodes": lambda asset: (row.place.postcode for row in asset.asset_places.all()),
    "wards": lambda asset: (str(row.place.ward or "") for row in asset.asset_places.all()),
    "interests": lambda asset: sorted(row.interest.label for row in asset.met_interests),
    "records": lambda asset: (f"{row.source_ref} in {row.source.name}" for row in asset.sources.all()),
}
SUGGESTED = AssetInterest.objects.filter(state=AssetInterest.State.SUGGESTED)


class AssetIndexView(ExportedList):
    """Its file also says where each asset is, what it meets and which records it came from."""

    def get_base_queryset(self) -> QuerySet[Asset]:
        rows = super().get_base_queryset()
        return rows.prefetch_related(*BEHIND) if self.is_export else rows

    def to_row_dict(self, item: Asset) -> dict[str, Any]:
        plain = {name: multigetattr(item, name) for name in self.list_export if name not in WORKED_OUT}
        said = {name: "; ".join(filter(None, say(item))) for name, say in WORKED_OUT.items()}
        return {name: said[name] if name in said else plain[name] for name in self.list_export}


class AssetViewSet(CatalogueViewSet):
    model = Asset
    icon = "group"
    menu_label = "Assets"
    ordering = "name"
    search_fields = ["name", "summary", "organisation__name"]
    index_view_class = AssetIndexView
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
        SaidColumn("ran", "Last ran", lambda asset: day(asset.ran_on), "ran_on"),
        SaidColumn("changed", "Last changed", lambda asset: day(asset.last_published_at), "last_published_at"),
        SaidColumn("check", "Next check", lambda asset: next_check(asset.alive_on, timezone.localdate())),
    ]
    list_export = [
        *("uuid", "kind", "name", "summary", "organisation", "url", "live", "met", "room", "cost", "cost_words"),
        *("greeter_name", "help_wanted", "confirmed_on", "confirmed_by", "confirmed_how", "ran_on", *WORKED_OUT),
    ]
    export_filename = "assets"

    def get_queryset(self, request: Any) -> QuerySet[Asset]:
        return Asset.objects.select_related("organisation").annotate(
            waiting=waiting(), suggested=how_many(SUGGESTED, "asset"), alive_on=ALIVE_ON
        )
