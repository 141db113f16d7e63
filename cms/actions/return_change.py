"""A connector sends a change back to whoever made it, and says why."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from cms.actions.waiting import waiting_task
from cms.models import Asset


@transaction.atomic
def return_change(*, asset: Asset, by: AbstractBaseUser, reason: str) -> None:
    """Ask for changes. What people see does not change, and the change itself is kept to be worked on.

    Raises ValueError without a reason, NothingWaits, and PermissionDenied for somebody whose look is not asked for.
    """
    if not reason.strip():
        raise ValueError("Say what should be different. They will read it.")
    state = waiting_task(asset=asset, by=by, answer="reject")
    state.task.specific.on_action(state, by, "reject", comment=reason.strip())
