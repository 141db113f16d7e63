"""A connector was told something by the group, and writes it down: they are who would look at it, so people see it at
once."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.actions.history import TOLD, write_history
from cms.actions.locking import refuse_locked
from cms.actions.versions import content_of, keep_draft, keep_first, publish_beside, some, with_parts
from cms.changed_facts import differing
from cms.differences import differences
from cms.models import Asset, GroupChange


class Written(Enum):
    """What came of it: people read something new, or what they read already; or they do not see the listing."""

    NEW = auto()
    SAME = auto()
    NOT_LIVE = auto()


@transaction.atomic
def write_down(*, asset: Asset, put: Callable[[Asset], None], by: Any, who: str, how: str) -> Written:
    """A listing that was taken down meanwhile stays down, and nothing is written. `put` puts it into an asset in hand;
    `who` said so, a first name or nothing; `how`: "by telephone".

    It goes live in a version of what people see, so that nothing else that waits comes with it, and into the draft that
    waits. It stands among the changes of groups as one that was looked at, by whom, and can be put back. Raises Locked,
    and ValidationError for what does not hold together.
    """
    row = Asset.objects.select_for_update().get(pk=asset.pk)
    if not row.live:
        return Written.NOT_LIVE
    refuse_locked(row, by)
    keep_first(row)
    live, draft = content_of(row), content_of(row.get_latest_revision_as_object())
    version = with_parts(row, live, {}, ())
    put(version)
    names = differing(live, content_of(version))
    if not names:
        return Written.SAME
    told = differences(Asset.objects.get(pk=row.pk), version, names, timezone.localdate())
    publish_beside(version, by)
    fresh = Asset.objects.get(pk=row.pk)
    if differing(live, draft) or fresh.current_workflow_state is not None:
        newer = with_parts(fresh, draft, {}, ())
        put(newer)
        keep_draft(newer, by)
    now = timezone.now()
    GroupChange.objects.create(
        asset=fresh,
        sender=by,
        sent_at=now,
        state=GroupChange.State.FINE,
        told=told,
        kept={"before": some(live, names), "after": some(content_of(fresh), names)},
        looker=by,
        looked_at=now,
        reason=f"{who or 'The group'} said so {how}.",
    )
    write_history(fresh, TOLD, by=by, how=how)
    return Written.NEW
