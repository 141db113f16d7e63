"""What asking groups adds to Wagtail's admin: the list of what to see to, and the ring-round sheet. No logic."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from cms.viewsets.lists import PartsPolicy
from connector.stewardship.models import Task
from connector.stewardship.ring_view import NEEDED, paper, press, ring_round
from connector.stewardship.see_to_view import see_to
from connector.stewardship.viewsets import TaskViewSet

# Before the list is registered: it asks for the policy.
register_permission_policy(Task, PartsPolicy(Task))
register_snippet(TaskViewSet)


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    return [
        path("listings-to-see-to/<int:pk>/", see_to, name="see_to_listing"),
        path("ring-round/", ring_round, name="ring_round"),
        path("ring-round/paper/", paper, name="ring_round_paper"),
        path("ring-round/press/", press, name="ring_round_press"),
    ]


class RingRoundItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(NEEDED))


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    return RingRoundItem("Ring-round", reverse("ring_round"), name="ring-round", icon_name="mobile-alt", order=164)
