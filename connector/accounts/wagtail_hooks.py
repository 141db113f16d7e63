"""What accounts add to Wagtail's admin: a line of history, and a limit on what is done to many at once."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from connector.accounts.actions.reset_factor import FACTOR_RESET
from connector.accounts.models import User
from connector.accounts.user_admin import not_above


@hooks.register("register_log_actions")
def name_what_is_logged(actions: Any) -> None:
    actions.register_action(FACTOR_RESET, "Take off the second step", "The second step was taken off")


@hooks.register("before_bulk_action")
def nobody_above(request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any) -> None:
    """Nobody closes, deletes or changes somebody who may do more, one by one or many at once."""
    for each in objects:
        if isinstance(each, User):
            not_above(request.user, each)
