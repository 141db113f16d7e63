"""What somebody answers about one listing, through their link or to a connector.

Invariant: it is one row, however the answer came: who was rung is not written to about it again, nor the other way.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from cms.actions import confirm_current, why_locked, withdraw_asset
from cms.models import Asset, Editorship
from connector.accounts.models import User
from connector.stewardship.deciding import may_withdraw
from connector.stewardship.models import Asked, Task

HOW = "by the link that we sent"
SOMEBODY = "The group"
Answer = Asked.Answer


@dataclass(frozen=True, slots=True)
class Answering:
    """Whoever answers. `who`: as people read it beside a confirmation; `user`: the account by which it is done, where
    there is one; `how`: in words. `connector`: it was said to the council's connector, who is `user`."""

    who: str = SOMEBODY
    user: User | None = None
    how: str = HOW
    connector: bool = False


@transaction.atomic
def still_right(*, asked: Asked, by: Answering) -> None:
    """All of it is right. The same press again on the same day changes nothing."""
    row = Asset.objects.select_for_update().get(pk=asked.asset_id)
    today = timezone.localdate()
    if asked.answer != Answer.RIGHT or row.confirmed_on != today:
        confirm_current(asset=row, by=by.user, who=by.who or SOMEBODY, how=by.how)
    _note(asked, Answer.RIGHT, by)


@transaction.atomic
def something_changed(*, asked: Asked, by: Answering) -> None:
    """They are about to tell us what. Nothing is confirmed by that."""
    _note(asked, Answer.CHANGE, by)


@transaction.atomic
def have_stopped(*, asked: Asked, by: Answering, words: str) -> bool:
    """The same as `stop_listing`, and noted as the answer to what was asked. A second press changes nothing."""
    row = Asset.objects.select_for_update().get(pk=asked.asset_id)
    if asked.answer == Answer.STOPPED or not row.live:
        return not row.live
    down = stop_listing(asset=row, by=by, words=words)
    _note(asked, Answer.STOPPED, by)
    return down


@transaction.atomic
def stop_listing(*, asset: Asset, by: Answering, words: str) -> bool:
    """Whether it is down now; otherwise a connector looks first. Either way there is a task, with their words."""
    row = Asset.objects.select_for_update().get(pk=asset.pk)
    if not row.live:
        return True
    keepers = Editorship.objects.filter(asset=row)
    others = keepers.exclude(user=by.user).count() if by.user else keepers.count()
    may = by.connector or (by.user is not None and keepers.filter(user=by.user).exists())
    down = may_withdraw(may=may, other_keepers=others, locked=bool(why_locked(row, by.user)))
    said = " ".join(words.split())[:200]
    if down:
        withdraw_asset(asset=row, by=by.user, reason=f"They have stopped. {said}".strip())
    _task(row, Task.What.WITHDRAWN if down else Task.What.STOPPED, said, timezone.localdate())
    return down


def _task(asset: Asset, what: Task.What, words: str, today: date) -> None:
    """In place of an older one about the same listing."""
    Task.objects.update_or_create(asset=asset, done_on=None, defaults={"what": what, "words": words, "made_on": today})


def _note(asked: Asked, answer: Answer, by: Answering) -> None:
    asked.answer, asked.answered_at, asked.told_to = answer, timezone.now(), by.user if by.connector else None
    asked.save(update_fields=["answer", "answered_at", "told_to"])
