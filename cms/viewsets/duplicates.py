"""Possible duplicates: the list of pairs that look like one asset, and the page on which one is settled.

Invariant: nothing is settled by looking; a pair of which one has been withdrawn is no question any more.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.tables import TitleColumn
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from cms.actions import NotJoined, NotThere, join_assets, part_assets, settle_not_same
from cms.models import Asset, PossibleDuplicate
from cms.viewsets.beside import agreement, how_likely, side_by_side, with_all
from cms.viewsets.columns import SaidColumn
from cms.viewsets.filters import DuplicateFilters
from cms.viewsets.listed import ListedAction
from cms.viewsets.lists import PartsIndexView, PartsViewSet

STILL_THERE = Q(live=True) | Q(last_published_at__isnull=True)
OPEN = PossibleDuplicate.State.OPEN


def worth_asking(rows: QuerySet[PossibleDuplicate]) -> QuerySet[PossibleDuplicate]:
    """Without the open pairs of which somebody has withdrawn one."""
    there = Asset.objects.filter(STILL_THERE).values("pk")
    return rows.filter(~Q(state=OPEN) | Q(first__in=there, second__in=there))


def settle_url(pair: PossibleDuplicate) -> str:
    return reverse("cms_settle_duplicate", args=[pair.pk])


class DuplicateIndexView(PartsIndexView):
    page_title = "Possible duplicates"
    intro = (
        "Assets that look like one another, the likeliest first. Open a pair to see both side by side. What you settle "
        "as not the same is not shown again."
    )
    ticks = True


class DuplicateViewSet(PartsViewSet):
    model = PossibleDuplicate
    icon = "copy"
    menu_label = "Possible duplicates"
    ordering = ("-score", "pk")
    index_view_class = DuplicateIndexView
    search_fields = ["first__name", "second__name"]
    filterset_class = DuplicateFilters
    list_display = [
        TitleColumn("first", label="Asset", sort_key="first__name", get_url=settle_url),
        SaidColumn("second", "looks like", lambda pair: pair.second.name, "second__name"),
        SaidColumn("agrees", "What agrees", agreement),
        SaidColumn("score", "The same?", lambda pair: how_likely(pair.score), "score"),
        "state",
    ]

    def get_queryset(self, request: Any) -> QuerySet[PossibleDuplicate]:
        return worth_asking(PossibleDuplicate.objects.select_related("first", "second"))


class NotTheSame(ListedAction):
    """Settles the ticked pairs one way. The other way is asked one by one: one of two has to be chosen."""

    models = [PossibleDuplicate]
    display_name = "Not the same"
    action_type = "delete"
    aria_label = "Settle the ticked pairs as not the same"
    question = "Are these all two things each? They will not be shown again."
    answer = "Yes, not the same"
    done = "{} settled as not the same."

    @classmethod
    def execute_action(cls, objects: Iterable[PossibleDuplicate], **kwargs: Any) -> tuple[int, int]:
        return settle_not_same(pairs=[row.pk for row in objects], by=kwargs["self"].request.user), 0


class SettleDuplicate(WagtailAdminTemplateMixin, TemplateView):
    """GET shows both; POST with `answer` "not-same", "first" or "second" (which one stays) settles it; "undo" parts two
    that were joined."""

    template_name = "wagtailadmin/cms/settle_duplicate.html"
    page_title = "Are these the same?"
    header_icon = "copy"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm("cms.publish_asset"):
            raise PermissionDenied
        self.pair = get_object_or_404(PossibleDuplicate.objects.select_related("first", "second"), pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        pairs = reverse(PossibleDuplicate.snippet_viewset.get_url_name("list"))  # type: ignore[attr-defined]
        return [
            *super().get_breadcrumbs_items(),
            {"url": pairs, "label": "Possible duplicates"},
            {"url": "", "label": "Are these the same?"},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        both = with_all(Asset.objects.filter(pk__in=[self.pair.first_id, self.pair.second_id])).in_bulk()
        first, second = both[self.pair.first_id], both[self.pair.second_id]
        return {
            **super().get_context_data(**kwargs),
            "pair": self.pair,
            "open": self.pair.state == OPEN,
            "first": first,
            "second": second,
            "lines": side_by_side(self.pair, first, second),
            "agreement": agreement(self.pair),
            "edit": Asset.snippet_viewset.get_url_name("edit"),  # type: ignore[attr-defined]
        }

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        answer = request.POST.get("answer", "")
        if answer == "undo":
            return self._part(request)
        if self.pair.state != OPEN:
            messages.info(request, "Somebody has settled this one already.")
        elif answer == "not-same":
            settle_not_same(pairs=[self.pair.pk], by=self._by)
            messages.success(request, f"“{self.pair.first}” and “{self.pair.second}” are two things. Not asked again.")
        elif answer in ("first", "second"):
            return self._join(request, first_stays=answer == "first")
        else:
            return redirect(settle_url(self.pair))
        return self._next()

    def _join(self, request: HttpRequest, *, first_stays: bool) -> HttpResponse:
        pair = (self.pair.first, self.pair.second)
        stays, goes = pair if first_stays else (pair[1], pair[0])
        try:
            join_assets(stays=stays, goes=goes, by=self._by)
        except NotThere as problem:
            messages.error(request, str(problem))
            return redirect(settle_url(self.pair))
        messages.success(request, f"“{goes}” is withdrawn, and its address leads to “{stays}”.")
        return self._next()

    def _part(self, request: HttpRequest) -> HttpResponse:
        try:
            back = part_assets(pair=self.pair, by=self._by)
        except NotJoined as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, f"“{back}” is back, and what joining did is undone.")
        return redirect(settle_url(self.pair))

    @property
    def _by(self) -> AbstractBaseUser:
        user = self.request.user
        assert isinstance(user, AbstractBaseUser)  # noqa: S101  `dispatch` let nobody else in
        return user

    def _next(self) -> HttpResponse:
        """On to the next open pair; back to the list after the last."""
        left = worth_asking(PossibleDuplicate.objects.filter(state=OPEN)).order_by("-score", "pk").first()
        if left is not None:
            return redirect(settle_url(left))
        return redirect(PossibleDuplicate.snippet_viewset.get_url_name("list"))  # type: ignore[attr-defined]
