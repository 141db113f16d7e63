"""A change from somebody who keeps a listing: what is safe goes live at once, what is risky waits for a connector."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from cms.actions.locking import refuse_locked
from cms.actions.submit_change import submit_change
from cms.actions.versions import content_of, keep_first, publish_beside, put_under, some, with_parts
from cms.changed_facts import alike, differing, facts_of, linked, takes_number_off
from cms.differences import differences
from cms.models import Asset, GroupChange
from cms.moderation import FIRST, FLOOD_WINDOW, Circumstances, Verdict, is_flood, judge


@dataclass(frozen=True, slots=True)
class _Versions:
    """What people see, the newest draft as it was, and the draft that is sent, as JSON."""

    live: dict[str, Any]
    before: dict[str, Any]
    after: dict[str, Any]


@transaction.atomic
def send_change(*, draft: Asset, by: AbstractBaseUser | None, owner_confirms: bool = False) -> Verdict:
    """Send a change by the rules of `cms.moderation`. `draft`: as for `submit_change`, on the newest version.

    `owner_confirms`: who sends it says that the number to ring is their own. What goes live does so in a version of
    what people see, so that nothing else that waits comes with it; what waits stands on that. Raises ValidationError
    and Locked; then nothing is changed.
    """
    if draft.pk is None:
        submit_change(draft=draft, by=by)
        return judge([FIRST], Circumstances(seen=False))
    row = Asset.objects.select_for_update().get(pk=draft.pk)
    refuse_locked(row, by)
    versions, facts, verdict = _weighed(row, draft, by, owner_confirms)
    at_once = {name for name, fact in facts.items() if fact in verdict.at_once}
    if at_once:
        _put_live(row, at_once, versions, by)
    if verdict.waits:
        _let_wait(row, at_once, versions.after, by, verdict)
    elif at_once:
        put_under(row, versions.after, at_once, by)
    return verdict


def foreseen(*, asset: Asset, draft: Asset, by: Any, owner_confirms: bool) -> Verdict:
    """What would become of this change if it were sent now. Changes nothing."""
    return _weighed(Asset.objects.get(pk=asset.pk), draft, by, owner_confirms)[2]


def _weighed(row: Asset, draft: Asset, by: Any, owner_confirms: bool) -> tuple[_Versions, dict[str, str], Verdict]:
    """The versions, the facts by the names that differ, and what the rules say of them."""
    versions = _Versions(content_of(row), content_of(row.get_latest_revision_as_object()), content_of(draft))
    facts = facts_of(differing(versions.before, versions.after), versions.live, versions.after)
    return versions, facts, _verdict(row, facts, versions, by, owner_confirms)


def _verdict(row: Asset, facts: dict[str, str], versions: _Versions, by: Any, owner_confirms: bool) -> Verdict:
    waiting = differing(versions.live, versions.before)
    with_address = linked(facts, versions.live, versions.after)
    with_look_alikes = alike(facts, versions.live, versions.after)
    around = Circumstances(
        seen=row.live,
        known=by is not None,
        owner=owner_confirms or takes_number_off(versions.live, versions.after),
        flooded=is_flood(_sent_lately(by), timezone.now()),
        waiting=frozenset(facts_of(waiting, versions.live, versions.before).values()),
        linked=frozenset(facts[name] for name in with_address),
        alike=frozenset(facts[name] for name in with_look_alikes),
    )
    return judge(facts.values(), around)


def _sent_lately(by: Any) -> list[Any]:
    """When each change was sent that this person put live, on whatever listing."""
    lately = GroupChange.objects.filter(
        sender=by, sent_at__gt=timezone.now() - FLOOD_WINDOW, workflow_state__isnull=True
    )
    return list(lately.order_by().values_list("sent_at", flat=True))


def _put_live(row: Asset, names: set[str], versions: _Versions, by: Any) -> None:
    keep_first(row)
    version = with_parts(row, versions.live, versions.after, names)
    today = timezone.localdate()
    told = differences(row, version, names, today)
    publish_beside(version, by)
    GroupChange.objects.create(
        asset=row,
        sender=by,
        sent_at=timezone.now(),
        state=GroupChange.State.LIVE,
        told=told,
        kept={
            "before": some(versions.live, names),
            "after": some(content_of(Asset.objects.get(pk=row.pk)), names),
        },
    )


def _let_wait(
    row: Asset, at_once: set[str], after: dict[str, Any], by: AbstractBaseUser | None, verdict: Verdict
) -> None:
    fresh = Asset.objects.get(pk=row.pk)
    draft = with_parts(fresh, after, content_of(fresh), at_once)
    state = submit_change(draft=draft, by=by)
    why = list(dict.fromkeys(reason for _fact, reason in verdict.waits))
    for change in GroupChange.objects.filter(workflow_state=state) if state is not None else ():
        # After what was seen in its words when the row was made.
        change.why = [*why, *change.why]
        change.save(update_fields=["why"])
