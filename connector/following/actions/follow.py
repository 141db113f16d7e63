"""Somebody follows a search, says that the address is theirs, and stops."""

from datetime import datetime

from django.db import transaction

from connector.following.letters import PROVE, WEEKLY, tell
from connector.following.models import Follower
from connector.notifications.actions.not_wanted import send_again
from connector.notifications.recipients import person_key

State = Follower.State


@transaction.atomic
def follow(*, email: str, query: str, now: datetime) -> Follower:
    """Keep it and ask whether the address is theirs, once a day at most; who follows it already is not asked again."""
    row, _ = Follower.objects.get_or_create(email=email, search=query)
    if row.state == State.UNPROVEN:
        tell(row, PROVE, now, once=now.date().isoformat())
    return row


@transaction.atomic
def prove(*, row: Follower, now: datetime) -> None:
    """The address is theirs: the first message comes with the next day's work. A second press changes nothing."""
    if Follower.objects.filter(pk=row.pk, state=State.UNPROVEN).update(state=State.ON, proved_at=now):
        send_again(person=person_key(row.email), kind=WEEKLY)


def stop(*, row: Follower) -> None:
    """Forget that they ever did."""
    Follower.objects.filter(pk=row.pk).delete()
