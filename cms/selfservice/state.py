"""How far a change of a listing has come, read from Wagtail's workflow."""

from django.utils import timezone
from wagtail.models import TaskState, WorkflowState

from cms.models import Asset
from cms.selfservice.words import State


def state_of(asset: Asset) -> State:
    """Live or not, locked, waiting for a connector, or sent back with a reason. Two queries."""
    if asset.locked:
        return State("locked", asset.live, timezone.localdate(asset.locked_at) if asset.locked_at else None)
    workflow = asset.current_workflow_state
    task: TaskState | None = workflow.current_task_state if workflow else None
    if workflow is None or task is None:
        if asset.has_unpublished_changes:
            return State("drafted", asset.live)
        return State("live" if asset.live else "hidden", asset.live)
    if workflow.status == WorkflowState.STATUS_NEEDS_CHANGES:
        day = timezone.localtime(task.finished_at).date() if task.finished_at else None
        return State("returned", asset.live, day, task.comment)
    return State("waiting", asset.live, timezone.localtime(task.started_at).date())
