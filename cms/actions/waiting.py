"""The change of an asset that waits for a look, for those who may answer it."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from wagtail.models import TaskState

from cms.models import Asset


class NothingWaits(Exception):
    """No change of this asset waits. Somebody may have answered it already."""

    def __init__(self) -> None:
        super().__init__("No change waits. Somebody may have answered it already.")


class NotWhatYouSaw(Exception):
    """The group has sent something newer while somebody was reading."""

    def __init__(self) -> None:
        super().__init__("The group has changed something since you opened this. Read it once more.")


def waiting_task(*, asset: Asset, by: AbstractBaseUser, answer: str) -> TaskState:
    """The step at which the change is. `answer`: approve or reject.

    Raises NothingWaits, and PermissionDenied for somebody whose look this step does not ask for.
    """
    row = Asset.objects.select_for_update().get(pk=asset.pk)
    state = row.current_workflow_task_state
    if state is None:
        raise NothingWaits
    allowed = {name for name, _label, _asks in state.task.specific.get_actions(row, by)}
    if answer not in allowed:
        raise PermissionDenied
    return state
