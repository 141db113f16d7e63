"""One change of a group: both versions side by side in words, and the answers to it; and the rules, for staff to read.

Invariant: looking changes nothing; whatever is refused is told, and what was typed stays.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from cms.actions import ask_group, find_right, find_wrong, put_back
from cms.models import OPEN, GroupChange
from cms.moderation import FLOOD, FLOOD_WINDOW, TABLE
from cms.viewsets.changes import REFUSALS, refusal, sender_of, state_of

PUT_BACK_FROM = (GroupChange.State.LIVE, GroupChange.State.FINE, GroupChange.State.APPROVED)
ANSWERS = {
    "right": "Done.",
    "wrong": "Sent back, with your words.",
    "put-back": "Put back as it was. The group reads why.",
    "ask": "Asked. The group sees it on its page, and the change stays where it is.",
}


class LookAtChange(WagtailAdminTemplateMixin, TemplateView):
    """GET shows it; POST with `answer` "right", "wrong", "put-back" or "ask", and `words` for all but the first."""

    template_name = "wagtailadmin/cms/look_at_change.html"
    page_title = "Is this right?"
    header_icon = "clipboard-list"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm("cms.publish_asset"):
            raise PermissionDenied
        rows = GroupChange.objects.select_related("asset", "sender", "looker")
        self.change = get_object_or_404(rows, pk=kwargs["pk"])
        self.typed = ""
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": _list_url(), "label": "Changes of groups"},
            {"url": "", "label": self.change.asset.name},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        change, pk = self.change, self.change.asset_id
        return {
            **super().get_context_data(**kwargs),
            "change": change,
            "name": change.asset.name,
            "edit": reverse("wagtailsnippets_cms_asset:edit", args=[pk]),
            "compare": self._compare_url(),
            "history": reverse("wagtailsnippets_cms_asset:history", args=[pk]),
            "state": state_of(change),
            "sender": sender_of(change),
            "lines": change.told,
            "notes": [(note.from_group, note.words, note.written_at) for note in change.notes.all()],
            "open": change.state in OPEN,
            "waits": change.state == GroupChange.State.WAITING,
            "can_put_back": change.state in PUT_BACK_FROM,
            "typed": self.typed,
        }

    def _compare_url(self) -> str:
        """Wagtail's own comparison, where there are two versions."""
        if self.change.state != GroupChange.State.WAITING:
            return ""
        return reverse("wagtailsnippets_cms_asset:revisions_compare", args=[self.change.asset_id, "live", "latest"])

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        answer, words = request.POST.get("answer", ""), request.POST.get("words", "")
        try:
            self._answer(answer, words)
        except REFUSALS as problem:
            messages.error(request, refusal(problem))
            self.typed = words
            self.change.refresh_from_db()
            return self.render_to_response(self.get_context_data(**kwargs), status=409)
        messages.success(request, ANSWERS[answer])
        left = GroupChange.objects.filter(state__in=OPEN).exclude(pk=self.change.pk).order_by("sent_at", "pk").first()
        return redirect(reverse("cms_look_at_change", args=[left.pk]) if left is not None else _list_url())

    def _answer(self, answer: str, words: str) -> None:
        change, by = self.change, self.request.user
        if answer == "right":
            find_right(change=change, by=by)  # type: ignore[arg-type]  # `dispatch` let nobody else in
        elif answer == "wrong":
            find_wrong(change=change, by=by, reason=words)  # type: ignore[arg-type]
        elif answer == "put-back":
            put_back(change=change, by=by, reason=words)  # type: ignore[arg-type]
        elif answer == "ask":
            ask_group(change=change, by=by, question=words)  # type: ignore[arg-type]
        else:
            raise ValueError("Choose an answer.")


def rules(request: HttpRequest) -> HttpResponse:
    """The table of what goes live at once and what waits, as it decides."""
    if not request.user.has_perm("cms.change_asset"):
        raise PermissionDenied
    rows = [(rule.name, rule.way.value, rule.why) for rule in TABLE]
    minutes = int(FLOOD_WINDOW.total_seconds() // 60)
    return render(request, "wagtailadmin/cms/change_rules.html", {"rows": rows, "flood": FLOOD, "minutes": minutes})


def _list_url() -> str:
    return reverse("wagtailsnippets_cms_groupchange:list")
