"""Wagtail's own screens for a change that waits, led through the catalogue's verbs: one road, wherever it begins.

Invariant: whoever sends a change back says why; the same is asked of a program and of the screen (`return_change`).
"""

import json
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse
from wagtail.admin import messages
from wagtail.snippets.views.snippets import CollectWorkflowActionDataView, EditView, WorkflowActionView

from cms.actions import NothingWaits, approve_change, return_change

RETURN = "reject"
NO_REASON = "Say what should be different. They will read it."


class ReasonForm(forms.Form):
    """Why a change goes back."""

    comment = forms.CharField(
        label="What should be different?",
        help_text="The group reads this.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": NO_REASON},
    )


class AsksWhy:
    """The small window in which somebody answers a change. Sending back needs its reason."""

    action_name: str

    def get_form_class(self) -> Any:
        return ReasonForm if self.action_name == RETURN else super().get_form_class()  # type: ignore[misc]


class CollectReason(AsksWhy, CollectWorkflowActionDataView):
    """On the edit page: the answer goes back to the page, which then carries it out."""


class AnswerChange(AsksWhy, WorkflowActionView):
    """From the first page: the answer is carried out at once."""

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form_class(request.POST) if self.form_class else None
        if form is not None and not form.is_valid():
            return self.render_modal_form(request, form)
        comment = form.cleaned_data.get("comment", "") if form is not None else ""
        answer(request, self.object, self.action_name, comment)
        return self._leave(request)

    def _leave(self, request: Any) -> HttpResponse:
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return self.render_modal_json(request, {"step": "success", "redirect": self.redirect_url})
        return HttpResponse(status=302, headers={"Location": self.redirect_url})


class AssetEditView(EditView):
    """The edit page of an asset, whose moderation buttons are the catalogue's verbs. It begins with what waits."""

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.object.current_workflow_task_state is not None:
            self._tell_what_waits()
        return super().get(request, *args, **kwargs)

    def _tell_what_waits(self) -> None:
        who = self.object.current_workflow_state.requested_by
        words = f"{who or 'Somebody'} sent a change that nobody sees yet. Say yes or send it back, at the foot here."
        compare = reverse("wagtailsnippets_cms_asset:revisions_compare", args=[self.object.pk, "live", "latest"])
        messages.info(self.request, words, buttons=[messages.button(compare, "See what changed")])

    def workflow_action_action(self) -> None:
        extra = json.loads(self.request.POST.get("workflow-action-extra-data") or "{}")
        answer(self.request, self.object, self.workflow_action, str(extra.get("comment", "")))


def answer(request: Any, asset: Any, action: str, comment: str) -> None:
    """Carry an answer out, and say what came of it where that is not what was asked for."""
    try:
        if action == RETURN:
            return_change(asset=asset, by=request.user, reason=comment)
        elif action == "approve":
            approve_change(asset=asset, by=request.user, comment=comment)
        else:
            raise PermissionDenied
    except (NothingWaits, ValueError) as problem:
        messages.error(request, str(problem))
