"""What messages add to Wagtail's admin: their list and previews. No logic."""

from typing import Any

from django.urls import path
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from cms.viewsets.lists import PartsPolicy
from connector.notifications import previews
from connector.notifications.models import Message
from connector.notifications.viewsets import MessageViewSet

# Before the list is registered: it asks for the policy.
register_permission_policy(Message, PartsPolicy(Message))
register_snippet(MessageViewSet)


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    return [
        path("messages/", previews.previewed, name="messages_previewed"),
        path("messages/<slug:name>/", previews.preview, name="message_preview"),
        path("messages/<int:pk>/again/", previews.again, name="message_again"),
    ]
