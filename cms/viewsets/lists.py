"""What all lists of the catalogue share: plain SQL search, one query for a page, words over the list.

Invariant: however many rows there are, a list page asks the same number of queries.
"""

from typing import Any

from django.contrib.admin.utils import quote
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, Exists, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column
from wagtail.models import WorkflowState
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.models import Asset
from cms.viewsets.exporting import ExportedList


def waiting() -> Exists:
    """Whether a change of this asset waits to be looked at."""
    return Exists(
        WorkflowState.objects.filter(
            base_content_type=ContentType.objects.get_for_model(Asset),
            object_id=Cast(OuterRef("pk"), CharField()),
            status=WorkflowState.STATUS_IN_PROGRESS,
        )
    )


def how_many(rows: QuerySet[Any], by: str) -> Coalesce:
    """How many of these rows belong to each row of the list, by their foreign key. Reckoned for what a page shows."""
    counted = rows.filter(**{by: OuterRef("pk")}).order_by().values(by).annotate(how_many=Count("pk"))
    return Coalesce(Subquery(counted.values("how_many")), 0)


class CatalogueViewSet(SnippetViewSet):
    """A list with search by `icontains` on `search_fields`. Wagtail's own search needs seconds for 100,000 rows."""

    index_view_class = ExportedList
    search_backend_name = None
    list_per_page = 50
    copy_view_enabled = False
    inspect_view_enabled = False


class PartsIndexView(ExportedList):
    """A list of parts of assets. Each row leads to the page of its asset; nothing is added, changed or ticked here."""

    intro = ""
    tab = ""
    ticks = False

    def get_edit_url(self, instance: Any) -> str:
        url = reverse(Asset.snippet_viewset.get_url_name("edit"), args=[quote(instance.asset_id)])  # type: ignore[attr-defined]
        return f"{url}#tab-{self.tab}" if self.tab else url

    @property
    def columns(self) -> list[Column]:  # type: ignore[override]
        found = super().columns
        return (
            found if self.ticks else [column for column in found if not isinstance(column, BulkActionsCheckboxColumn)]
        )

    def get_list_buttons(self, instance: Any) -> list[Any]:
        return []


class PartsViewSet(CatalogueViewSet):
    """A list of parts of assets."""

    index_view_class = PartsIndexView
    index_template_name = "wagtailadmin/cms/list_with_intro.html"
    add_to_reference_index = False


class PartsPolicy(ModelPermissionPolicy):
    """Parts are seen by whoever may change assets, and changed on the asset's page alone, in its draft."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and bool(user.has_perm("cms.change_asset"))

    def users_with_any_permission(self, actions: Any) -> QuerySet[Any]:
        return super().users_with_any_permission({"view"} & set(actions))


def searched_chooser(model: type[Model], *fields: str) -> type[SnippetChooserViewSet]:
    """A chooser with a search box over these fields. Wagtail has one only for what it indexes itself."""

    class FilterForm(SearchFilterMixin, BaseFilterForm):
        def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
            self.search_query = words = self.cleaned_data.get("q") or ""
            self.is_searching = bool(words)
            for word in words.split():
                found = model._default_manager.none()
                for field in fields:
                    found = found | model._default_manager.filter(**{f"{field}__icontains": word})
                objects = objects.filter(pk__in=found.values("pk"))
            return objects

    class Choose(ChooseView):
        filter_form_class = FilterForm
        columns = property(lambda self: [self.title_column])

    class ChooseResults(ChooseResultsView):
        filter_form_class = FilterForm
        columns = property(lambda self: [self.title_column])

    return type(
        f"{model.__name__}Chooser",
        (SnippetChooserViewSet,),
        {"choose_view_class": Choose, "choose_results_view_class": ChooseResults},
    )
