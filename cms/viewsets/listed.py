"""What may be done to many rows of a list at once, with one page that asks first.

Invariant: "all in this listing" means what the list shows with its filters and search, never every row there is; what
cannot be done to a row is said with its name before and after.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, Q, QuerySet
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

MOST = 1_000
"""Rows at one go: what a person can wait for."""
SHOWN = 40


class AsListed:
    """Wagtail's "all in this listing", narrowed as the list is."""

    model: type[Model]
    request: Any

    def get_all_objects_in_listing_query(self, parent_id: object) -> QuerySet[Any]:
        viewset = self.model.snippet_viewset  # type: ignore[attr-defined]
        rows = viewset.get_queryset(self.request)
        if viewset.filterset_class is not None:
            rows = viewset.filterset_class(self.request.GET, request=self.request, queryset=rows).qs
        words, found = self.request.GET.get("q", "").strip(), Q()
        for field in viewset.search_fields if words else ():
            found |= Q(**{f"{field}__icontains": words})
        return rows.filter(found).order_by("pk").values_list("pk", flat=True)


class DeleteListed(AsListed, DeleteBulkAction):
    """Wagtail's deleting of many, of the rows that the list shows."""

    @classmethod
    def get_queryset(cls, model: type[Model], object_ids: Iterable[int]) -> QuerySet[Any]:
        return model._default_manager.filter(pk__in=list(object_ids)[:MOST])


class ListedAction(AsListed, SnippetBulkAction):
    """One thing done to the ticked rows. `question` stands over them, `answer` on the button."""

    template_name = "wagtailadmin/cms/listed_action.html"
    question = ""
    answer = ""
    permission = "cms.change_asset"
    left: tuple[str, ...] = ()

    def check_perm(self, obj: Model) -> bool:
        return bool(self.request.user.has_perm(self.permission))

    @classmethod
    def get_queryset(cls, model: type[Model], object_ids: Iterable[int]) -> QuerySet[Any]:
        wanted = list(object_ids)[:MOST]
        return model.snippet_viewset.get_queryset(None).filter(pk__in=wanted)  # type: ignore[attr-defined]

    def object_context(self, obj: Model) -> dict[str, Any]:
        """Without an address of its edit page for each of a thousand."""
        return {"item": obj}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        names = [str(row["item"]) for row in context["items"]]
        return {
            **context,
            "question": self.question,
            "answer": self.answer,
            "names": names[:SHOWN],
            "more": max(0, len(names) - SHOWN),
            "full": len(names) == MOST,
            "most": MOST,
        }
