"""What a connector may do to many suggested interests at once: confirm them, or remove them.

Invariant: nothing is deleted: a removed interest is kept, so that it is not suggested again.
"""

from collections.abc import Iterable
from typing import Any

from cms.actions import confirm_interests, remove_interests
from cms.models import AssetInterest
from cms.viewsets.listed import ListedAction


class InterestsAction(ListedAction):
    """An answer to the ticked suggestions."""

    models = [AssetInterest]
    template_name = "wagtailadmin/cms/answer_interests.html"


class ConfirmInterests(InterestsAction):
    display_name = "Confirm"
    action_type = "confirm"
    aria_label = "Confirm the ticked interests"
    action_priority = 10
    question = "Are these right?"
    answer = "Yes, confirm them"
    done = "{} confirmed."

    @classmethod
    def execute_action(cls, objects: Iterable[AssetInterest], **kwargs: Any) -> tuple[int, int]:
        return confirm_interests(rows=[row.pk for row in objects], by=kwargs["self"].request.user), 0


class RemoveInterests(InterestsAction):
    """Takes the place of Wagtail's own deleting for these rows."""

    display_name = "Remove"
    action_type = "delete"
    aria_label = "Remove the ticked interests"
    action_priority = 20
    classes = {"serious"}
    question = "Are these wrong? They will not be suggested again."
    answer = "Yes, remove them"
    done = "{} removed."

    @classmethod
    def execute_action(cls, objects: Iterable[AssetInterest], **kwargs: Any) -> tuple[int, int]:
        return remove_interests(rows=[row.pk for row in objects], by=kwargs["self"].request.user), 0
