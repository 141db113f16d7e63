"""What reach adds to Wagtail's admin: the list of groups to say hello to. No logic."""

from typing import Any

from django.urls import path
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from cms.viewsets.lists import PartsPolicy
from connector.reach.hello_view import hello
from connector.reach.models import SayHello
from connector.reach.viewsets import HelloViewSet

# Before the list is registered: it asks for the policy.
register_permission_policy(SayHello, PartsPolicy(SayHello))
register_snippet(HelloViewSet)


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    return [path("go-and-say-hello/<int:pk>/", hello, name="said_hello")]
