"""People's offers in the admin, and the offers that workers would like somebody to have.

Invariant: read only; a row leads to a page on which the connector answers. An offer whose address nobody has proved is
not shown; neither list is searched by who somebody is, since what is searched for stands in an address.
"""

from typing import Any, ClassVar

import django_filters
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.tables import DateColumn, TitleColumn

from cms.models import Area, Asset
from cms.viewsets.columns import SaidColumn, day, link
from cms.viewsets.filters import Defaulted
from cms.viewsets.lists import PartsIndexView, PartsViewSet
from connector.offers.deciding import WAITING
from connector.offers.models import BrokerTask, Offer
from connector.offers.times import times

RING = "ring"


class OfferFilters(Defaulted):
    """Those that wait for somebody, unless something else is asked for."""

    waiting_state, open_states = Defaulted.OPEN, tuple(sorted(WAITING))
    state = django_filters.ChoiceFilter(
        choices=[
            (Defaulted.OPEN, "waits for a connector"),
            (RING, "ends soon, to be rung"),
            *Offer.State.choices,
            (Defaulted.ALL, "all of them"),
        ],
        method="by_state",
        empty_label=None,
    )
    area = django_filters.ModelChoiceFilter(queryset=Area.objects.all(), label="Ward or district")

    class Meta:
        model = Offer
        fields: list[str] = []

    def by_state(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        if value == RING:
            soon = timezone.localdate() + times().asked
            return rows.filter(state=Offer.State.OUT, email="", ends_on__lte=soon)
        return super().by_state(rows, name, value)


class OfferIndex(PartsIndexView):
    page_title = "People’s offers"
    intro = (
        "What residents would share. Open one to agree to it, to ask something or to return it with a reason. Workers "
        "find it once you agreed, without a name; whoever gave a number alone is rung first, and again before it ends."
    )


class OfferViewSet(PartsViewSet):
    model = Offer
    icon = "pick"
    menu_label = "People’s offers"
    menu_name = "peoples-offers"
    menu_order = 165
    add_to_admin_menu = True
    ordering = ("sent_at", "pk")
    index_view_class = OfferIndex
    search_fields: ClassVar[list[str]] = ["title"]
    filterset_class = OfferFilters
    list_display: ClassVar[list[Any]] = [
        TitleColumn("title", label="Offer", sort_key="title", get_url=lambda row: reverse("offer_desk", args=[row.pk])),
        SaidColumn("area", "Patch", lambda row: row.area or row.sector),
        DateColumn("sent_at", label="Sent", sort_key="sent_at"),
        SaidColumn("state", "State", lambda row: row.get_state_display(), "state"),
        SaidColumn("ends_on", "Until", lambda row: day(row.ends_on), "ends_on"),
    ]

    def get_queryset(self, request: Any) -> QuerySet[Offer]:
        return Offer.objects.filter(~Q(state=Offer.State.UNPROVEN)).select_related("area")


class TaskFilters(Defaulted):
    """Those that are open, unless all are asked for."""

    waiting_state = Defaulted.OPEN
    state = django_filters.ChoiceFilter(
        choices=[(Defaulted.OPEN, "to be asked"), (Defaulted.ALL, "all of them")], method="by_done", empty_label=None
    )
    ward = django_filters.ModelChoiceFilter(
        queryset=Area.objects.all(), field_name="asset__asset_areas__area", label="Ward or district"
    )

    class Meta:
        model = BrokerTask
        fields: list[str] = []

    def by_done(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return rows if value == self.ALL else rows.filter(done_on=None)


class TaskIndex(PartsIndexView):
    page_title = "Offers to ask about"
    intro = (
        "A worker would like one of these for somebody. Ask whoever offers it, then tell the worker: you introduce "
        "them, nobody else does. For whom it is, is kept nowhere."
    )


class TaskViewSet(PartsViewSet):
    model = BrokerTask
    icon = "group"
    menu_label = "Offers to ask about"
    menu_name = "offers-to-ask-about"
    menu_order = 166
    add_to_admin_menu = True
    index_view_class = TaskIndex
    search_fields: ClassVar[list[str]] = ["asset__name"]
    filterset_class = TaskFilters
    list_display: ClassVar[list[Any]] = [
        "asset",
        SaidColumn("patch", "Patch", lambda row: patch_of(row.asset)),
        SaidColumn("worker", "Worker", lambda row: row.worker.first_name or row.worker.email),
        SaidColumn("since", "Since", lambda row: day(row.since), "since"),
        SaidColumn("came", "What came of it", lambda row: row.get_came_display()),
        SaidColumn("see", "", lambda row: link(reverse("broker_task", args=[row.pk]), "Who to ask")),
    ]

    def get_queryset(self, request: Any) -> QuerySet[BrokerTask]:
        rows = BrokerTask.objects.select_related("asset", "worker")
        return rows.prefetch_related("asset__asset_areas__area")


def patch_of(asset: Asset) -> str:
    """The wards that an offer is for."""
    return ", ".join(row.area.name for row in asset.asset_areas.all())
