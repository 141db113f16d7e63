"""What gaps add to Wagtail's admin: the notebook. No logic."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from connector.gaps.models import Gap
from connector.gaps.viewsets import GapViewSet, LookedAt

register_permission_policy(Gap, LookedAt(Gap))
register_snippet(GapViewSet)
