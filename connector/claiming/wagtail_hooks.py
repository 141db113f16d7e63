"""What claims add to Wagtail's admin: their list, and the answers. No logic."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from cms.viewsets.lists import PartsPolicy
from connector.claiming.models import Claim
from connector.claiming.viewsets import Agree, ClaimViewSet, Refuse

# Before the list is registered: it asks for the policy.
register_permission_policy(Claim, PartsPolicy(Claim))
register_snippet(ClaimViewSet)

for action in (Agree, Refuse):
    hooks.register("register_bulk_action", action, order=100)
