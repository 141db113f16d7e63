"""Versions of an asset as JSON, and an asset with some of its parts as another version has them.

Invariant: what `content_of` gives is what a revision would keep; whatever is saved here is a version, of which the
caller says who made it.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import TaskState
from wagtail.signals import published

from cms.changed_facts import differing
from cms.models import Asset

Content = Mapping[str, Any]


def content_of(asset: Asset) -> dict[str, Any]:
    """The asset and its parts, as they are in hand."""
    found: dict[str, Any] = json.loads(asset.to_json())
    return found


def with_parts(asset: Asset, base: Content, other: Content, names: Iterable[str]) -> Asset:
    """`asset` as `base` has it, but these names as `other` has them."""
    return asset.with_content_json({**base, **{name: other[name] for name in names if name in other}})


def some(content: Content, names: Iterable[str]) -> dict[str, Any]:
    """Only these names."""
    return {name: content[name] for name in sorted(names) if name in content}


class PublishBesideWaiting(PublishRevisionAction):
    """Wagtail's publishing, but a change that waits goes on waiting: whoever calls puts what was published into it."""

    def _after_publish(self) -> None:
        published.send(sender=type(self.object), instance=self.object, revision=self.revision)


def publish_beside(asset: Asset, by: Any) -> None:
    """Put this version live. Raises ValidationError for what does not hold together."""
    revision = asset.save_revision(user=by, log_action=True)
    PublishBesideWaiting(revision, user=by).execute(skip_permission_checks=True)


def keep_draft(draft: Asset, by: Any) -> None:
    """Save this version as the newest draft; a change that waits or was sent back is this one from now on."""
    revision = draft.save_revision(user=by, clean=False)
    state = draft.current_workflow_state
    if state is not None and state.current_task_state_id is not None:
        TaskState.objects.filter(pk=state.current_task_state_id).update(revision=revision)


def keep_first(asset: Asset) -> None:
    """An imported asset has no history yet. Whoever looks at its first change wants to see what is different."""
    if asset.latest_revision is None:
        asset.save_revision(changed=False, clean=False)


def put_under(asset: Asset, draft: Content, names: Iterable[str], by: Any) -> None:
    """A draft that waits, or is being written, stands from now on on what is live by these names."""
    fresh = Asset.objects.get(pk=asset.pk)
    live = content_of(fresh)
    newer = with_parts(fresh, draft, live, names)
    if differing(live, content_of(newer)) or fresh.current_workflow_state is not None:
        keep_draft(newer, by)
