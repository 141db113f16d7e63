"""Changes of groups: the list of what has to be looked at, and the answers that many get at once.

Invariant: what is shown was written down when the change was sent, so that a page of the list compares no versions.
"""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from wagtail.admin.ui.tables import DateColumn, TitleColumn

from cms.actions import ChangedSince, Locked, NothingWaits, NotWhatYouSaw, find_right, find_wrong
from cms.models import OPEN, ChangeNote, GroupChange
from cms.viewsets.columns import SaidColumn
from cms.viewsets.filters import ChangeFilters
from cms.viewsets.listed import EachListed
from cms.viewsets.lists import PartsIndexView, PartsViewSet

REFUSALS = (ChangedSince, Locked, NothingWaits, NotWhatYouSaw, PermissionDenied, ValidationError, ValueError)
LONGEST = 120
LAST_NOTE = ChangeNote.objects.filter(change=OuterRef("pk")).order_by("-pk").values("from_group")[:1]


def look_url(change: GroupChange) -> str:
    return reverse("cms_look_at_change", args=[change.pk])


def in_short(change: GroupChange) -> str:
    """ "Room: We have room → We are full; When: …"."""
    said = "; ".join(f"{label}: {_one_line(was)} → {_one_line(now)}" for label, was, now in change.told)
    return said or "See what changed"


def state_of(change: Any) -> str:
    """Its state; of one that has to be looked at also whether the group was asked, and has answered."""
    last = getattr(change, "last_note", None)
    asked = "" if last is None or change.state not in OPEN else ", the group has answered" if last else ", asked"
    return f"{change.get_state_display()}{asked}"


def sender_of(change: GroupChange) -> str:
    return (change.sender.get_full_name() or change.sender.get_username()) if change.sender else "somebody"


def refusal(problem: Exception) -> str:
    """Why it could not be done, in a sentence."""
    if isinstance(problem, ValidationError):
        return " ".join(problem.messages)
    return str(problem) or "You may not answer this one."


def _one_line(text: str) -> str:
    plain = ", ".join(text.splitlines())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"


class ChangeIndexView(PartsIndexView):
    page_title = "Changes of groups"
    intro = (
        "What groups changed, the oldest first. Some of it is live already and wants a look; the rest waits for one. "
        "Open a row to see both versions side by side."
    )
    ticks = True


class ChangeViewSet(PartsViewSet):
    model = GroupChange
    icon = "clipboard-list"
    menu_label = "Changes of groups"
    ordering = ("sent_at", "pk")
    index_view_class = ChangeIndexView
    index_template_name = "wagtailadmin/cms/changes.html"
    search_fields = ["asset__name"]
    filterset_class = ChangeFilters
    list_display = [
        TitleColumn("asset", label="Listing", sort_key="asset__name", get_url=look_url),
        SaidColumn("told", "What differs", in_short),
        SaidColumn("sender", "Sent by", sender_of),
        DateColumn("sent_at", label="Sent", sort_key="sent_at"),
        SaidColumn("state", "State", state_of, "state"),
    ]

    def get_queryset(self, request: Any) -> QuerySet[GroupChange]:
        rows = GroupChange.objects.select_related("asset", "sender").defer("kept", "asset__description")
        return rows.annotate(last_note=Subquery(LAST_NOTE))


class WhyForm(forms.Form):
    reason = forms.CharField(label="Why", max_length=500, help_text="Each group reads this.")


class AnswerMany(EachListed):
    """The same answer to the ticked ones; what could not be done is named, with why."""

    models = [GroupChange]
    refusals = REFUSALS

    def why_left(self, row: GroupChange, problem: Exception) -> str:
        return f"{row.asset.name}: {refusal(problem)}"

    def object_context(self, obj: Any) -> dict[str, Any]:
        return {"item": obj.asset.name}


class Right(AnswerMany):
    display_name = "These are right"
    action_type = "right"
    aria_label = "Approve the ticked changes, or leave them live"
    action_priority = 10
    permission = "cms.publish_asset"
    question = "Are these all right? What waits goes live."
    answer = "Yes, they are right"
    done = "{} answered as right."

    def one(self, change: GroupChange, /, **given: Any) -> None:
        find_right(change=change, by=self.request.user)


class Wrong(AnswerMany):
    display_name = "Send back"
    action_type = "wrong"
    aria_label = "Send the ticked changes back with a reason"
    action_priority = 20
    permission = "cms.publish_asset"
    form_class = WhyForm
    question = "Are these all wrong? What waits goes back to its group, what is live is put back as it was."
    answer = "Yes, send them back"
    done = "{} sent back."

    def one(self, change: GroupChange, /, **given: Any) -> None:
        find_wrong(change=change, by=self.request.user, reason=given["reason"])
