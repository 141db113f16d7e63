"""What offers add to Wagtail's admin: two lists, and the pages that their rows lead to. No logic."""

from typing import Any

from django.urls import path
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from cms.viewsets.lists import PartsPolicy
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
