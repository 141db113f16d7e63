"""What looking at websites adds to Wagtail's admin: its list. No logic."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from cms.viewsets.lists import PartsPolicy
from connector.websites.models import Website
from connector.websites.viewsets import WebsiteViewSet

# Before the list is registered: it asks for the policy.
register_permission_policy(Website, PartsPolicy(Website))
register_snippet(WebsiteViewSet)
