"""What offers add to Wagtail's admin: two lists, how many wait in them, the pages of their rows. No logic."""

from typing import Any

from django.http import HttpRequest
from django.urls import path
from wagtail import hooks
from wagtail.admin.site_summary import SummaryItem
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from cms.viewsets.lists import PartsPolicy
from connector.offers.counted import WaitingOffers
from connector.offers.desk_views import broker_task, desk
from connector.offers.models import BrokerTask, Offer
from connector.offers.viewsets import OfferViewSet, TaskViewSet

# Before the lists are registered: they ask for the policy.
for model in (Offer, BrokerTask):
    register_permission_policy(model, PartsPolicy(model))
register_snippet(OfferViewSet)
register_snippet(TaskViewSet)


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    return [
        path("peoples-offers/<int:pk>/", desk, name="offer_desk"),
        path("offers-to-ask-about/<int:pk>/", broker_task, name="broker_task"),
    ]


@hooks.register("construct_homepage_summary_items", order=1001)  # behind the numbers of the catalogue
def summary(request: HttpRequest, items: list[SummaryItem]) -> None:
    items.append(WaitingOffers(request))
