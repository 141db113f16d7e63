"""What calendars add to Wagtail's admin: their list, and how their lines in a history read. No logic."""

from typing import Any

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from cms.viewsets.lists import PartsPolicy
from connector.feeds.actions.apply_times import FOLLOWED
from connector.feeds.models import Feed
from connector.feeds.viewsets import FeedViewSet

# Before the list is registered: it asks for the policy.
register_permission_policy(Feed, PartsPolicy(Feed))
register_snippet(FeedViewSet)


class _Line(LogFormatter):
    label = "Follow a calendar"

    def format_message(self, log_entry: Any) -> str:
        return f"Its own calendar: {log_entry.data['what']}"


@hooks.register("register_log_actions")
def lines(actions: LogActionRegistry) -> None:
    actions.register_action(FOLLOWED)(_Line)
