"""Corrections in the admin: the list, and what is done about those that are ticked."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from cms.viewsets.columns import SaidColumn
from cms.viewsets.filters import Defaulted
from cms.viewsets.listed import EachListed
from cms.viewsets.lists import PartsIndexView, PartsViewSet
from connector.corrections.actions.answer import answer_correction, take_up
from connector.corrections.models import OPEN, Correction


def edit_url(row: Correction) -> str:
    return reverse("wagtailsnippets_cms_asset:edit", args=[row.asset_id]) if row.asset_id else ""


class CorrectionFilters(Defaulted):
    """Those that nobody has answered, unless something else is asked for."""

    waiting_state, open_states = Defaulted.OPEN, OPEN
    state = django_filters.ChoiceFilter(
        choices=[(Defaulted.OPEN, "not answered"), *Correction.State.choices, (Defaulted.ALL, "all of them")],
        method="by_state",
        empty_label=None,
    )
    topic = django_filters.ChoiceFilter(choices=Correction.Topic.choices, label="What it is about")

    class Meta:
        model = Correction
        fields: list[str] = []


class CorrectionIndexView(PartsIndexView):
    page_title = "Corrections"
    intro = (
        "What people say is wrong, the oldest first. Put the listing right, then tick the row and answer: whoever sent "
        "it reads that on their page. Nothing is deleted."
    )
    ticks = True


class CorrectionViewSet(PartsViewSet):
    model = Correction
    icon = "comment"
    menu_label = "Corrections"
    menu_order = 161
    add_to_admin_menu = True
    ordering = ("sent_at", "pk")
    index_view_class = CorrectionIndexView
    search_fields = ["listing", "number", "words"]
    filterset_class = CorrectionFilters
    list_display = [
        TitleColumn("listing", label="Listing", sort_key="listing", get_url=edit_url),
        Column("number", label="Number", sort_key="number"),
        SaidColumn("topic", "About", lambda row: row.get_topic_display(), "topic"),
        SaidColumn("words", "What is wrong", lambda row: row.words),
        SaidColumn("contact", "How to reach them", lambda row: row.contact),
        DateColumn("sent_at", label="Sent", sort_key="sent_at"),
        SaidColumn("state", "State", lambda row: row.get_state_display(), "state"),
        SaidColumn("answer", "Answer", lambda row: row.answer),
    ]

    def get_queryset(self, request: Any) -> QuerySet[Correction]:
        return Correction.objects.all()


class CorrectionAction(EachListed):
    """Done to the ticked ones by whoever may publish."""

    models = [Correction]
    permission = "cms.publish_asset"
    done = "{} done."

    def object_context(self, obj: Any) -> dict[str, Any]:
        return {"item": f"{obj.number}: {obj.listing}"}


class TakeUp(CorrectionAction):
    display_name = "Look into it"
    action_type = "take-up"
    aria_label = "Say that you look into the ticked corrections"
    action_priority = 10
    question = "Do you look into these? Whoever sent them reads that somebody does."
    answer = "Yes, I do"

    def one(self, row: Correction, /, **given: Any) -> None:
        take_up(correction=row, by=self.request.user)


class AnswerForm(forms.Form):
    answer = forms.CharField(label="Your answer", max_length=1000, help_text="Whoever sent it reads this.")


class PutRight(CorrectionAction):
    display_name = "Put right"
    action_type = "righted"
    aria_label = "Say that the ticked corrections are put right"
    action_priority = 20
    form_class = AnswerForm
    question = "Is all of this put right?"
    answer = "Yes, and say so"

    def one(self, row: Correction, /, **given: Any) -> None:
        answer_correction(correction=row, by=self.request.user, righted=True, answer=given["answer"])


class LeaveIt(CorrectionAction):
    display_name = "Leave it as it is"
    action_type = "left"
    aria_label = "Leave the listings of the ticked corrections as they are"
    action_priority = 30
    form_class = AnswerForm
    question = "Do these listings stay as they are?"
    answer = "Yes, and say why"

    def one(self, row: Correction, /, **given: Any) -> None:
        answer_correction(correction=row, by=self.request.user, righted=False, answer=given["answer"])
