"""What may be done to many rows of a list at once, with one page that asks first.

Invariant: "all in this listing" means what the list shows with its filters and search, never every row there is; what
cannot be done to a row is said with its name before and after.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, Q, QuerySet
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

MOST = 1_000
"""Rows at one go: what a person can wait for."""
SHOWN = 40
TOLD = 5
"""Reasons in a message."""


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
    """One thing done to the ticked rows. `question` stands over them, `answer` on the button; `done` is said after,
    with how many; `left`: what could not be done, with its name and why."""

    template_name = "wagtailadmin/cms/listed_action.html"
    question = ""
    answer = ""
    done = "{} changed."
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

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str | None:
        if self.left:
            more = f" And {len(self.left) - TOLD} more." if len(self.left) > TOLD else ""
            messages.warning(self.request, f"Left as they are: {' '.join(self.left[:TOLD])}{more}")
        return self.done.format(num_parent_objects)

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


class EachListed(ListedAction):
    """One thing done to one row after another: `one` does it, the form's fields are its keywords.

    `refusals`: what it may raise for a row that is left; `why_left` names such a row and says why, or nothing.
    """

    refusals: tuple[type[Exception], ...] = ()

    def one(self, row: Any, /, **given: Any) -> None:
        raise NotImplementedError

    def why_left(self, row: Any, problem: Exception) -> str:
        return ""

    @classmethod
    def execute_action(cls, objects: Iterable[Any], **kwargs: Any) -> tuple[int, int]:
        page, done, left = kwargs["self"], 0, []
        given = page.cleaned_form.cleaned_data if page.cleaned_form else {}
        for row in objects:
            try:
                page.one(row, **given)
                done += 1
            except page.refusals as problem:
                left.append(page.why_left(row, problem))
        page.left = tuple(filter(None, left))
        return done, 0
