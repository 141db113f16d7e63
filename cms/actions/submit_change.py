"""A change from somebody who keeps a listing, for a connector to look at."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.models import WorkflowState

from cms.actions.locking import refuse_locked
from cms.actions.versions import keep_first
from cms.models import Asset


@transaction.atomic
def submit_change(*, draft: Asset, by: AbstractBaseUser | None) -> WorkflowState | None:
    """Keep the draft as a revision and ask for a look. What people see does not change.

    `draft` is an asset with the change in it, best made on `asset.get_latest_revision_as_object()`, so that it stands
    on a change that waits already. Such a change is replaced by this newer one; both stay in the history. A new asset
    is saved first, not live. Raises ValidationError for what does not hold together, and Locked while somebody at
    the council has locked the asset. None where the council has taken the workflow away: then the draft is kept, and
    connectors find it in their list. `by`: None for somebody who has no account.
    """
    if draft.pk is None:
        draft.live = False
        draft.save()
    else:
        # One at a time for one asset: two changes sent together must not both find that none waits.
        row = Asset.objects.select_for_update().get(pk=draft.pk)
        refuse_locked(row, by)
        keep_first(row)
    draft.save_revision(user=by, log_action=True)
    waiting = draft.current_workflow_state
    if waiting is not None:
        waiting.cancel(user=by)
    workflow = draft.get_workflow()
    return workflow.start(draft, by) if workflow is not None else None
