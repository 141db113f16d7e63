"""Who asks to look after a listing, for connectors: the list, and yes or no to those who are ticked."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from cms.viewsets.columns import SaidColumn
from cms.viewsets.filters import Defaulted
from cms.viewsets.listed import EachListed
from cms.viewsets.lists import PartsIndexView, PartsViewSet
from connector.claiming.actions.claim import Settled, agree, refuse
from connector.claiming.models import Claim


class ClaimFilters(Defaulted):
    """Those that wait, unless something else is asked for."""

    waiting_state = Claim.State.OPEN
    state = django_filters.ChoiceFilter(
        choices=[*Claim.State.choices, (Defaulted.ALL, "all of them")], method="by_state", empty_label=None
    )
    way = django_filters.ChoiceFilter(choices=Claim.Way.choices, label="Who is to say yes")

    class Meta:
        model = Claim
        fields: list[str] = []


class ClaimIndexView(PartsIndexView):
    page_title = "Who asks to keep a listing"
    intro = (
        "Where a contact or an organisation's own e-mail can say yes, they have a link; you may answer as well. For "
        "the rest, ring the group on a number that you know. Tick, then say yes or no."
    )
    ticks = True


class ClaimViewSet(PartsViewSet):
    model = Claim
    icon = "user"
    menu_label = "Who asks to keep a listing"
    menu_order = 160
    add_to_admin_menu = True
    ordering = ("made_at", "pk")
    index_view_class = ClaimIndexView
    search_fields = ["asset__name", "name", "email"]
    filterset_class = ClaimFilters
    list_display = [
        TitleColumn("asset", label="Listing", sort_key="asset__name", get_url=lambda row: row.asset.get_absolute_url()),
        Column("name", label="Who asks"),
        Column("email", label="Their address"),
        SaidColumn("words", "What they do there", lambda row: row.words),
        SaidColumn("way", "Who is to say yes", lambda row: row.get_way_display(), "way"),
        DateColumn("made_at", label="Asked", sort_key="made_at"),
        "state",
    ]

    def get_queryset(self, request: Any) -> QuerySet[Claim]:
        return Claim.objects.select_related("asset")


class ClaimAction(EachListed):
    """Those that were answered already are left."""

    models = [Claim]
    permission = "cms.add_editorship"
    done = "{} answered."
    refusals = (Settled,)

    def object_context(self, obj: Any) -> dict[str, Any]:
        return {"item": f"{obj.name}, {obj.email}: {obj.asset.name}"}


class Agree(ClaimAction):
    display_name = "Yes"
    action_type = "agree"
    aria_label = "Let the ticked people keep the listing"
    action_priority = 10
    question = "Do these people belong to their groups? They can change what the page says from then on."
    answer = "Yes, let them"

    def one(self, claim: Claim, /, **given: Any) -> None:
        agree(claim=claim, by=self.request.user)


class NoForm(forms.Form):
    reason = forms.CharField(label="Why", max_length=500, help_text="They read this.")


class Refuse(ClaimAction):
    display_name = "No"
    action_type = "refuse"
    aria_label = "Refuse the ticked people"
    action_priority = 20
    form_class = NoForm
    question = "Why may these people not keep the listing?"
    answer = "No, and tell them why"

    def one(self, claim: Claim, /, **given: Any) -> None:
        refuse(claim=claim, by=self.request.user, reason=given["reason"])
