"""What somebody answers about one listing, through their link."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from cms.actions import confirm_current, why_locked, withdraw_asset
from cms.models import Asset, Editorship
from connector.accounts.models import User
from connector.notifications.recipients import Addressee
from connector.stewardship.deciding import may_withdraw
from connector.stewardship.models import Asked, Task

HOW = "by the link that we sent"
SOMEBODY = "The group"
Answer = Asked.Answer


@dataclass(frozen=True, slots=True)
class Answering:
    """Whoever answers. `user`: their account, where they have one and keep the listing by it."""

    to: Addressee
    user: User | None = None

    @property
    def who(self) -> str:
        return self.to.first_name or SOMEBODY


@transaction.atomic
def still_right(*, asked: Asked, by: Answering) -> None:
    """All of it is right. The same press again on the same day changes nothing."""
    row = Asset.objects.select_for_update().get(pk=asked.asset_id)
    today = timezone.localdate()
    if asked.answer != Answer.RIGHT or row.confirmed_on != today:
        confirm_current(asset=row, by=by.user, who=by.who, how=HOW)
    _note(asked, Answer.RIGHT)


@transaction.atomic
def something_changed(*, asked: Asked) -> None:
    """They are about to tell us what. Nothing is confirmed by that."""
    _note(asked, Answer.CHANGE)


@transaction.atomic
def have_stopped(*, asked: Asked, by: Answering, words: str) -> bool:
    """Whether it was taken down; otherwise a connector looks first. Either way there is a task, with their words. A
    second press changes nothing."""
    row = Asset.objects.select_for_update().get(pk=asked.asset_id)
    if asked.answer == Answer.STOPPED or not row.live:
        return not row.live
    keepers = Editorship.objects.filter(asset=row)
    others = keepers.exclude(user=by.user).count() if by.user else keepers.count()
    editor = by.user is not None and keepers.filter(user=by.user).exists()
    down = may_withdraw(is_editor=editor, other_keepers=others, locked=bool(why_locked(row, by.user)))
    said = " ".join(words.split())[:200]
    if down:
        withdraw_asset(asset=row, by=by.user, reason=f"They have stopped. {said}".strip())
    _task(row, Task.What.WITHDRAWN if down else Task.What.STOPPED, said, timezone.localdate())
    _note(asked, Answer.STOPPED)
    return down


def _task(asset: Asset, what: Task.What, words: str, today: date) -> None:
    """In place of an older one about the same listing."""
    Task.objects.update_or_create(asset=asset, done_on=None, defaults={"what": what, "words": words, "made_on": today})


def _note(asked: Asked, answer: Answer) -> None:
    asked.answer, asked.answered_at = answer, timezone.now()
    asked.save(update_fields=["answer", "answered_at"])
