"""What corrections add to Wagtail's admin: their list, and the answers. No logic."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from cms.viewsets.lists import PartsPolicy
from connector.corrections.models import Correction
from connector.corrections.viewsets import CorrectionViewSet, LeaveIt, PutRight, TakeUp

# Before the list is registered: it asks for the policy.
register_permission_policy(Correction, PartsPolicy(Correction))
register_snippet(CorrectionViewSet)

for action in (TakeUp, PutRight, LeaveIt):
    hooks.register("register_bulk_action", action, order=100)
