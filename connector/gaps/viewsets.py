"""The gap notebook in the admin: what is missing where, counted by week and in all, and new words for the vocabulary.

Invariant: counted rows are read only; of a word only what became of it is changed. For whoever looks after listings.
"""

from typing import Any, ClassVar

import django_filters
from django.db.models import Count, IntegerField, Max, OuterRef, QuerySet, Subquery, Sum
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.access import NAMES
from cms.viewsets.columns import SaidColumn
from cms.viewsets.exporting import ExportedList
from connector.gaps.models import Gap, NewWord, WordMet

NEEDED = "cms.change_asset"


class LookedAt(ModelPermissionPolicy):
    """Seen by whoever may change listings; changed by nobody."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and bool(user.has_perm(NEEDED))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def users_with_any_permission(self, actions: Any) -> QuerySet[Any]:
        return super().users_with_any_permission({"view"} & set(actions))


class GapFilters(WagtailFilterSet):
    area = django_filters.CharFilter(lookup_expr="icontains", label="Ward or district")
    week = django_filters.CharFilter(lookup_expr="gte", label="From week on, such as 2026-W40")

    class Meta:
        model = Gap
        fields: ClassVar[list[str]] = ["obstacle"]


def in_the_way(gap: Gap) -> str:
    """ "they cannot get in: step-free"."""
    said = gap.get_obstacle_display()
    return f"{said}: {NAMES[gap.subject].name.lower()}" if gap.subject in NAMES else said


class GapIndex(ExportedList):
    page_title = "What is missing"
    intro = (
        "What people love and could not find near by: the interest, the ward, the week, and nothing about anybody. "
        "“In all” counts every week there is. Enough of one kind in one ward, and it is time to start one."
    )


class GapViewSet(SnippetViewSet):
    model = Gap
    icon = "search"
    menu_label = "What is missing"
    menu_name = "gaps"
    menu_order = 160
    add_to_admin_menu = True
    add_to_reference_index = False
    index_view_class = GapIndex
    index_template_name = "wagtailadmin/cms/list_with_intro.html"
    filterset_class = GapFilters
    copy_view_enabled = False
    inspect_view_enabled = False
    list_per_page = 50
    search_fields: ClassVar[list[str]] = ["label", "area"]
    search_backend_name = None
    list_display: ClassVar[list[Any]] = [
        SaidColumn("label", "Interest", lambda gap: gap.label, "label"),
        SaidColumn("area", "Ward or district", lambda gap: gap.area or "not known", "area"),
        SaidColumn("obstacle", "What stands in the way", in_the_way, "obstacle"),
        SaidColumn("week", "Week", lambda gap: gap.week, "week"),
        SaidColumn("times", "Times", lambda gap: gap.times, "times"),
        SaidColumn("in_all", "In all", lambda gap: gap.in_all, "in_all"),
    ]
    list_export: ClassVar[list[str]] = [
        *("interest", "label", "area_code", "area", "obstacle", "subject", "week", "times", "in_all"),
    ]
    export_filename = "gaps"

    def get_queryset(self, request: Any) -> QuerySet[Gap]:
        """Each with the sum over all weeks of its interest and ward."""
        same = Gap.objects.filter(interest=OuterRef("interest"), area_code=OuterRef("area_code")).order_by()
        summed = same.values("interest").annotate(sum=Sum("times")).values("sum")
        return Gap.objects.annotate(in_all=Subquery(summed, output_field=IntegerField()))


class LookedThrough(LookedAt):
    """Seen by whoever may change listings, who say what became of each; made and deleted by nobody."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in {"view", "change"} and bool(user.has_perm(NEEDED))

    def users_with_any_permission(self, actions: Any) -> QuerySet[Any]:
        return super().users_with_any_permission({"view", "change"} & set(actions))


class NewWordFilters(WagtailFilterSet):
    class Meta:
        model = NewWord
        fields: ClassVar[list[str]] = ["state"]


class NewWordIndex(ExportedList):
    page_title = "New words"
    intro = (
        "Plain words of visits that nothing in the vocabulary explains, once three workers have met one. Add what "
        "people love to an interest, as an everyday word, and say so here; set aside what is none."
    )


class NewWordViewSet(SnippetViewSet):
    model = NewWord
    icon = "tag"
    menu_label = "New words"
    menu_name = "new-words"
    menu_order = 161
    add_to_admin_menu = True
    add_to_reference_index = False
    index_view_class = NewWordIndex
    index_template_name = "wagtailadmin/cms/list_with_intro.html"
    filterset_class = NewWordFilters
    copy_view_enabled = False
    inspect_view_enabled = False
    list_per_page = 50
    search_fields: ClassVar[list[str]] = ["word"]
    search_backend_name = None
    panels: ClassVar[list[Any]] = [FieldPanel("word", read_only=True), FieldPanel("state")]
    list_display: ClassVar[list[Any]] = [
        "word",
        SaidColumn("workers", "Workers who met it", lambda row: row.workers or 0, "workers"),
        SaidColumn("latest", "Last met", lambda row: row.latest or "long ago", "latest"),
        SaidColumn("week", "Shown since", lambda row: row.week, "week"),
        "state",
    ]
    list_export: ClassVar[list[str]] = ["word", "workers", "latest", "week", "state"]
    export_filename = "new-words"

    def get_queryset(self, request: Any) -> QuerySet[NewWord]:
        """Each with how many workers met it in the last half year, and the last week."""
        met = WordMet.objects.filter(word=OuterRef("hashed")).order_by().values("word")
        workers = met.annotate(found=Count("whose", distinct=True)).values("found")
        return NewWord.objects.annotate(
            workers=Subquery(workers, output_field=IntegerField()),
            latest=Subquery(met.annotate(found=Max("week")).values("found")),
        )
