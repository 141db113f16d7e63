"""Take an asset out of people's sight, at once."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.actions.unpublish import UnpublishAction

from cms.actions.history import WITHDRAWN, write_history
from cms.models import Asset


@transaction.atomic
def withdraw_asset(*, asset: Asset, by: AbstractBaseUser | None, reason: str) -> None:
    """Unpublish the asset and write down why. One that is not live stays as it is, without a line.

    A change of it that waits for a look is ended too, so that nobody puts it live again by approving an old change;
    what it said is kept in the history. Raises ValueError without a reason.
    """
    if not reason.strip():
        raise ValueError("Say why it is withdrawn.")
    # The live row, never a draft of it in hand: unpublishing saves what it is given.
    row = Asset.objects.select_for_update().get(pk=asset.pk)
    if not row.live:
        return
    waiting = row.current_workflow_state
    if waiting is not None:
        waiting.cancel(user=by)
    UnpublishAction(row, user=by, log_action=False).execute(skip_permission_checks=True)
    write_history(row, WITHDRAWN, by=by, reason=reason.strip())
