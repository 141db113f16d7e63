"""What a connector may do to many suggested interests at once: confirm them, or remove them.

Invariant: "all in this listing" means what the list shows with its filters and search, never every row there is.
Nothing is deleted: a removed interest is kept, so that it is not suggested again.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from cms.actions import confirm_interests, remove_interests
from cms.models import AssetInterest
from cms.viewsets.filters import SuggestionFilters
from cms.viewsets.parts import SuggestionViewSet


class InterestsAction(SnippetBulkAction):
    """An answer to the ticked suggestions."""

    models = [AssetInterest]
    template_name = "wagtailadmin/cms/answer_interests.html"
    question = ""
    answer = ""

    def check_perm(self, obj: AssetInterest) -> bool:
        return bool(self.request.user.has_perm("cms.change_asset"))

    @classmethod
    def get_queryset(cls, model: type[AssetInterest], object_ids: Iterable[int]) -> Any:
        return model.objects.filter(pk__in=list(object_ids)).select_related("asset", "interest").order_by("asset__name")

    def get_all_objects_in_listing_query(self, parent_id: object) -> Any:
        shown = SuggestionFilters(self.request.GET, request=self.request, queryset=AssetInterest.objects.all()).qs
        words = self.request.GET.get("q", "").strip()
        found = Q()
        for field in SuggestionViewSet.search_fields if words else ():
            found |= Q(**{f"{field}__icontains": words})
        return shown.filter(found).values_list("pk", flat=True)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "question": self.question, "answer": self.answer}


class ConfirmInterests(InterestsAction):
    display_name = "Confirm"
    action_type = "confirm"
    aria_label = "Confirm the ticked interests"
    action_priority = 10
    question = "Are these right?"
    answer = "Yes, confirm them"

    @classmethod
    def execute_action(cls, objects: Iterable[AssetInterest], **kwargs: Any) -> tuple[int, int]:
        return confirm_interests(rows=[row.pk for row in objects], by=kwargs["self"].request.user), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return f"{num_parent_objects} confirmed."


class RemoveInterests(InterestsAction):
    """Takes the place of Wagtail's own deleting for these rows."""

    display_name = "Remove"
    action_type = "delete"
    aria_label = "Remove the ticked interests"
    action_priority = 20
    classes = {"serious"}
    question = "Are these wrong? They will not be suggested again."
    answer = "Yes, remove them"

    @classmethod
    def execute_action(cls, objects: Iterable[AssetInterest], **kwargs: Any) -> tuple[int, int]:
        return remove_interests(rows=[row.pk for row in objects], by=kwargs["self"].request.user), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return f"{num_parent_objects} removed."
