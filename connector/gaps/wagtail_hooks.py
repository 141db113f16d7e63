"""What gaps add to Wagtail's admin: the notebook and the new words. No logic."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from connector.gaps.models import Gap, NewWord
from connector.gaps.viewsets import GapViewSet, LookedAt, LookedThrough, NewWordViewSet

register_permission_policy(Gap, LookedAt(Gap))
register_permission_policy(NewWord, LookedThrough(NewWord))
register_snippet(GapViewSet)
register_snippet(NewWordViewSet)
