"""The questions to groups in the admin: which listing, what is not known, how many visits needed it.

Invariant: read only; a row leads to the listing, where the answer is written, and with that it is closed by itself.
"""

from typing import Any, ClassVar

from django.db.models import QuerySet
from wagtail.admin.filters import WagtailFilterSet

from cms.viewsets.columns import SaidColumn
from cms.viewsets.lists import PartsIndexView, PartsViewSet
from connector.asking.models import AccessQuestion
from connector.asking.subjects import name_of


class QuestionFilters(WagtailFilterSet):
    class Meta:
        model = AccessQuestion
        fields: ClassVar[list[str]] = ["state", "subject"]


class QuestionIndex(PartsIndexView):
    page_title = "Questions to groups"
    intro = (
        "What visits, and people who would come, needed to know and nobody does: the listing, the subject, how often "
        "and when, and nothing about anybody. Whoever keeps the listing is asked by itself, in their own way. You "
        "may ask too, and write the answer on the listing: its question closes by itself."
    )
    tab = "access"


class QuestionViewSet(PartsViewSet):
    model = AccessQuestion
    icon = "help"
    menu_label = "Questions to groups"
    menu_name = "questions-to-groups"
    menu_order = 162
    add_to_admin_menu = True
    index_view_class = QuestionIndex
    filterset_class = QuestionFilters
    search_fields: ClassVar[list[str]] = ["asset__name"]
    list_display: ClassVar[list[Any]] = [
        "asset",
        SaidColumn("subject", "Not known", lambda row: name_of(row.subject), "subject"),
        SaidColumn("times", "Times needed", lambda row: row.times, "times"),
        SaidColumn("first_asked", "First", lambda row: f"{row.first_asked:%d/%m/%Y}", "first_asked"),
        SaidColumn("last_asked", "Last", lambda row: f"{row.last_asked:%d/%m/%Y}", "last_asked"),
        SaidColumn("state", "State", lambda row: row.get_state_display(), "state"),
    ]
    list_export: ClassVar[list[str]] = [
        *("asset.uuid", "asset.name", "subject", "times", "first_asked", "last_asked", "state"),
    ]
    export_filename = "questions-to-groups"

    def get_queryset(self, request: Any) -> QuerySet[AccessQuestion]:
        return AccessQuestion.objects.select_related("asset")
