"""What asking groups adds to Wagtail's admin: the list of what to see to. No logic."""

from typing import Any

from django.urls import path
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from cms.viewsets.lists import PartsPolicy
from connector.stewardship.models import Task
from connector.stewardship.see_to_view import see_to
from connector.stewardship.viewsets import TaskViewSet

# Before the list is registered: it asks for the policy.
register_permission_policy(Task, PartsPolicy(Task))
register_snippet(TaskViewSet)


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    return [path("listings-to-see-to/<int:pk>/", see_to, name="see_to_listing")]
