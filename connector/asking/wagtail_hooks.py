"""What questions add to Wagtail's admin: their list. No logic."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from cms.viewsets.lists import PartsPolicy
from connector.asking.models import AccessQuestion
from connector.asking.viewsets import QuestionViewSet

# Before the list is registered: it asks for the policy.
register_permission_policy(AccessQuestion, PartsPolicy(AccessQuestion))
register_snippet(QuestionViewSet)
