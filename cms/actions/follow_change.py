"""The row of a change that waits follows Wagtail's workflow, whoever moves it and from which page.

Invariant: one row for each workflow of an asset; its state is the workflow's.
"""

from typing import Any

from django.utils import timezone
from wagtail.models import WorkflowState

from cms.actions.versions import content_of, some
from cms.changed_facts import differing, new_words
from cms.differences import differences
from cms.lookalikes import look_alikes
from cms.models import Asset, GroupChange

State = GroupChange.State


def note_sent(instance: WorkflowState, user: Any = None, **_: Any) -> None:
    """A change was sent to be looked at: `workflow_submitted`."""
    asset = _asset(instance)
    if asset is None:
        return
    draft = asset.get_latest_revision_as_object()
    live, after = content_of(asset) if asset.live else {}, content_of(draft)
    names = differing(live, after)
    words = [text for name in sorted(names) for text in new_words(name, live, after)]
    GroupChange.objects.create(
        asset=asset,
        workflow_state=instance,
        sender=user,
        sent_at=timezone.now(),
        state=State.WAITING,
        told=differences(asset if asset.live else None, draft, names, timezone.localdate()),
        kept={"before": some(live, names), "after": some(after, names)},
        why=look_alikes(words),
    )


def note_approved(instance: WorkflowState, user: Any = None, **_: Any) -> None:
    """It is live: `workflow_approved`. How its parts are numbered now is kept, so that it can be put back."""
    row = _row(instance)
    if row is not None:
        live = content_of(Asset.objects.get(pk=row.asset_id))
        row.kept = {**row.kept, "after": some(live, row.kept.get("after", {}))}
        _close(row, State.APPROVED, user, _comment(instance))


def note_returned(instance: WorkflowState, user: Any = None, **_: Any) -> None:
    """It was sent back: `workflow_rejected`."""
    row = _row(instance)
    if row is not None:
        _close(row, State.RETURNED, user, _comment(instance))


def note_ended(instance: WorkflowState, user: Any = None, **_: Any) -> None:
    """A newer version took its place: `workflow_cancelled`."""
    row = _row(instance)
    if row is not None:
        _close(row, State.ENDED, user, row.reason)


def _close(row: GroupChange, state: str, user: Any, reason: str) -> None:
    row.state, row.looker, row.looked_at, row.reason = state, user, timezone.now(), reason
    row.save(update_fields=["state", "looker", "looked_at", "reason", "kept"])


def _row(instance: WorkflowState) -> GroupChange | None:
    return GroupChange.objects.filter(workflow_state=instance).order_by("-pk").first()


def _comment(instance: WorkflowState) -> str:
    task = instance.current_task_state
    return task.comment if task is not None else ""


def _asset(instance: WorkflowState) -> Asset | None:
    found = instance.content_object
    return Asset.objects.get(pk=found.pk) if isinstance(found, Asset) else None
